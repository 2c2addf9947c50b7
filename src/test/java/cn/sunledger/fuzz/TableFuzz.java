package cn.sunledger.fuzz;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Any text as a workbook, for the recogniser: a form feed ends a sheet, a line break a row, {@code
 * |} a cell; a cell {@code <} is merged into the one to its left, {@code ^} into the one above.
 */
public final class TableFuzz {
  private static final int MOST_ROWS = 400;
  private static final int MOST_COLUMNS = 60;

  private TableFuzz() {}

  /**
   * One input.
   *
   * @param bytes the text in UTF-8
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    List<SheetGrid> sheets = new ArrayList<>();
    for (String text : new String(bytes, StandardCharsets.UTF_8).split("\f", 6)) {
      sheets.add(sheet("表" + sheets.size(), sheets.size(), text));
    }
    Promise.ofGrid(new WorkbookGrid("fuzzed", sheets));
  }

  private static SheetGrid sheet(String name, int index, String text) {
    SheetGrid sheet = new SheetGrid(name, index, false);
    String[] rows = text.split("\n", MOST_ROWS);
    for (int row = 0; row < rows.length; row++) {
      String[] cells = rows[row].split("\\|", MOST_COLUMNS);
      for (int column = 0; column < cells.length; column++) {
        put(sheet, row, column, cells[column]);
      }
    }
    return sheet;
  }

  private static void put(SheetGrid sheet, int row, int column, String text) {
    String bare = text.strip();
    if (bare.equals("<") && column > 0) {
      sheet.put(new Merge(row, column - 1, row, column));
    } else if (bare.equals("^") && row > 0) {
      sheet.put(new Merge(row - 1, column, row, column));
    } else if (bare.matches("-?[0-9]{1,15}(?:\\.[0-9]{1,4})?")) {
      BigDecimal number = new BigDecimal(bare);
      CellValue value = new CellValue.Number(number, number, false, bare);
      sheet.put(new GridCell(row, column, value, "General", 0, ""));
    } else if (!text.isEmpty()) {
      int indent = (text.length() - text.stripLeading().length()) % 8;
      sheet.put(new GridCell(row, column, new CellValue.Text(text), "General", indent, ""));
    }
  }
}
