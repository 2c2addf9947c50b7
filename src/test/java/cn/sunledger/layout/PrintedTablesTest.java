package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  private static void assertWhole(WorkbookGrid grid) {
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
