package cn.sunledger.grid;

import java.nio.charset.StandardCharsets;

/** Addresses such as {@code C37} as zero-based rows and columns. */
final class CellAddress {
  /** No cell. */
  static final long NONE = -1;

  private CellAddress() {}

  /** Row and column in one number, or {@link #NONE} where no sheet has such a cell. */
  static long parse(byte[] text, int from, int to) {
    int i = from;
    int column = 0;
    for (; i < to && letter(text[i]) > 0; i++) {
      column = column * 26 + letter(text[i]);
      if (column > Bounds.COLUMNS) {
        return NONE;
      }
    }
    int row = 0;
    int digits = i;
    for (; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      row = row * 10 + digit;
      if (row > Bounds.ROWS) {
        return NONE;
      }
    }
    return column == 0 || row == 0 || digits == i ? NONE : of(row - 1, column - 1);
  }

  static long of(int row, int column) {
    return (long) row << 32 | column;
  }

  static int row(long cell) {
    return (int) (cell >> 32);
  }

  static int column(long cell) {
    return (int) cell;
  }

  /** A region such as {@code A1:C3}, or null where it is none. */
  static Merge region(String reference) {
    int colon = reference.indexOf(':');
    byte[] text = reference.getBytes(StandardCharsets.UTF_8);
    long from = parse(text, 0, colon < 0 ? text.length : colon);
    long to = colon < 0 ? from : parse(text, colon + 1, text.length);
    if (from == NONE || to == NONE) {
      return null;
    }
    return new Merge(
        Math.min(row(from), row(to)),
        Math.min(column(from), column(to)),
        Math.max(row(from), row(to)),
        Math.max(column(from), column(to)));
  }

  private static int letter(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 1;
    }
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }
}
