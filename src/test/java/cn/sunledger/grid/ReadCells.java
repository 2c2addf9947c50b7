package cn.sunledger.grid;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A workbook's values as one reader gives them, in a form in which readers can be compared: by
 * sheet and address, numbers as {@code =} and the stored decimal, all else as text.
 *
 * @param cells the values by {@code sheet!address}
 */
record ReadCells(Map<String, String> cells) {
  static final String NUMBER = "=";

  static ReadCells own(WorkbookGrid workbook) {
    Map<String, String> cells = new TreeMap<>();
    for (SheetGrid sheet : workbook.sheets()) {
      for (int row = 0; row < sheet.rowCount(); row++) {
        for (GridCell cell : sheet.row(row)) {
          put(cells, sheet.name(), row, cell.column(), value(cell));
        }
      }
    }
    return new ReadCells(cells);
  }

  private static String value(GridCell cell) {
    return cell.value() instanceof CellValue.Number number
        ? NUMBER + number.stored().toPlainString()
        : cell.value().text();
  }

  static void put(Map<String, String> cells, String sheet, int row, int column, String value) {
    if (!value.isEmpty()) {
      cells.put(sheet + "!" + CellRef.columnName(column) + (row + 1), value);
    }
  }

  /** Where another reader sees something else, as {@code address: this | other}. */
  List<String> differences(ReadCells other) {
    List<String> differences = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(cells);
    other.cells.forEach(all::putIfAbsent);
    for (String address : all.keySet()) {
      String mine = cells.get(address);
      String theirs = other.cells.get(address);
      if (mine == null || !mine.equals(theirs)) {
        differences.add(address + ": " + mine + " | " + theirs);
      }
    }
    return differences;
  }
}
