package cn.sunledger.grid;

/**
 * A merged region, all bounds zero-based and inclusive.
 *
 * @param firstRow top row
 * @param firstColumn left column
 * @param lastRow bottom row
 * @param lastColumn right column
 */
public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  /**
   * Whether a cell lies in the region.
   *
   * @param row zero-based row
   * @param column zero-based column
   */
  public boolean contains(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}
