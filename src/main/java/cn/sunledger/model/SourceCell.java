package cn.sunledger.model;

/**
 * A cell of one of several workbooks.
 *
 * @param file the workbook's file name
 * @param cell the cell
 */
public record SourceCell(String file, CellRef cell) {
  /** File, sheet and address. */
  @Override
  public String toString() {
    return file + " " + cell;
  }
}
