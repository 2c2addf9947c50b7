package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where one table stands on its sheet. */
final class Region {
  private static final int NOT_ASKED = -2;
  private static final int HEADER_ROWS = 6;
  private static final int SHORT = 12;

  private final Area area;
  private final List<Integer> preamble;
  private final List<Integer> body;
  private final List<Integer> notes;
  private Area table;
  private Boolean form;
  private int indicatorRow = NOT_ASKED;
  private HeaderReader headerReader;
  private Header header;

  /**
   * A region.
   *
   * @param area the rectangle, preamble and notes included
   * @param preamble rows that hold title, number, unit, department, year
   * @param body rows that hold header and lines, blank ones left out
   * @param notes rows that hold notes
   */
  Region(Area area, List<Integer> preamble, List<Integer> body, List<Integer> notes) {
    this.area = area;
    this.preamble = new ArrayList<>(preamble);
    this.body = new ArrayList<>(body);
    this.notes = new ArrayList<>(notes);
  }

  Area area() {
    return area;
  }

  List<Integer> preamble() {
    return preamble;
  }

  List<Integer> body() {
    return body;
  }

  List<Integer> notes() {
    return notes;
  }

  /** The columns that header and lines use: a table may start at C4. */
  Area table() {
    if (table == null) {
      int left = Integer.MAX_VALUE;
      int right = -1;
      for (int r : body) {
        List<SheetCell> row = area.row(r);
        left = Math.min(left, row.get(0).column());
        right = Math.max(right, row.get(row.size() - 1).column());
      }
      table = right < 0 ? area : area.part(area.top, area.bottom, left, right);
    }
    return table;
  }

  /** Whether it is a form rather than a table of header and lines. */
  boolean isForm() {
    if (form == null) {
      form = FormReader.isForm(this);
    }
    return form;
  }

  /** The first row that holds 一级指标 and its like; -1 where none does. */
  int indicatorRow() {
    if (indicatorRow == NOT_ASKED) {
      indicatorRow = IndicatorGrid.headerRow(area, body);
    }
    return indicatorRow;
  }

  HeaderReader headerReader() {
    if (headerReader == null) {
      headerReader = new HeaderReader(table(), body);
    }
    return headerReader;
  }

  /** The header of a table that is no form. */
  Header header() {
    if (header == null) {
      header = headerReader().header();
    }
    return header;
  }

  /**
   * The latest year that the header names, or a short text below it that names a year's figures.
   */
  Optional<Integer> yearInHeader() {
    Integer latest = null;
    int bottom = isForm() ? -1 : header().bottom();
    for (int r : body.subList(0, Math.min(HEADER_ROWS, body.size()))) {
      for (SheetCell cell : area.row(r)) {
        Optional<Integer> found =
            r <= bottom || cell.plain().length() <= SHORT && Pieces.isYearsFigure(cell.plain())
                ? cell.word().year().or(() -> Pieces.soleYear(cell.plain()))
                : Optional.empty();
        if (found.isPresent() && (latest == null || found.get() > latest)) {
          latest = found.get();
        }
      }
    }
    return Optional.ofNullable(latest);
  }

  /** The cell where header and lines begin. */
  CellRef firstCell() {
    int row = body.isEmpty() ? area.top : body.get(0);
    List<SheetCell> cells = area.row(row);
    return area.ref(row, cells.isEmpty() ? area.left : cells.get(0).column());
  }

  /** The part above a row. */
  Region until(int row) {
    return new Region(
        area.part(area.top, row - 1, area.left, area.right),
        preamble,
        body.stream().filter(r -> r < row).toList(),
        notes.stream().filter(r -> r < row).toList());
  }

  /** The part from a row on, which has no title lines of its own. */
  Region from(int row) {
    return new Region(
        area.part(row, area.bottom, area.left, area.right),
        List.of(),
        body.stream().filter(r -> r >= row).toList(),
        notes.stream().filter(r -> r >= row).toList());
  }
}
