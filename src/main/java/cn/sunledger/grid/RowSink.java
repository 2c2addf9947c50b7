package cn.sunledger.grid;

import java.io.IOException;

/** Hands the rows of a sheet on, one after the other, and keeps none. */
final class RowSink implements SheetSink {
  private final CellReader cells;
  private final SheetRemarks remarks;
  private final SheetRows rows;
  private int number = -1;
  private GridRow row = new GridRow();

  RowSink(CellReader cells, SheetRemarks remarks, SheetRows rows) {
    this.cells = cells;
    this.remarks = remarks;
    this.rows = rows;
  }

  /** Hands on the last row, once the part is read. */
  void finish() throws IOException {
    if (!row.cells().isEmpty()) {
      rows.row(number, row.cells());
    }
  }

  @Override
  public void cell(RawCell cell) throws IOException {
    if (cell.row != number) {
      finish();
      row = new GridRow();
      number = cell.row;
    }
    GridCell read = cells.read(cell);
    if (read != null) {
      row.put(read);
    }
  }

  @Override
  public void zerosHidden() {
    cells.hideZeros();
  }

  @Override
  public void badAddress(String address) {
    remarks.note(SheetRemarks.Kind.BAD_ADDRESS, address);
  }

  @Override
  public void hiddenColumns(int first, int last) {}

  @Override
  public void hiddenRow(int hidden) {}

  @Override
  public void merge(Merge merge) {}
}
