package cn.sunledger.grid;

import cn.sunledger.model.CellValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** One sheet: its cells by address, its merges, and what of it is hidden. */
public final class SheetGrid {
  private static final CellValue BLANK = new CellValue.Blank();

  private final String name;
  private final int index;
  private final boolean hidden;
  private final GridRows rows = new GridRows();
  private final List<Merge> merges = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private final List<String> remarks = new ArrayList<>();
  private int rowCount;
  private int columnCount;
  private long cellCount;

  private boolean whole = true;
  private int fullRowCount;
  private int fullColumnCount;
  private long fullCellCount;

  /** The row that was put to last: cells come row by row. */
  private GridRow last;

  private int lastRow;

  /**
   * An empty sheet.
   *
   * @param name its name
   * @param index zero-based place in the workbook
   * @param hidden whether the workbook hides it
   */
  public SheetGrid(String name, int index, boolean hidden) {
    this.name = name;
    this.index = index;
    this.hidden = hidden;
  }

  /** The sheet's name. */
  public String name() {
    return name;
  }

  /** Its zero-based place in the workbook. */
  public int index() {
    return index;
  }

  /** Whether the workbook hides it. */
  public boolean hidden() {
    return hidden;
  }

  /**
   * Adds a cell; a blank one is left out.
   *
   * @param cell the cell
   */
  public void put(GridCell cell) {
    if (cell.value() instanceof CellValue.Blank) {
      return;
    }
    if (last == null || lastRow != cell.row()) {
      last = rows.at(cell.row());
      lastRow = cell.row();
      rowCount = Math.max(rowCount, lastRow + 1);
    }
    cellCount += last.put(cell) ? 1 : 0;
    columnCount = Math.max(columnCount, cell.column() + 1);
  }

  /**
   * Adds a merged region.
   *
   * @param merge the region
   */
  public void put(Merge merge) {
    merges.add(merge);
  }

  /**
   * Marks a row as hidden.
   *
   * @param row zero-based row
   */
  public void hideRow(int row) {
    hiddenRows.set(row);
  }

  /**
   * Marks a column as hidden.
   *
   * @param column zero-based column
   */
  public void hideColumn(int column) {
    hiddenColumns.set(column);
  }

  /**
   * Says something of the sheet that a reader should know.
   *
   * @param remark in Chinese, such as a cell whose number could not be read
   */
  public void remark(String remark) {
    remarks.add(remark);
  }

  /** One more than the last row that holds a cell. */
  public int rowCount() {
    return rowCount;
  }

  /** How many cells are held. */
  public long cellCount() {
    return cellCount;
  }

  /** One more than the last column that holds a cell. */
  public int columnCount() {
    return columnCount;
  }

  /**
   * Says that the sheet in the file goes on behind the rows that are held here.
   *
   * @param rows one more than the last row that holds a cell
   * @param columns one more than the last column that holds a cell
   * @param cells how many cells there are, those of the same address counted apart
   */
  void goesOn(int rows, int columns, long cells) {
    whole = false;
    fullRowCount = rows;
    fullColumnCount = columns;
    fullCellCount = cells;
  }

  /** Whether all rows of the sheet are held; of one that is too large only the first are. */
  public boolean whole() {
    return whole;
  }

  /** One more than the last row in the file that holds a cell. */
  public int fullRowCount() {
    return whole ? rowCount : fullRowCount;
  }

  /** How many cells the sheet has in the file; 0 where all of them are held. */
  public long fullCellCount() {
    return fullCellCount;
  }

  /** One more than the last column in the file that holds a cell. */
  public int fullColumnCount() {
    return whole ? columnCount : fullColumnCount;
  }

  /**
   * The cell at an address.
   *
   * @param row zero-based row
   * @param column zero-based column
   * @return the cell, or null where it is blank
   */
  public GridCell cell(int row, int column) {
    GridRow cells = rows.get(row);
    return cells == null ? null : cells.cell(column);
  }

  /**
   * The value at an address.
   *
   * @param row zero-based row
   * @param column zero-based column
   * @return the value; blank where no cell stands
   */
  public CellValue value(int row, int column) {
    GridCell cell = cell(row, column);
    return cell == null ? BLANK : cell.value();
  }

  /**
   * The cells of a row, from left to right.
   *
   * @param row zero-based row
   */
  public List<GridCell> row(int row) {
    GridRow cells = rows.get(row);
    return cells == null ? List.of() : cells.cells();
  }

  /** The merged regions. */
  public List<Merge> merges() {
    return Collections.unmodifiableList(merges);
  }

  /**
   * Whether a row is hidden.
   *
   * @param row zero-based row
   */
  public boolean rowHidden(int row) {
    return hiddenRows.get(row);
  }

  /**
   * Whether a column is hidden.
   *
   * @param column zero-based column
   */
  public boolean columnHidden(int column) {
    return hiddenColumns.get(column);
  }

  /** Whether a row or a column is hidden. */
  public boolean hidesSome() {
    return !hiddenRows.isEmpty() || !hiddenColumns.isEmpty();
  }

  /** What a reader should know of the sheet, in Chinese. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }
}
