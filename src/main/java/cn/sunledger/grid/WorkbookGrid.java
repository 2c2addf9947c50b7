package cn.sunledger.grid;

import java.util.List;

/**
 * One workbook as read.
 *
 * @param file the file's name, without its folder
 * @param sheets its sheets, hidden ones included, in order
 */
public record WorkbookGrid(String file, List<SheetGrid> sheets) {
  /** Copies the list. */
  public WorkbookGrid {
    sheets = List.copyOf(sheets);
  }
}
