package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the headers of the small tables inside a form, upwards from their numbers. */
final class FormHeaders {
  private static final Pattern MARK = Pattern.compile("[-—－–/／*无]+");

  /** What money is meant for is told in words that may end like a header. */
  private static final Pattern PROSE = Pattern.compile("(?:用于|主要|保障|完成|开展).*|.*[、，。；,;].*");

  private final Area area;
  private final IndicatorGrid indicators;
  private final Map<Integer, Boolean> headerRows = new HashMap<>();

  FormHeaders(Area area, IndicatorGrid indicators) {
    this.area = area;
    this.indicators = indicators;
  }

  /** Whether a cell holds a number or a mark in place of one. */
  static boolean isData(SheetCell cell) {
    return cell.number().isPresent() || MARK.matcher(cell.normal()).matches();
  }

  /** The header labels above a number, as far as only numbers and blanks lie between. */
  List<String> path(int r, int c) {
    List<String> path = new ArrayList<>();
    CellRef last = null;
    for (int above = r - 1; above >= area.top; above--) {
      Merge merge = area.merge(above, c);
      int row = merge == null ? above : merge.firstRow();
      int column = merge == null ? c : merge.firstColumn();
      SheetCell cell = area.cell(row, column);
      CellRef ref = area.ref(row, column);
      if (cell == null || ref.equals(last) || cell.value().text().isBlank()) {
        continue;
      }
      boolean header = isHeader(cell);
      if (path.isEmpty() && !header) {
        if (!isData(cell) && !indicators.isValue(row, column) && !indicators.covers(r)) {
          return path;
        }
        continue;
      }
      boolean spans = merge != null && merge.lastColumn() > merge.firstColumn();
      if (!header || !path.isEmpty() && !spans) {
        return path;
      }
      path.add(0, cell.compact());
      last = ref;
      boolean narrow = merge == null || merge.firstColumn() == merge.lastColumn();
      if (narrow && !spansAbove(row, c)) {
        SheetCell group = groupAbove(row, c);
        if (group != null) {
          path.add(0, group.compact());
        }
        return path;
      }
    }
    return path;
  }

  private boolean isHeader(SheetCell cell) {
    return FormWords.HEADER.matcher(cell.normal()).matches() && inHeaderRow(cell.row());
  }

  /** The label of a group whose merge is missing: it stands over the first of its columns alone. */
  private SheetCell groupAbove(int row, int c) {
    int above = row - 1;
    int first = c;
    while (first > area.left && area.cell(above, first) == null && isOpen(above, row, first)) {
      first--;
    }
    SheetCell group = area.cell(above, first);
    boolean spans = area.cell(above, first + 1) == null && isOpen(above, row, first + 1);
    return group != null && spans && isOpen(above, row, first) && isHeader(group) ? group : null;
  }

  /** Whether a place over a label of the header is under no merge. */
  private boolean isOpen(int above, int row, int c) {
    return area.merge(above, c) == null && area.cell(row, c) != null;
  }

  private boolean spansAbove(int row, int c) {
    int above = row - 1;
    while (above > area.top && area.row(above).isEmpty()) {
      above--;
    }
    Merge merge = row == area.top ? null : area.merge(above, c);
    return merge != null && merge.lastColumn() > merge.firstColumn() && inHeaderRow(above);
  }

  /** A header row holds texts alone, and more than one of them is a header's. */
  private boolean inHeaderRow(int r) {
    return headerRows.computeIfAbsent(r, this::looksLikeHeader);
  }

  private boolean looksLikeHeader(int r) {
    int headers = 0;
    List<SheetCell> row = area.row(r);
    for (SheetCell cell : row) {
      if (cell.number().isPresent()) {
        return false;
      }
      headers += FormWords.HEADER.matcher(cell.normal()).matches() ? 1 : 0;
    }
    return headers >= 2
        || headers == 1 && row.size() == 1 && !PROSE.matcher(row.get(0).normal()).matches();
  }

  /**
   * The label of a row that has none of its own: the one in front of its header, whose merge is
   * missing.
   */
  String besideHeader(int r, int c) {
    for (int row = r - 1; row >= area.top; row--) {
      if (inHeaderRow(row)) {
        SheetCell first = area.row(row).get(0);
        boolean free = first.column() < c && area.merge(row, first.column()) == null;
        return free && !isHeader(first) ? first.compact() : "";
      }
    }
    return "";
  }

  /** The text that the nearest header row above prints over a column. */
  String above(int r, int c) {
    for (int row = r - 1; row >= area.top; row--) {
      if (inHeaderRow(row)) {
        return Labels.normal(area.text(row, c));
      }
    }
    return "";
  }

  /** The unit that the nearest header row above declares for its amounts: 年度预算数（万元）. */
  Optional<Unit> groupUnit(int r) {
    for (int row = r - 1; row >= area.top; row--) {
      if (inHeaderRow(row)) {
        for (SheetCell cell : area.row(row)) {
          Optional<Unit> declared = Pieces.bracketedUnit(cell.compact());
          if (declared.isPresent()) {
            return declared;
          }
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
