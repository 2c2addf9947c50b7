package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tables of a sheet: stacked under each other, or side by side, each with its own title
 * lines.
 */
final class RegionSplitter {
  private static final int LONG_TEXT = 40;

  private enum Kind {
    BLANK,
    PREAMBLE,
    TITLE,
    NOTE,
    BODY
  }

  private RegionSplitter() {}

  /** The regions of a sheet, from top to bottom. */
  static List<Region> split(Area sheet) {
    List<Region> regions = new ArrayList<>();
    for (Area half : sideBySide(sheet)) {
      regions.addAll(stacked(half));
    }
    return regions;
  }

  private static List<Area> sideBySide(Area sheet) {
    for (int r = sheet.top; r <= Math.min(sheet.bottom, sheet.top + 10); r++) {
      List<GridCell> titles =
          sheet.row(r).stream().filter(cell -> Pieces.isTitle(text(cell))).toList();
      if (titles.size() == 2) {
        int gap = gapBetween(sheet, r, titles.get(0).column(), titles.get(1).column());
        if (gap > 0) {
          return List.of(
              sheet.part(sheet.top, sheet.bottom, sheet.left, gap - 1),
              sheet.part(sheet.top, sheet.bottom, gap + 1, sheet.right));
        }
      }
    }
    return List.of(sheet);
  }

  private static int gapBetween(Area sheet, int titleRow, int first, int second) {
    for (int c = first + 1; c <= second; c++) {
      boolean empty = true;
      for (int r = sheet.top; r <= sheet.bottom && empty; r++) {
        empty = sheet.cell(r, c) == null && (r < titleRow || sheet.merge(r, c) == null);
      }
      if (empty) {
        return c;
      }
    }
    return -1;
  }

  private static List<Region> stacked(Area area) {
    List<Region> regions = new ArrayList<>();
    Draft draft = new Draft(area.top);
    List<Integer> pending = new ArrayList<>();
    boolean pendingTitle = false;
    for (int r = area.top; r <= area.bottom; r++) {
      Kind kind = kind(area, r, draft.body.isEmpty());
      if (kind == Kind.PREAMBLE || kind == Kind.TITLE) {
        pending.add(r);
        pendingTitle |= kind == Kind.TITLE;
        continue;
      }
      if (kind == Kind.BLANK) {
        continue;
      }
      if (!pending.isEmpty()) {
        if (pendingTitle && draft.started()) {
          regions.add(draft.region(area, pending.get(0) - 1));
          draft = new Draft(pending.get(0));
        }
        draft.preamble.addAll(pending);
        pending.clear();
        pendingTitle = false;
      }
      (kind == Kind.NOTE ? draft.notes : draft.body).add(r);
    }
    if (pendingTitle && draft.started()) {
      regions.add(draft.region(area, pending.get(0) - 1));
      draft = new Draft(pending.get(0));
    }
    draft.preamble.addAll(pending);
    if (draft.started() || !draft.preamble.isEmpty()) {
      regions.add(draft.region(area, area.bottom));
    }
    return regions;
  }

  private static final class Draft {
    private final int top;
    private final List<Integer> preamble = new ArrayList<>();
    private final List<Integer> body = new ArrayList<>();
    private final List<Integer> notes = new ArrayList<>();

    private Draft(int top) {
      this.top = top;
    }

    private boolean started() {
      return !body.isEmpty() || !notes.isEmpty() && !preamble.isEmpty();
    }

    private Region region(Area area, int bottom) {
      return new Region(area.part(top, bottom, area.left, area.right), preamble, body, notes);
    }
  }

  private static Kind kind(Area area, int r, boolean beforeBody) {
    List<GridCell> cells = area.row(r);
    if (cells.stream().allMatch(cell -> text(cell).isEmpty())) {
      return Kind.BLANK;
    }
    boolean title = false;
    boolean unit = false;
    boolean allPieces = true;
    boolean number = false;
    boolean afterDepartmentWord = false;
    int texts = 0;
    for (GridCell cell : cells) {
      String text = text(cell);
      if (text.isEmpty()) {
        continue;
      }
      texts++;
      boolean piece =
          Pieces.isTag(text)
              || Pieces.isYear(text)
              || Pieces.isDate(text)
              || Pieces.isContinued(text)
              || Pieces.department(text).isPresent()
              || afterDepartmentWord
              || Pieces.isUnitWord(text)
              || Pieces.declaresUnit(text);
      unit |= Pieces.declaresUnit(text) && text.contains("单位");
      boolean titleLike = !piece && Pieces.isTitle(text);
      title |= titleLike;
      number |= cell.value() instanceof CellValue.Number && !Pieces.isYear(text);
      allPieces &= piece || titleLike;
      afterDepartmentWord = Pieces.department(text).filter(String::isEmpty).isPresent();
    }
    String first = text(cells.get(0));
    if (!title && Pieces.isNote(first) && !number) {
      return Kind.NOTE;
    }
    if (allPieces && (texts <= 6)) {
      return title ? Kind.TITLE : Kind.PREAMBLE;
    }
    if (unit && !number && beforeBody && !title) {
      return Kind.PREAMBLE;
    }
    if (beforeBody
        && texts == 1
        && !number
        && wide(area, cells.get(0))
        && first.length() < 2 * LONG_TEXT) {
      return Kind.PREAMBLE;
    }
    if (!beforeBody
        && texts == 1
        && !number
        && first.length() > LONG_TEXT
        && first.matches(".*[。；].*")) {
      return Kind.NOTE;
    }
    return Kind.BODY;
  }

  /**
   * Whether the cell is the only one of a row that a person would see as a heading: merged over
   * much of the table.
   */
  private static boolean wide(Area area, GridCell cell) {
    var merge = area.merge(cell.row(), cell.column());
    int width = area.right - area.left + 1;
    return merge == null
        ? width == 1
            || area.cell(cell.row() + 1, cell.column()) == null && cell.column() > area.left
        : 2 * (merge.lastColumn() - merge.firstColumn() + 1) >= width;
  }

  private static String text(GridCell cell) {
    return Labels.compact(cell.value().text());
  }
}
