package cn.sunledger.grid;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The cells of one row from left to right, in no more room than they need. */
final class GridRow {
  private static final GridCell[] NONE = {};

  private GridCell[] cells = NONE;
  private int count;

  /** Puts a cell, in place of one that stands at its address; false where one stood there. */
  boolean put(GridCell cell) {
    int at = count;
    if (count > 0 && cells[count - 1].column() >= cell.column()) {
      at = find(cell.column());
      if (at >= 0) {
        cells[at] = cell;
        return false;
      }
      at = -at - 1;
    }
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, Math.max(8, count * 2));
    }
    System.arraycopy(cells, at, cells, at + 1, count - at);
    cells[at] = cell;
    count++;
    return true;
  }

  /** The cell of a column, or null. */
  GridCell cell(int column) {
    int at = find(column);
    return at < 0 ? null : cells[at];
  }

  /** All cells, from left to right. */
  List<GridCell> cells() {
    return Collections.unmodifiableList(Arrays.asList(cells).subList(0, count));
  }

  /** The place of a column's cell; where it misses, minus the place it would have, minus one. */
  private int find(int column) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = cells[middle].column();
      if (there == column) {
        return middle;
      }
      if (there < column) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
