package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rectangle of a sheet, in which a merged cell can be asked for from any of its places. */
final class Area {
  /**
   * More covered cells than this are no form a person made; the merges beyond are treated as plain
   * cells.
   */
  private static final int MOST_COVERED = 500_000;

  private final SheetGrid grid;
  private final Map<Long, Merge> covered;
  final int top;
  final int bottom;
  final int left;
  final int right;

  private Area(SheetGrid grid, Map<Long, Merge> covered, int top, int bottom, int left, int right) {
    this.grid = grid;
    this.covered = covered;
    this.top = top;
    this.bottom = bottom;
    this.left = left;
    this.right = right;
  }

  /** The whole sheet. */
  static Area of(SheetGrid grid) {
    Map<Long, Merge> covered = new HashMap<>();
    int rows = grid.rowCount();
    int columns = grid.columnCount();
    for (Merge merge : grid.merges()) {
      int lastRow = Math.min(merge.lastRow(), rows - 1);
      int lastColumn = Math.min(merge.lastColumn(), columns - 1);
      for (int r = merge.firstRow(); r <= lastRow && covered.size() < MOST_COVERED; r++) {
        for (int c = merge.firstColumn(); c <= lastColumn; c++) {
          covered.put(key(r, c), merge);
        }
      }
    }
    return new Area(grid, covered, 0, rows - 1, 0, columns - 1);
  }

  private static long key(int row, int column) {
    return (long) row << 20 | column;
  }

  /** A part of this area, all bounds inclusive. */
  Area part(int fromRow, int toRow, int fromColumn, int toColumn) {
    return new Area(grid, covered, fromRow, toRow, fromColumn, toColumn);
  }

  SheetGrid grid() {
    return grid;
  }

  String sheet() {
    return grid.name();
  }

  CellRef ref(int row, int column) {
    return new CellRef(grid.name(), row, column);
  }

  /** The merge that covers a place, or null. */
  Merge merge(int row, int column) {
    return covered.get(key(row, column));
  }

  /** Whether a merge covers the place without starting there. */
  boolean inside(int row, int column) {
    Merge merge = merge(row, column);
    return merge != null && (merge.firstRow() != row || merge.firstColumn() != column);
  }

  /** The value that stands at the place itself. */
  CellValue value(int row, int column) {
    return grid.value(row, column);
  }

  GridCell cell(int row, int column) {
    return grid.cell(row, column);
  }

  /** The value a person sees at the place: that of the merge where one covers it. */
  CellValue seen(int row, int column) {
    Merge merge = merge(row, column);
    return merge == null
        ? grid.value(row, column)
        : grid.value(merge.firstRow(), merge.firstColumn());
  }

  /** The text a person sees at the place, blanks removed. */
  String text(int row, int column) {
    return Labels.compact(seen(row, column).text());
  }

  /** The text that stands at the place itself, blanks removed. */
  String own(int row, int column) {
    return Labels.compact(value(row, column).text());
  }

  boolean isNumber(int row, int column) {
    return value(row, column) instanceof CellValue.Number;
  }

  /** The cells of a row inside the area that are not blank, from left to right. */
  List<GridCell> row(int row) {
    List<GridCell> cells = grid.row(row);
    if (left == 0 && right >= grid.columnCount() - 1) {
      return cells;
    }
    List<GridCell> own = new ArrayList<>();
    for (GridCell cell : cells) {
      if (cell.column() >= left && cell.column() <= right) {
        own.add(cell);
      }
    }
    return own;
  }
}
