package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the rows of a header: text above numbers, merges, a row of column numbers. */
final class HeaderReader {
  private static final int MOST_ROWS = 7;
  private static final Pattern ECONOMIC_CODE = Pattern.compile("[35][0-9]{2}(?:[0-9]{2})?");
  private static final Pattern MARK = Pattern.compile("[-—－–/／*＊无]+");

  private final Area area;
  private final List<Integer> body;
  private final List<Integer> rows = new ArrayList<>();
  private final Set<Integer> labelColumns = new HashSet<>();
  private Map<Integer, String> numbers = Map.of();
  private int next;

  HeaderReader(Area area, List<Integer> body) {
    this.area = area;
    this.body = body;
    if (!endAtNumberRow()) {
      endByContent();
    }
  }

  /** The header at the top of the body, and the rows behind it. */
  Header header() {
    HeaderPaths paths = new HeaderPaths(area, rows);
    List<Integer> lines = new ArrayList<>(body.subList(next, body.size()));
    lines.removeIf(r -> repeats(r) || NumberRow.isMarked(area, r));
    return new Header(rows, area.left, paths.columns(numbers), lines, paths.totals());
  }

  /** Cuts a region where a header of other labels begins among its lines. */
  static List<Region> atInnerHeaders(Region region) {
    HeaderReader reader = region.headerReader();
    boolean amounts = false;
    for (int i = reader.next; i < region.body().size(); i++) {
      int r = region.body().get(i);
      if (hasAmount(reader.area, r)) {
        amounts = true;
      } else if (amounts && reader.opensOther(r) && reader.amountsFrom(i + 1)) {
        List<Region> regions = new ArrayList<>();
        regions.add(region.until(r));
        regions.addAll(atInnerHeaders(region.from(r)));
        return regions;
      }
    }
    return List.of(region);
  }

  private boolean opensOther(int r) {
    List<SheetCell> cells = area.row(r);
    boolean others =
        cells.size() >= 2
            && !cells.get(cells.size() - 1).is(WordKind.LABEL)
            && cells.stream().noneMatch(SheetCell::isStored);
    return others && cells.get(0).is(WordKind.LABEL) && !repeats(r) && !NumberRow.isMarked(area, r);
  }

  private boolean amountsFrom(int i) {
    return body.subList(i, body.size()).stream().anyMatch(r -> hasAmount(area, r));
  }

  /** A row of column numbers ends the header wherever it stands under texts alone. */
  private boolean endAtNumberRow() {
    for (int i = 0; i < Math.min(MOST_ROWS + 1, body.size()); i++) {
      int r = body.get(i);
      NumberRow row = NumberRow.of(area, r, body.subList(i + 1, body.size()));
      if (i > 0 && row != null) {
        rows.addAll(body.subList(0, i));
        numbers = row.numbers();
        next = i + 1;
        return true;
      }
      if (hasAmount(area, r) && !isCodeRow(r)) {
        return false;
      }
    }
    return false;
  }

  private void endByContent() {
    int mergedTo = -1;
    for (; next < body.size() && rows.size() < MOST_ROWS; next++) {
      int r = body.get(next);
      boolean insideMerge = r <= mergedTo && !hasAmount(area, r);
      if (!insideMerge && !isHeaderRow(r)) {
        return;
      }
      rows.add(r);
      mergedTo = Math.max(mergedTo, mergedTo(r));
      for (SheetCell cell : area.row(r)) {
        if (cell.is(WordKind.LABEL)) {
          labelColumns.add(cell.column());
        }
      }
    }
  }

  /** How far down the vertical merges reach that start in the header. */
  private int mergedTo(int r) {
    int last = r;
    for (SheetCell cell : area.row(r)) {
      Merge merge = area.merge(r, cell.column());
      if (merge != null
          && merge.firstRow() >= rows.get(0)
          && merge.lastRow() - merge.firstRow() < MOST_ROWS) {
        last = Math.max(last, merge.lastRow());
      }
    }
    return last;
  }

  /** Whether a row holds an amount; a year is none. */
  static boolean hasAmount(Area area, int r) {
    for (SheetCell cell : area.row(r)) {
      if (cell.isAmount()) {
        return true;
      }
    }
    return false;
  }

  /** Subject codes over the columns of a table by economic classification. */
  private boolean isCodeRow(int r) {
    Set<String> codes = new HashSet<>();
    for (SheetCell cell : area.row(r)) {
      String text = cell.normal();
      if (cell.number().isEmpty() && (text.isEmpty() || cell.is(WordKind.HEADER))) {
        continue;
      }
      boolean code = ECONOMIC_CODE.matcher(text).matches() && !area.own(r, cell.column()).isEmpty();
      if (!code || !codes.add(text)) {
        return false;
      }
    }
    return codes.size() >= 2;
  }

  private boolean isHeaderRow(int r) {
    boolean any = false;
    boolean line = false;
    boolean besides = false;
    boolean codes = isCodeRow(r);
    for (SheetCell cell : area.row(r)) {
      String text = cell.normal();
      if (text.isEmpty()) {
        continue;
      }
      any = true;
      if (cell.isAmount() && !codes) {
        return false;
      }
      boolean known = labelColumns.contains(cell.column());
      if (known || labelColumns.isEmpty() && cell.column() == area.left) {
        boolean headerWord = cell.is(WordKind.HEADER);
        if (known && !headerWord && !Pieces.isYear(text)) {
          return false;
        }
        line |= !headerWord && (!rows.isEmpty() || LineText.looksLikeLine(text));
      } else {
        besides |= !MARK.matcher(text).matches();
      }
    }
    // a line without amounts has texts in its label columns only, a header row has them over the
    // amounts
    return any && !(line && !besides);
  }

  /** Whether a row among the lines prints a row of the header again. */
  private boolean repeats(int r) {
    return repeatsOne(r) && (area.row(r).size() >= 2 || near(r, -1) || near(r, 1));
  }

  /** Whether a neighbour repeats the header too: a row of one label does not by itself. */
  private boolean near(int r, int step) {
    int at = body.indexOf(r) + step;
    return at >= 0
        && at < body.size()
        && area.row(body.get(at)).size() >= 2
        && repeatsOne(body.get(at));
  }

  private boolean repeatsOne(int r) {
    List<SheetCell> row = area.row(r);
    for (int i = 0; i < next; i++) {
      int header = body.get(i);
      if (header != r && sameTexts(area.row(header), row)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameTexts(List<SheetCell> one, List<SheetCell> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      boolean same =
          one.get(i).column() == other.get(i).column()
              && one.get(i).compact().equals(other.get(i).compact());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
