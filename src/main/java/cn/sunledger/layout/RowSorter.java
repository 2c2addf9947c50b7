package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.ArrayList;
import java.util.List;

/** Tells the rows of a sheet apart: lines around a table, notes, and what is the table's own. */
final class RowSorter {
  private static final int LONG_TEXT = 40;
  private static final int MOST_PIECES = 8;

  /** What a row is. */
  enum Kind {
    BLANK,
    /** Title lines without the title: number, unit, department, year. */
    PREAMBLE,
    /** A row that holds a title. */
    TITLE,
    NOTE,
    /** A row of the table's header or one of its lines. */
    BODY
  }

  private final Area area;

  RowSorter(Area area) {
    this.area = area;
  }

  /**
   * The kind of a row.
   *
   * @param r the row
   * @param beforeBody whether no row of the table has been seen yet
   */
  Kind kind(int r, boolean beforeBody) {
    List<SheetCell> row = area.row(r);
    for (SheetCell cell : row) {
      if (cell.isStored() && !cell.isYear()) {
        return Kind.BODY;
      }
    }
    if (row.size() > MOST_PIECES) {
      return row.get(0).word().isNote() ? Kind.NOTE : Kind.BODY;
    }
    Look look = look(r);
    if (look.texts.isEmpty()) {
      return Kind.BLANK;
    }
    String first = look.texts.get(0);
    if (!look.title && look.amounts == 0 && look.cells.get(0).word().isNote()) {
      return Kind.NOTE;
    }
    if (look.amounts == 0 && isAround(look, beforeBody)) {
      return look.title ? Kind.TITLE : Kind.PREAMBLE;
    }
    if (look.amounts == 0 && look.texts.size() == 1) {
      if (beforeBody) {
        return isCaption(r, look.cells.get(0), first) ? Kind.PREAMBLE : Kind.BODY;
      }
      if (first.length() > LONG_TEXT && first.matches(".*[。；].*")) {
        return Kind.NOTE;
      }
    }
    return Kind.BODY;
  }

  /** Whether all cells of a row belong to the lines around a table. */
  private static boolean isAround(Look look, boolean beforeBody) {
    if (look.texts.size() > MOST_PIECES) {
      return false;
    }
    if (look.others == 0) {
      boolean yearsOnly = look.years == look.texts.size();
      if (beforeBody) {
        return !yearsOnly || look.years == 1;
      }
      return look.title ? look.texts.size() <= 4 : look.telling > 0;
    }
    // a unit beside words that head no column: 预算年度 2024 | 单位：万元
    return beforeBody && look.units > 0 && !look.headerWord && look.others <= 2;
  }

  /**
   * Whether the only text of a row before the table stands over it like a heading: over the whole
   * width, or at the left edge, or with more such lines below it.
   */
  private boolean isCaption(int r, SheetCell cell, String text) {
    if (cell.is(WordKind.LABEL)) {
      return false;
    }
    Merge merge = area.merge(r, cell.column());
    int width = area.right - area.left + 1;
    int below = nextRow(r);
    if (merge != null && merge.lastColumn() > merge.firstColumn()) {
      int covered = Math.min(merge.lastColumn(), area.right) - merge.firstColumn() + 1;
      return 2 * covered >= width || merge.firstColumn() <= firstColumn(below);
    }
    if (below < 0 || width == 1) {
      return true;
    }
    boolean labelBelow = !area.own(below, cell.column()).isEmpty();
    return cell.column() <= firstColumn(below)
        || !labelBelow
        || text.length() >= 8 && text.matches(".*(?:情况|预算|决算|经费|表)")
        || isAround(look(below), true);
  }

  private int nextRow(int r) {
    for (int below = r + 1; below <= area.bottom; below++) {
      if (!area.row(below).isEmpty()) {
        return below;
      }
    }
    return -1;
  }

  private int firstColumn(int r) {
    List<SheetCell> row = r < 0 ? List.of() : area.row(r);
    return row.isEmpty() ? area.right + 1 : row.get(0).column();
  }

  /** What the cells of a row are, counted. */
  private static final class Look {
    private final List<SheetCell> cells = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private boolean title;
    private boolean headerWord;
    private int amounts;
    private int years;
    private int units;
    private int telling;
    private int others;
  }

  private Look look(int r) {
    Look look = new Look();
    boolean valueFollows = false;
    for (SheetCell cell : area.row(r)) {
      String text = cell.plain();
      if (text.isEmpty()) {
        continue;
      }
      look.cells.add(cell);
      look.texts.add(text);
      if (cell.isAmount() && (cell.isStored() || !valueFollows)) {
        look.amounts++;
        continue;
      }
      Piece piece = cell.piece();
      boolean title = cell.isTitle();
      boolean signature = cell.word().isSignature();
      boolean pairWord =
          cell.word().isNameWord()
              || cell.word().isUnitWord()
              || signature && (text.endsWith(":") || text.endsWith("："));
      look.title |= title && !valueFollows;
      look.years += piece.isYearOnly() ? 1 : 0;
      look.units += piece.unit().isPresent() ? 1 : 0;
      look.telling +=
          piece.unit().isPresent()
                  || !piece.tag().isEmpty()
                  || piece.unitName().isPresent()
                  || Pieces.isContinued(text)
              ? 1
              : 0;
      look.others += piece.isWhole() || title || valueFollows || pairWord || signature ? 0 : 1;
      look.headerWord |= cell.is(WordKind.LABEL);
      valueFollows = !valueFollows && (pairWord || isOpen(piece));
    }
    return look;
  }

  /** Whether a piece is a mere 部门： whose value stands in the next cell. */
  private static boolean isOpen(Piece piece) {
    return piece.isWhole()
        && piece.unit().isEmpty()
        && piece.unitName().filter(String::isEmpty).isPresent();
  }
}
