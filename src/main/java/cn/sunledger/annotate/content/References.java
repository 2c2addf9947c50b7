package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;

/** Addresses as formulas write them. */
public final class References {
  private References() {}

  /**
   * A sheet's name in apostrophes, those inside doubled.
   *
   * @param sheet the name
   */
  public static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  /**
   * A cell with its sheet.
   *
   * @param cell the cell
   */
  public static String of(CellRef cell) {
    return quoted(cell.sheet()) + "!" + cell.a1();
  }

  /**
   * A cell of the same sheet.
   *
   * @param row zero-based
   * @param column zero-based
   */
  public static String a1(int row, int column) {
    return CellRef.columnName(column) + (row + 1);
  }

  /**
   * A range that stays where it is when copied.
   *
   * @param sheet the sheet's name
   * @param firstRow zero-based
   * @param firstColumn zero-based
   * @param lastRow zero-based
   * @param lastColumn zero-based
   */
  public static String fixed(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    String first = "$" + CellRef.columnName(firstColumn) + "$" + (firstRow + 1);
    String last = "$" + CellRef.columnName(lastColumn) + "$" + (lastRow + 1);
    return quoted(sheet) + "!" + first + (first.equals(last) ? "" : ":" + last);
  }
}
