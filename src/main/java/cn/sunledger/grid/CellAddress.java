package cn.sunledger.grid;

/** Addresses such as {@code C37} as zero-based rows and columns. */
final class CellAddress {
  /** No cell. */
  static final long NONE = -1;

  private CellAddress() {}

  /** Row and column in one number, or {@link #NONE} where no sheet has such a cell. */
  static long parse(String address) {
    int i = 0;
    int column = 0;
    for (; i < address.length() && letter(address.charAt(i)) > 0; i++) {
      column = column * 26 + letter(address.charAt(i));
      if (column > Bounds.COLUMNS) {
        return NONE;
      }
    }
    int row = 0;
    int digits = i;
    for (; i < address.length(); i++) {
      int digit = address.charAt(i) - '0';
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
    long from = parse(colon < 0 ? reference : reference.substring(0, colon));
    long to = colon < 0 ? from : parse(reference.substring(colon + 1));
    if (from == NONE || to == NONE) {
      return null;
    }
    return new Merge(
        Math.min(row(from), row(to)),
        Math.min(column(from), column(to)),
        Math.max(row(from), row(to)),
        Math.max(column(from), column(to)));
  }

  private static int letter(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 1;
    }
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }
}
