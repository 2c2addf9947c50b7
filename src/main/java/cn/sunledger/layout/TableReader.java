package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table of header, lines and amounts. */
final class TableReader {
  private final Meaning meaning;

  TableReader(Meaning meaning) {
    this.meaning = meaning;
  }

  /**
   * What a table's structure gives before anybody knows which table it is.
   *
   * @param header its header
   * @param columns its columns of amounts
   * @param lines its lines
   * @param cells its numbers and texts among the amounts
   * @param indicators its performance indicators
   */
  record Grid(
      Header header,
      List<TableColumn> columns,
      List<TableLine> lines,
      List<Cell> cells,
      List<Indicator> indicators) {
    List<String> labels() {
      List<String> labels = new ArrayList<>();
      for (TableColumn column : columns) {
        labels.addAll(column.path());
      }
      for (TableLine line : lines) {
        labels.add(line.label());
      }
      return labels;
    }

    long numbers() {
      return cells.stream().filter(cell -> cell.number().isPresent()).count();
    }
  }

  /**
   * One cell among the amounts that is not blank: its number, or the text that stands there.
   *
   * @param ref where
   * @param line its line
   * @param column its column
   * @param number the number; empty where a text stands there
   * @param unit the unit it counts in
   * @param text as printed
   */
  record Cell(
      CellRef ref,
      TableLine line,
      TableColumn column,
      Optional<NumberText> number,
      Unit unit,
      String text) {
    Cell in(TableLine other) {
      return new Cell(ref, other, column, number, unit, text);
    }
  }

  /**
   * What a table is read with.
   *
   * @param region where it stands
   * @param preamble what stands around it
   * @param unit its unit of measure
   * @param year its year
   * @param finalAccounts whether it belongs to final accounts
   */
  record Setting(
      Region region, Preamble preamble, Unit unit, Optional<Integer> year, boolean finalAccounts) {}

  /** Reads header, blocks and lines of a region. */
  Grid read(Setting setting) {
    return read(setting, setting.region().header());
  }

  /** Reads the lines of a region under a header that is already known. */
  Grid read(Setting setting, Header header) {
    Reading reading = new Reading(setting, setting.region().table(), header);
    header.totals().forEach(reading::total);
    header.lines().forEach(reading::row);
    return reading.grid();
  }

  private final class Reading {
    private final Setting setting;
    private final Area area;
    private final Header header;
    private final IndicatorGrid indicators;
    private final List<Side> sides = new ArrayList<>();
    private final List<TableColumn> columns = new ArrayList<>();
    private final List<TableLine> lines = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, TableLine> indicatorLines = new HashMap<>();

    /** The columns of amounts by place, counted from the left edge, as are those below. */
    private final TableColumn[] places;

    /** The units that headers declare. */
    private final Unit[] declared;

    private final boolean[] filled;
    private final boolean[] ofWords;

    /** The line that was read last, on whichever side. */
    private TableLine lastOfAny;

    private Reading(Setting setting, Area area, Header header) {
      this.setting = setting;
      this.area = area;
      this.header = header;
      this.indicators = IndicatorGrid.of(setting.region(), area);
      int width = area.right - area.left + 1;
      this.places = new TableColumn[width];
      this.declared = new Unit[width];
      this.filled = new boolean[width];
      this.ofWords = new boolean[width];
      for (Block block : ColumnSorter.blocks(area, header)) {
        for (int c : block.values()) {
          column(block, c);
        }
        for (int c : block.texts()) {
          column(block, c);
          ofWords[c - area.left] = true;
        }
        sides.add(new Side(block));
      }
    }

    private void column(Block block, int c) {
      List<String> path = header.path(c);
      Meaning.Sense sense =
          meaning.column(path, block.name(), setting.year(), setting.finalAccounts());
      boolean ofIndicators = sense.measure().isEmpty() && indicators.holds(c);
      TableColumn column =
          new TableColumn(
              c,
              block.name(),
              header.number(c),
              path,
              sense.fund(),
              sense.stage(),
              ofIndicators ? IndicatorColumns.measure(header.word(c).normal()) : sense.measure(),
              sense.unit().orElse(setting.unit()));
      columns.add(column);
      places[c - area.left] = column;
      declared[c - area.left] = sense.unit().orElse(null);
    }

    /** A total that is printed inside the header. */
    private void total(Header.GluedTotal total) {
      int c = total.column();
      if (c < area.left || c > area.right || places[c - area.left] == null) {
        return;
      }
      TableLine line =
          sides.get(0).reader.sum(total.row(), total.label(), area.ref(total.row(), c));
      lines.add(line);
      amount(total.row(), c, line, Optional.of(total.number()), null);
    }

