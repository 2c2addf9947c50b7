package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.document.WordDocument;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;
import cn.sunledger.model.Publication;
import cn.sunledger.model.Publication.Content;
import cn.sunledger.model.Publication.Part;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tables laid out for a document: nothing that was read is lost, and every row has all columns. */
class PrintedTablesTest {
  @TestFactory
  Stream<DynamicTest> theSamplesAndTheFormsOfTheProvinces() {
    return SampleGrids.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertWhole(SampleGrids.read(name))));
  }

  private static void assertWhole(WorkbookGrid grid) throws Exception {
    Disclosure disclosure = Recognizers.national().recognise(grid);
    List<PrintedTable> tables = PrintedTables.of(grid, disclosure);
    List<String> printed = new ArrayList<>();
    for (PrintedTable table : tables) {
      assertFalse(table.title().isBlank(), "title");
      assertTrue(table.headerRows() <= table.rows().size(), table.title());
      for (Row row : table.rows()) {
        assertEquals(
            table.columns(), row.cells().stream().mapToInt(Cell::columns).sum(), table.title());
        row.cells().forEach(cell -> printed.add(cell.text()));
      }
    }
    assertSameInWord(tables);
    for (DisclosureTable table : disclosure.tables()) {
      for (Fact fact : table.facts()) {
        String text =
            grid.sheets().stream()
                .filter(sheet -> sheet.name().equals(fact.cell().sheet()))
                .findFirst()
                .orElseThrow()
                .value(fact.cell().row(), fact.cell().column())
                .text()
                .strip();
        assertTrue(printed.remove(text), table.title() + " " + fact.cell() + " " + text);
      }
    }
  }

  /** The document has the same tables, and every cell of them. */
  private static void assertSameInWord(List<PrintedTable> tables) throws Exception {
    Publication publication =
        new Publication(
            "某单位",
            "2023年度部门决算",
            List.of(
                new Part("第一部分　表", Content.TABLES, List.of()),
                new Part("第二部分　附件", Content.ANNEXES, List.of())),
            List.of());
    byte[] file = new WordDocument().bytes(publication, tables, Optional.empty());
    List<String> expected = new ArrayList<>();
    for (boolean annex : new boolean[] {false, true}) {
      for (PrintedTable table : tables) {
        if (table.annex() == annex) {
          table.rows().forEach(row -> row.cells().forEach(cell -> expected.add(cell.text())));
        }
      }
    }
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      List<String> written =
          document.getTables().stream()
              .flatMap(table -> table.getRows().stream())
              .flatMap(row -> row.getTableCells().stream())
              .map(cell -> cell.getText())
              .toList();
      assertEquals(
          expected.stream().map(PrintedTablesTest::bare).toList(),
          written.stream().map(PrintedTablesTest::bare).toList());
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void cellsAreAlignedAndMerged() {
    WorkbookGrid grid = SampleGrids.read("changsha-2023-final-accounts.xlsx");
    PrintedTable table = PrintedTables.of(grid, Recognizers.national().recognise(grid)).get(4);
    assertEquals("一般公共预算财政拨款支出决算表", table.title());
    assertEquals(
        List.of(
            new PrintedTable.Caption("", "公开05表"),
            new PrintedTable.Caption("部门：长沙市信访局", "2023年度　单位：万元")),
        table.captions());
    assertEquals(3, table.headerRows());
    assertEquals(
        List.of(
            new Cell("项目", Kind.CENTRED, 0, 2, false, false),
            new Cell("本年支出", Kind.CENTRED, 0, 3, false, false)),
        table.rows().get(0).cells());
    assertEquals(
        List.of(Kind.CENTRED, Kind.TEXT, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER),
        table.rows().get(5).cells().stream().map(Cell::kind).toList());
    assertEquals(1, table.notes().size());
  }
}
