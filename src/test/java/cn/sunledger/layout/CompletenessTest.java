package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.TableLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No number is lost: every numeric cell is a fact, or the number of a line or a column, a code, a
 * year, or it stands on a sheet that is no table.
 */
class CompletenessTest {
  static final List<String> HAZARDS = HazardsTest.HAZARDS;

  private final TableRecognizer recognizer = Recognizers.national();

  static List<String> samples() {
    return SampleGrids.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noNumberOfAWorkbookIsLost(String sample) {
    assertEquals(List.of(), lost(SampleGrids.read(sample)));
  }

  @ParameterizedTest
  @FieldSource("HAZARDS")
  void noNumberOfAHazardIsLost(String hazard) throws IOException {
    assertEquals(List.of(), lost(HazardCase.load(hazard).grid()));
  }

  private List<String> lost(WorkbookGrid workbook) {
    Disclosure read = recognizer.recognise(workbook);
    Set<CellRef> facts = new HashSet<>();
    Set<String> codes = new HashSet<>();
    Set<String> left = new HashSet<>();
    for (DisclosureTable table : read.tables()) {
      table.facts().stream().map(Fact::cell).forEach(facts::add);
      for (TableLine line : table.lines()) {
        String row = line.labelCell().sheet() + "!" + line.row() + "!";
        codes(line.code()).forEach(part -> codes.add(row + part));
        codes.add(row + line.unitCode().replaceFirst("^0+", ""));
      }
    }
    read.leftSheets().forEach(sheet -> left.add(sheet.sheet()));
    List<String> lost = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      for (GridCell cell : GridChanges.cells(sheet)) {
        CellRef ref = new CellRef(sheet.name(), cell.row(), cell.column());
        boolean accounted =
            facts.contains(ref)
                || left.contains(sheet.name())
                || codes.contains(sheet.name() + "!" + cell.row() + "!" + cell.value().text())
                || isNumberOfLine(sheet, cell)
                || isRowOfNumbers(sheet, cell.row(), facts)
                || isNamed(sheet, cell)
                || cell.value().text().matches("20[0-9]{2}");
        if (cell.value() instanceof CellValue.Number && !accounted) {
          lost.add(ref + " " + cell.value().text());
        }
      }
    }
    return lost;
  }

  /** A whole number in a column headed 行次 or 序号. */
  private static boolean isNumberOfLine(SheetGrid sheet, GridCell cell) {
    for (int r = cell.row() - 1; r >= 0; r--) {
      String above = Labels.compact(sheet.value(r, cell.column()).text());
      if (above.equals("行次") || above.equals("序号")) {
        return cell.value().text().matches("[0-9]{1,3}");
      }
    }
    return false;
  }

  /**
   * 1, 2, 3 … and nothing else but words: the column numbers, of which none is a fact. A row that
   * says 栏次 may leave numbers out.
   */
  private static boolean isRowOfNumbers(SheetGrid sheet, int row, Set<CellRef> facts) {
    int next = 1;
    boolean said =
        sheet.row(row).stream().anyMatch(cell -> cell.value().text().strip().equals("栏次"));
    for (GridCell cell : sheet.row(row)) {
      String text = cell.value().text().replaceFirst("^([0-9]+)=.*$", "$1");
      if (text.matches("[0-9.,%-]+")) {
        boolean fact = facts.contains(new CellRef(sheet.name(), row, cell.column()));
        if (fact || !text.equals(String.valueOf(next++)) && !said) {
          return false;
        }
      }
    }
    return next > 1;
  }

  /** A code in a pair of label and value, or under a header that says so. */
  private static boolean isNamed(SheetGrid sheet, GridCell cell) {
    String label = Labels.compact(sheet.value(cell.row(), cell.column() - 1).text());
    boolean named = label.matches(".*(?:代码|编码|编号)[:：]?");
    for (int r = cell.row() - 1; r >= 0 && !named; r--) {
      named = Labels.compact(sheet.value(r, cell.column()).text()).matches("项目(?:代码|编码|编号)");
    }
    return named;
  }

  /** A code, without the zeros a numeric cell loses, and its parts where it is printed in three. */
  private static List<String> codes(String code) {
    String bare = code.replaceFirst("^0+", "");
    if (code.length() < 5) {
      return List.of(bare);
    }
    String section = code.substring(3, 5).replaceFirst("^0", "");
    String item = code.length() < 7 ? "" : code.substring(5, 7).replaceFirst("^0", "");
    return List.of(bare, code.substring(0, 3), section, item);
  }
}
