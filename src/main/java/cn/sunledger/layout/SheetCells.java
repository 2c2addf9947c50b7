package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of a sheet by row, blank texts left out, and the merges that cover each row. */
final class SheetCells {
  /**
   * More covered rows than this are no form a person made; the merges beyond are treated as plain
   * cells.
   */
  private static final int MOST_COVERED = 500_000;

  private static final int WIDE = 256;

  private static final Merge[] NO_MERGES = {};
  private static final SheetCell[] NO_CELLS = {};

  private final String sheet;
  private final Words words;
  private final List<List<SheetCell>> rows;
  private final int columns;

  /** The cells of each row by column, but for rows that reach far to the right. */
  private final SheetCell[][] byColumn;

  private final Merge[][] merges;

  /** The hints that the texts of each row give. */
  private final int[] hints;

  SheetCells(SheetGrid grid, Words words) {
    this.sheet = grid.name();
    this.words = words;
    int count = grid.rowCount();
    this.rows = new ArrayList<>(count);
    this.byColumn = new SheetCell[count][];
    this.hints = new int[count];
    for (int r = 0; r < count; r++) {
      SheetCell[] cells = cells(grid.row(r));
      rows.add(Arrays.asList(cells));
      for (SheetCell cell : cells) {
        hints[r] |= cell.hints();
      }
      byColumn[r] = places(cells);
    }
    this.columns = grid.columnCount();
    this.merges = new Merge[count][];
    Arrays.fill(merges, NO_MERGES);
    int covered = 0;
    for (Merge merge : grid.merges()) {
      for (int r = merge.firstRow(); r <= Math.min(merge.lastRow(), count - 1); r++) {
        if (covered++ < MOST_COVERED) {
          Merge[] own = Arrays.copyOf(merges[r], merges[r].length + 1);
          own[own.length - 1] = merge;
          merges[r] = own;
        }
      }
    }
  }

  private static SheetCell[] places(SheetCell[] cells) {
    int width = cells.length == 0 ? 0 : cells[cells.length - 1].column() + 1;
    if (width == cells.length) {
      return cells;
    }
    if (width > WIDE) {
      return null;
    }
    SheetCell[] places = new SheetCell[width];
    for (SheetCell cell : cells) {
      places[cell.column()] = cell;
    }
    return places;
  }

  private SheetCell[] cells(List<GridCell> row) {
    if (row.isEmpty()) {
      return NO_CELLS;
    }
    SheetCell[] cells = new SheetCell[row.size()];
    int count = 0;
    for (GridCell cell : row) {
      if (cell.value() instanceof CellValue.Number) {
        cells[count++] = new SheetCell(cell);
        continue;
      }
      Word word = words.of(cell.value().text());
      if (!word.compact().isEmpty()) {
        cells[count++] = new SheetCell(cell, word);
      }
    }
    return count == cells.length ? cells : Arrays.copyOf(cells, count);
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns;
  }

  /** All cells of a row. */
  List<SheetCell> row(int row) {
    return rows.get(row);
  }

  /** Whether a text of the row gives a hint. */
  boolean gives(int row, Hint hint) {
    return row >= 0 && row < hints.length && (hints[row] & hint.bit()) != 0;
  }

  String sheet() {
    return sheet;
  }

  Words words() {
    return words;
  }

  /** The merge that covers a place, or null. */
  Merge merge(int row, int column) {
    if (row < 0 || row >= merges.length) {
      return null;
    }
    for (Merge merge : merges[row]) {
      if (column >= merge.firstColumn() && column <= merge.lastColumn()) {
        return merge;
      }
    }
    return null;
  }

  /** The cell at a place, or null where it is blank. */
  SheetCell cell(int row, int column) {
    if (row < 0 || row >= rows.size()) {
      return null;
    }
    SheetCell[] places = byColumn[row];
    if (places != null) {
      return column >= 0 && column < places.length ? places[column] : null;
    }
    List<SheetCell> cells = rows.get(row);
    int at = from(cells, column);
    return at < cells.size() && cells.get(at).column() == column ? cells.get(at) : null;
  }

  /** The cells of a row between two columns, both inclusive. */
  List<SheetCell> row(int row, int left, int right) {
    if (row < 0 || row >= rows.size()) {
      return List.of();
    }
    List<SheetCell> cells = rows.get(row);
    if (left <= 0 && right >= columns - 1) {
      return cells;
    }
    int first = from(cells, left);
    int last = from(cells, right + 1);
    return first == 0 && last == cells.size() ? cells : cells.subList(first, last);
  }

  /** The index of the first cell at or behind a column. */
  private static int from(List<SheetCell> cells, int column) {
    int low = 0;
    int high = cells.size();
    if (high == 0 || cells.get(0).column() >= column) {
      return 0;
    }
    if (cells.get(high - 1).column() < column) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells.get(middle).column() < column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
