package cn.sunledger.model;

import java.util.Objects;

/**
 * A cell's address.
 *
 * @param sheet the sheet's name
 * @param row zero-based row
 * @param column zero-based column
 */
public record CellRef(String sheet, int row, int column) {
  /** Checks that the sheet is given. */
  public CellRef {
    Objects.requireNonNull(sheet);
  }

  /** The address inside the sheet, such as {@code C37}. */
  public String a1() {
    return columnName(column) + (row + 1);
  }

  /**
   * A column's letters.
   *
   * @param column zero-based column
   * @return {@code A}, {@code Z}, {@code AA} …
   */
  public static String columnName(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** Sheet and address, such as {@code 公开01表!C37}. */
  @Override
  public String toString() {
    return sheet + "!" + a1();
  }
}
