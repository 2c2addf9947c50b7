package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the labels of a header to paths. A merged label covers its columns; one that is not merged
 * covers the blank places on its right that have a label of their own below.
 */
final class HeaderPaths {
  private static final Pattern GLUED =
      Pattern.compile("^(.{0,10}(?:合计|总计|小计))[:：]?(-?[0-9][0-9,，]*(?:\\.[0-9]+)?(?:元|万元)?)$");

  private final Area area;
  private final List<Integer> rows;
  private final List<Header.GluedTotal> totals = new ArrayList<>();
  private final Place[][] places;

  /** The cell whose label covers a place of the header. */
  private record Place(int row, int column, String label, boolean merged) {
    boolean same(Place other) {
      return other != null && row == other.row && column == other.column;
    }
  }

  private HeaderPaths(Area area, List<Integer> rows) {
    this.area = area;
    this.rows = rows;
    this.places = new Place[rows.size()][area.right - area.left + 1];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = area.left; c <= area.right; c++) {
        places[i][c - area.left] = place(i, c);
      }
    }
  }

  static HeaderPaths of(Area area, List<Integer> rows) {
    return new HeaderPaths(area, rows);
  }

  /** The labels over each column, from outside in. */
  Map<Integer, List<String>> paths() {
    Map<Integer, List<String>> paths = new HashMap<>();
    for (int c = area.left; c <= area.right; c++) {
      List<String> path = new ArrayList<>();
      Place last = null;
      for (int i = 0; i < rows.size(); i++) {
        Place place = places[i][c - area.left];
        if (place == null || place.label.isEmpty() || place.same(last)) {
          continue;
        }
        if (last == null || !last.label.equals(place.label)) {
          path.add(place.label);
        }
        last = place;
      }
      paths.put(c, path);
    }
    return paths;
  }

  /** The innermost label over each column. */
  Map<Integer, Word> words(Map<Integer, List<String>> paths) {
    Map<Integer, Word> words = new HashMap<>();
    paths.forEach(
        (column, path) -> {
          if (!path.isEmpty()) {
            words.put(column, area.wordOf(path.get(path.size() - 1)));
          }
        });
    return words;
  }

  /** The columns over which a label begins; others are covered from the left or blank. */
  Set<Integer> labelled() {
    Set<Integer> labelled = new HashSet<>();
    for (Place[] row : places) {
      for (Place place : row) {
        if (place != null && !place.label.isEmpty()) {
          labelled.add(place.column);
        }
      }
    }
    return labelled;
  }

  List<Header.GluedTotal> totals() {
    return totals;
  }

  private Place place(int i, int c) {
    int r = rows.get(i);
    Merge merge = area.merge(r, c);
    if (merge != null) {
      boolean fromAbove = merge.firstRow() < rows.get(0);
      return fromAbove ? null : placeAt(merge.firstRow(), merge.firstColumn(), true);
    }
    if (!area.own(r, c).isEmpty()) {
      return placeAt(r, c, false);
    }
    return inherited(i, c);
  }

  private Place placeAt(int r, int c, boolean merged) {
    SheetCell cell = area.cell(r, c);
    String label = cell == null ? "" : cell.compact();
    if (label.isEmpty() || cell.piece().isWhole() && !isYearsLabel(cell)) {
      boolean aside = !label.isEmpty() && isPair(cell);
      return new Place(r, c, aside ? label : "", merged);
    }
    if (cell.piece().rest().indexOf('计') < 0) {
      return new Place(r, c, label, merged);
    }
    Matcher glued = GLUED.matcher(label);
    if (!glued.matches()) {
      return new Place(r, c, label, merged);
    }
    if (totals.stream().noneMatch(total -> total.row() == r && total.column() == c)) {
      NumberText.parse(glued.group(2))
          .ifPresent(n -> totals.add(new Header.GluedTotal(r, c, glued.group(1), n)));
    }
    return new Place(r, c, glued.group(1), merged);
  }

  /** A year, or one with the unit on a line of its own: 2021年预算 above （千元）. */
  private static boolean isYearsLabel(SheetCell cell) {
    boolean bracketed = cell.piece().unit().isPresent() && !cell.plain().contains("单位");
    return cell.isYear() || cell.piece().year().isPresent() && bracketed;
  }

  /** Such as 其中：财政拨款, which is a label for all its colon. */
  private static boolean isPair(SheetCell cell) {
    Piece piece = cell.piece();
    return piece.aside() && piece.unit().isEmpty() && !Pieces.isDate(cell.plain());
  }

  /** What covers a blank place: its left neighbour's label, where that stands over a group. */
  private Place inherited(int i, int c) {
    if (!labelBelow(i, c)) {
      return null;
    }
    int left = c - 1;
    while (left >= area.left && isBlankColumn(left)) {
      left--;
    }
    if (left < area.left) {
      return null;
    }
    Place neighbour = places[i][left - area.left];
    if (neighbour == null || neighbour.merged || !labelBelow(i, neighbour.column)) {
      return null;
    }
    for (int k = 0; k < i; k++) {
      Place above = places[k][c - area.left];
      Place aboveLeft = places[k][left - area.left];
      if (above == null ? aboveLeft != null : !above.same(aboveLeft)) {
        return null;
      }
    }
    return neighbour;
  }

  private boolean labelBelow(int i, int c) {
    for (int k = i + 1; k < rows.size(); k++) {
      if (!area.own(rows.get(k), c).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isBlankColumn(int c) {
    for (int r : rows) {
      if (!area.own(r, c).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
