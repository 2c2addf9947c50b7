package cn.sunledger.grid;

import java.util.Arrays;

/** The rows of a sheet by number, in pages, so that a row far down takes little room. */
final class GridRows {
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int REST = PAGE - 1;

  private GridRow[][] pages = new GridRow[1][];

  /** The row of a number, zero-based; null where it has no cell. */
  GridRow get(int number) {
    int page = number >> PAGE_BITS;
    return number < 0 || page >= pages.length || pages[page] == null
        ? null
        : pages[page][number & REST];
  }

  /** The row of a number, made where it is missing. */
  GridRow at(int number) {
    int page = number >> PAGE_BITS;
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    if (pages[page] == null) {
      pages[page] = new GridRow[PAGE];
    }
    GridRow row = pages[page][number & REST];
    if (row == null) {
      row = new GridRow();
      pages[page][number & REST] = row;
    }
    return row;
  }
}
