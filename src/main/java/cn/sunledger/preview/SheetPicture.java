package cn.sunledger.preview;

import java.util.List;

/**
 * A stretch of a sheet as it looks.
 *
 * @param name the sheet's name
 * @param hidden whether the workbook hides the sheet
 * @param widths widths of its columns in pixels of 1/96 inch; 0 where one is hidden
 * @param rows its rows, hidden ones left out
 * @param firstRow zero-based first row of the stretch
 * @param allRows how many rows the sheet has
 */
public record SheetPicture(
    String name, boolean hidden, List<Integer> widths, List<Row> rows, int firstRow, int allRows) {
  /** Copies the lists. */
  public SheetPicture {
    widths = List.copyOf(widths);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param row zero-based row
   * @param height in pixels of 1/96 inch
   * @param cells its cells from left to right, those left out that a merge covers
   */
  public record Row(int row, int height, List<Cell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell, or several that are merged.
   *
   * @param column zero-based column
   * @param text what it shows
   * @param number whether it holds a number
   * @param rowSpan how many of the rows that are shown it covers
   * @param columnSpan how many columns it covers
   * @param look number of its look in {@link WorkbookPicture#looks()}
   */
  public record Cell(
      int column, String text, boolean number, int rowSpan, int columnSpan, int look) {}
}
