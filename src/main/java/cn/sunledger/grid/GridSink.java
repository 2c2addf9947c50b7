package cn.sunledger.grid;

/**
 * Builds the grid of a sheet from what its part delivers. Where the sheet has more cells than are
 * wanted, the grid holds its first rows, and of the others nothing but how far they reach.
 */
final class GridSink implements SheetSink {
  private final SheetGrid sheet;
  private final CellReader cells;
  private final SheetRemarks remarks;
  private final long most;
  private long kept;
  private int row = -1;
  private boolean beyond;
  private boolean inOrder = true;
  private int rows;
  private int columns;
  private long others;

  /**
   * @param most how many cells are kept, to the end of a row
   */
  GridSink(SheetGrid sheet, CellReader cells, SheetRemarks remarks, long most) {
    this.sheet = sheet;
    this.cells = cells;
    this.remarks = remarks;
    this.most = most;
  }

  /** The sheet with all remarks, once the part is read. */
  SheetGrid finish() throws WorkbookFault {
    if (!beyond) {
      remarks.tell(sheet);
      return sheet;
    }
    if (!inOrder) {
      throw WorkbookFault.excessive("工作表“" + Messages.clean(sheet.name()) + "”很大，而各行没有按顺序存放");
    }
    sheet.goesOn(
        Math.max(rows, sheet.rowCount()), Math.max(columns, sheet.columnCount()), kept + others);
    return sheet;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    for (int column = first; column <= last; column++) {
      sheet.hideColumn(column);
    }
  }

  @Override
  public void hiddenRow(int hidden) {
    sheet.hideRow(hidden);
  }

  @Override
  public void zerosHidden() {
    cells.hideZeros();
  }

  @Override
  public void merge(Merge merge) {
    sheet.put(merge);
  }

  @Override
  public void badAddress(String address) {
    remarks.note(SheetRemarks.Kind.BAD_ADDRESS, address);
  }

  @Override
  public void cell(RawCell cell) throws WorkbookFault {
    inOrder &= cell.row >= row;
    beyond |= kept >= most && cell.row != row;
    row = cell.row;
    if (!beyond) {
      GridCell read = cells.read(cell);
      if (read != null) {
        sheet.put(read);
        kept++;
      }
    } else if (cells.stands(cell)) {
      rows = Math.max(rows, cell.row + 1);
      columns = Math.max(columns, cell.column + 1);
      others++;
    }
  }
}
