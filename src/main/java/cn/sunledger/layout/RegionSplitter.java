package cn.sunledger.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tables of a sheet: stacked under each other, or side by side, each with its own title
 * lines; a header of its own without any title begins a table too.
 */
final class RegionSplitter {
  private static final int TITLE_ROWS = 10;

  private RegionSplitter() {}

  /** The regions of a sheet, from top to bottom. */
  static List<Region> split(Area sheet) {
    List<Region> regions = new ArrayList<>();
    List<Area> sides = sideBySide(sheet);
    if (sides.size() > 1) {
      sides.forEach(side -> regions.addAll(split(side)));
      return regions;
    }
    for (Region region : stacked(sheet)) {
      List<Area> halves = region.area().isSame(sheet) ? sides : sideBySide(region.area());
      if (halves.size() > 1) {
        halves.forEach(half -> regions.addAll(split(half)));
      } else if (region.isForm()) {
        regions.addAll(FormReader.atRepeatedForms(region));
      } else {
        regions.addAll(HeaderReader.atInnerHeaders(region));
      }
    }
    return regions;
  }

  /** Cuts where a blank column separates two titles that stand in one row or nearly so. */
  private static List<Area> sideBySide(Area sheet) {
    for (int r = sheet.top; r <= Math.min(sheet.bottom, sheet.top + TITLE_ROWS); r++) {
      if (!sheet.gives(r, Hint.TITLE)) {
        continue;
      }
      SheetCell before = null;
      for (SheetCell cell : sheet.row(r)) {
        if (!cell.isTitle()) {
          continue;
        }
        int gap = before == null ? -1 : gapBetween(sheet, r, before.column(), cell.column());
        if (gap > 0) {
          return List.of(
              sheet.part(sheet.top, sheet.bottom, sheet.left, gap - 1),
              sheet.part(sheet.top, sheet.bottom, gap + 1, sheet.right));
        }
        before = cell;
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
    RowSorter rows = new RowSorter(area);
    List<Region> regions = new ArrayList<>();
    Draft draft = new Draft(area.top);
    List<Integer> pending = new ArrayList<>();
    boolean pendingTitle = false;
    for (int r = area.top; r <= area.bottom; r++) {
      RowSorter.Kind kind = rows.kind(r, draft.body.isEmpty() || pendingTitle);
      if (kind == RowSorter.Kind.PREAMBLE || kind == RowSorter.Kind.TITLE) {
        pending.add(r);
        pendingTitle |= kind == RowSorter.Kind.TITLE;
        continue;
      }
      if (kind == RowSorter.Kind.BLANK) {
        continue;
      }
      if (pendingTitle && kind == RowSorter.Kind.NOTE && draft.started()) {
        // a note between a title and its header
        pending.add(r);
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
      (kind == RowSorter.Kind.NOTE ? draft.notes : draft.body).add(r);
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
}
