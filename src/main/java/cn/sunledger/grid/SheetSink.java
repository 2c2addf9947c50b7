package cn.sunledger.grid;

import java.io.IOException;

/**
 * Receives the content of one sheet in the order of the file, so that no sheet need be held whole.
 */
interface SheetSink {
  /** Columns of which the sheet says that they are hidden. */
  void hiddenColumns(int first, int last) throws IOException;

  /** A row that the sheet hides. */
  void hiddenRow(int row) throws IOException;

  /** The sheet shows no zeros, whatever the formats say. */
  void zerosHidden() throws IOException;

  /** A cell with a value or a formula; the object is filled anew for the next cell. */
  void cell(RawCell cell) throws IOException;

  /** A merged region. */
  void merge(Merge merge) throws IOException;

  /** A cell or a merge whose address no sheet has; it was left out. */
  void badAddress(String address) throws IOException;
}
