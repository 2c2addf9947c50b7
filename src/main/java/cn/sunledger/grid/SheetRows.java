package cn.sunledger.grid;

import java.io.IOException;
import java.util.List;

/** Receives the rows of a sheet from top to bottom. */
@FunctionalInterface
public interface SheetRows {
  /**
   * One row that holds a cell.
   *
   * @param row zero-based row
   * @param cells its cells from left to right; the list is not kept up when this returns
   * @throws IOException where the receiver fails
   */
  void row(int row, List<GridCell> cells) throws IOException;
}
