package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private record Place(int row, int column, String label, Word word, boolean merged) {
    boolean same(Place other) {
      return other != null && row == other.row && column == other.column;
    }
  }

  HeaderPaths(Area area, List<Integer> rows) {
    this.area = area;
    this.rows = rows;
    this.places = new Place[rows.size()][area.right - area.left + 1];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = area.left; c <= area.right; c++) {
        places[i][c - area.left] = place(i, c);
      }
    }
  }

  /**
   * What stands over each column.
   *
   * @param numbers 栏次 by column
   */
  List<Header.Column> columns(Map<Integer, String> numbers) {
    boolean[] labelled = labelled();
    List<Header.Column> columns = new ArrayList<>(labelled.length);
    for (int at = 0; at < labelled.length; at++) {
      String number = numbers.getOrDefault(area.left + at, "");
      columns.add(column(at, number, labelled[at]));
    }
    return columns;
  }

  private Header.Column column(int at, String number, boolean labelled) {
    List<String> path = new ArrayList<>(rows.size());
    Place last = null;
    for (int i = 0; i < rows.size(); i++) {
      Place place = places[i][at];
      if (place == null || place.label.isEmpty() || place.same(last)) {
        continue;
      }
      if (last == null || !last.label.equals(place.label)) {
        path.add(place.label);
      }
      last = place;
    }
    return new Header.Column(path, last == null ? Word.NONE : last.word, number, labelled);
  }

  private boolean[] labelled() {
    boolean[] labelled = new boolean[area.right - area.left + 1];
    for (Place[] row : places) {
      for (Place place : row) {
        int at = place == null || place.label.isEmpty() ? -1 : place.column - area.left;
        if (at >= 0 && at < labelled.length) {
          labelled[at] = true;
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
      return placed(r, c, aside ? label : "", cell, merged);
    }
    if (cell.piece().rest().indexOf('计') < 0) {
      return placed(r, c, label, cell, merged);
    }
    Matcher glued = GLUED.matcher(label);
    if (!glued.matches()) {
      return placed(r, c, label, cell, merged);
    }
    if (totals.stream().noneMatch(total -> total.row() == r && total.column() == c)) {
      NumberText.parse(glued.group(2))
          .ifPresent(n -> totals.add(new Header.GluedTotal(r, c, glued.group(1), n)));
    }
    return placed(r, c, glued.group(1), cell, merged);
  }

  private Place placed(int r, int c, String label, SheetCell cell, boolean merged) {
    boolean whole = cell != null && cell.word().printed().equals(label);
    return new Place(r, c, label, whole ? cell.word() : area.wordOf(label), merged);
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
