package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import cn.sunledger.model.CellRef;

/**
 * A cell's place in its sheet.
 *
 * @param row zero-based
 * @param column zero-based
 */
record Position(int row, int column) implements Comparable<Position> {
  /** The place an address such as {@code C37} or {@code $C$37} names. */
  static Position of(String a1) {
    int column = 0;
    int row = 0;
    for (int i = 0; i < a1.length(); i++) {
      char c = Character.toUpperCase(a1.charAt(i));
      if (c >= 'A' && c <= 'Z') {
        column = column * 26 + c - 'A' + 1;
      } else if (c >= '0' && c <= '9') {
        row = row * 10 + c - '0';
      } else if (c != '$') {
        throw new UnsafeWorkbookException("文件内部有无法识别的单元格地址“" + a1 + "”");
      }
    }
    return new Position(row - 1, column - 1);
  }

  /** The place of a cell, its sheet left aside. */
  static Position of(CellRef cell) {
    return new Position(cell.row(), cell.column());
  }

  /** The address. */
  String a1() {
    return CellRef.columnName(column) + (row + 1);
  }

  @Override
  public int compareTo(Position other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }
}
