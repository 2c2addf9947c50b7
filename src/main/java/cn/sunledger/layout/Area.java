package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.util.List;

/** A rectangle of a sheet, in which a merged cell can be asked for from any of its places. */
final class Area {
  private static final CellValue BLANK = new CellValue.Blank();

  private final SheetCells cells;
  final int top;
  final int bottom;
  final int left;
  final int right;

  private Area(SheetCells cells, int top, int bottom, int left, int right) {
    this.cells = cells;
    this.top = top;
    this.bottom = bottom;
    this.left = left;
    this.right = right;
  }

  /**
   * The whole sheet.
   *
   * @param grid the sheet
   * @param words the texts of its workbook
   */
  static Area of(SheetGrid grid, Words words) {
    return of(new SheetCells(grid, words));
  }

  /** All cells of a sheet. */
  static Area of(SheetCells cells) {
    return new Area(cells, 0, cells.rowCount() - 1, 0, Math.max(0, cells.columnCount() - 1));
  }

  /** A part of this area, all bounds inclusive. */
  Area part(int fromRow, int toRow, int fromColumn, int toColumn) {
    return new Area(cells, fromRow, toRow, fromColumn, toColumn);
  }

  /** Whether it is the same rectangle of the same sheet. */
  boolean isSame(Area other) {
    return cells == other.cells
        && top == other.top
        && bottom == other.bottom
        && left == other.left
        && right == other.right;
  }

  /** Whether a text in the row gives a hint, if only beside the area. */
  boolean gives(int row, Hint hint) {
    return cells.gives(row, hint);
  }

  CellRef ref(int row, int column) {
    return new CellRef(cells.sheet(), row, column);
  }

  /** A text as a word of the workbook. */
  Word wordOf(String text) {
    return cells.words().of(text);
  }

  /** The merge that covers a place, or null. */
  Merge merge(int row, int column) {
    return cells.merge(row, column);
  }

  /** Whether a merge covers the place without starting there. */
  boolean inside(int row, int column) {
    Merge merge = merge(row, column);
    return merge != null && (merge.firstRow() != row || merge.firstColumn() != column);
  }

  /** The cell at the place itself, or null where it is blank. */
  SheetCell cell(int row, int column) {
    return cells.cell(row, column);
  }

  /** The value that stands at the place itself. */
  CellValue value(int row, int column) {
    SheetCell cell = cell(row, column);
    return cell == null ? BLANK : cell.value();
  }

  /** The cell a person sees at the place, or null: that of the merge where one covers it. */
  private SheetCell seenCell(int row, int column) {
    Merge merge = merge(row, column);
    return merge == null ? cell(row, column) : cell(merge.firstRow(), merge.firstColumn());
  }

  /** The value a person sees at the place. */
  CellValue seen(int row, int column) {
    SheetCell cell = seenCell(row, column);
    return cell == null ? BLANK : cell.value();
  }

  /** The text a person sees at the place, as a word. */
  Word word(int row, int column) {
    SheetCell cell = seenCell(row, column);
    return cell == null ? Word.NONE : cell.word();
  }

  /** The text a person sees at the place, blanks removed. */
  String text(int row, int column) {
    return word(row, column).compact();
  }

  /** The digits of the code a person sees at the place; empty where none stands there. */
  String digits(int row, int column) {
    SheetCell cell = seenCell(row, column);
    return cell == null ? "" : cell.digits();
  }

  /** The text that stands at the place itself, blanks removed. */
  String own(int row, int column) {
    SheetCell cell = cell(row, column);
    return cell == null ? "" : cell.compact();
  }

  boolean isNumber(int row, int column) {
    SheetCell cell = cell(row, column);
    return cell != null && cell.number().isPresent();
  }

  /** The cells of a row inside the area that are not blank, from left to right. */
  List<SheetCell> row(int row) {
    return cells.row(row, left, right);
  }
}