    private void row(int r) {
      for (Side side : sides) {
        side.row(r);
      }
    }

    /** One side of the table, line by line. */
    private final class Side {
      private final LineReader reader;
      private final int[] values;
      private final int[] texts;
      private final int[] measures;
      private TableLine last;

      private Side(Block block) {
        this.reader =
            new LineReader(
                area,
                block,
                header,
                meaning,
                setting.preamble(),
                setting.year(),
                setting.finalAccounts());
        this.values = block.values();
        this.texts = block.texts();
        this.measures = ofCounts() ? new int[0] : block.measures();
      }

      /** Beside a column of counts a column of units is theirs. */
      private boolean ofCounts() {
        boolean counts = false;
        for (int c : values) {
          counts |= declared[c - area.left] == Unit.NONE;
        }
        return counts;
      }

      private void row(int r) {
        TableLine line = reader.read(r);
        if (line == null) {
          ofLastProject(r);
          return;
        }
        last = line;
        lastOfAny = line;
        boolean covered = values.length > 0;
        Unit measure = measure(r);
        for (int c : values) {
          covered = covered && area.inside(r, c);
          SheetCell cell = area.cell(r, c);
          if (indicators.holds(r, c)) {
            indicator(r, c, line);
          } else if (cell != null && !cell.value().text().isBlank()) {
            amount(r, c, line, cell.number(), measure);
          }
        }
        for (int c : texts) {
          text(r, c, line, measure);
        }
        if (!covered) {
          lines.add(line);
        }
      }

      /** A number among words is an amount too; words there are none. */
      private void text(int r, int c, TableLine line, Unit measure) {
        SheetCell cell = area.cell(r, c);
        if (indicators.holds(r, c)) {
          indicator(r, c, line);
        } else if (cell != null && cell.isStored()) {
          amount(r, c, line, cell.number(), measure);
        }
      }

      /** An indicator in a row of its own goes on with the project above. */
      private void ofLastProject(int r) {
        TableLine project = last == null ? lastOfAny : last;
        if (project == null || !indicators.covers(r)) {
          return;
        }
        for (int c : values) {
          if (indicators.holds(r, c)) {
            indicator(r, c, project);
          }
        }
        for (int c : texts) {
          if (indicators.holds(r, c)) {
            indicator(r, c, project);
          }
        }
      }

      /** The unit of measure that a column of units prints for the line; null where none does. */
      private Unit measure(int r) {
        for (int c : measures) {
          String text = area.text(r, c);
          if (!text.isEmpty()) {
            return CellUnit.named(text);
          }
        }
        return null;
      }
    }

    /** A number of an indicator belongs to the indicator's line, not to its project's. */
    private void indicator(int r, int c, TableLine project) {
      SheetCell cell = area.cell(r, c);
      if (cell == null) {
        return;
      }
      boolean value = indicators.isValue(r, c);
      Optional<NumberText> number = value ? indicators.number(r, c) : cell.number();
      if (number.isEmpty()) {
        return;
      }
      int label = indicators.labelColumn(r, c);
      TableLine line =
          indicatorLines.computeIfAbsent(
              r + ":" + label,
              key -> LineReader.renamed(project, area.text(r, label), area.ref(r, label), meaning));
      Unit header = declared[c - area.left];
      Unit unit = number.get().unit().orElse(header == null ? Unit.NONE : header);
      add(r, c, line, number, unit, cell.value().text());
    }

    private void amount(int r, int c, TableLine line, Optional<NumberText> number, Unit measure) {
      Optional<Unit> own = number.isPresent() ? number.get().unit() : Optional.empty();
      Unit unit =
          own.isPresent()
              ? own.get()
              : CellUnit.of(
                  declared[c - area.left], line.unit().orElse(null), measure, setting.unit());
      add(r, c, line, number, unit, area.value(r, c).text());
    }

    private void add(
        int r, int c, TableLine line, Optional<NumberText> number, Unit unit, String text) {
      filled[c - area.left] = true;
      cells.add(new Cell(area.ref(r, c), line, places[c - area.left], number, unit, text));
    }

    private Grid grid() {
      List<TableColumn> used = new ArrayList<>();
      for (TableColumn column : columns) {
        int at = column.column() - area.left;
        if (filled[at] || !ofWords[at] && !column.path().isEmpty()) {
          used.add(column);
        }
      }
      List<Indicator> listed = indicators.indicators();
      return new Grid(
          header,
          used,
          lines,
          cells,
          listed.isEmpty() ? PackedIndicators.of(area, header, setting.region().body()) : listed);
    }
  }
}
