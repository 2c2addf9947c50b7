package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Mark;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final List<Block> blocks;
    private final IndicatorGrid indicators;
    private final Map<Integer, TableColumn> columns = new LinkedHashMap<>();
    private final Map<Integer, Unit> declared = new HashMap<>();
    private final List<LineReader> readers = new ArrayList<>();
    private final List<TableLine> lines = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, TableLine> indicatorLines = new HashMap<>();
    private final Map<Block, TableLine> lastLines = new HashMap<>();

    private Reading(Setting setting, Area area, Header header) {
      this.setting = setting;
      this.area = area;
      this.header = header;
      this.blocks = ColumnSorter.blocks(area, header);
      this.indicators = IndicatorGrid.find(area, setting.region().body());
      for (Block block : blocks) {
        block.values().forEach(c -> column(block, c));
        block.texts().forEach(c -> column(block, c));
        readers.add(
            new LineReader(
                area,
                block,
                header,
                meaning,
                setting.preamble(),
                setting.year(),
                setting.finalAccounts()));
      }
    }

    private void column(Block block, int c) {
      List<String> path = header.path(c);
      Meaning.Sense sense =
          meaning.column(path, block.name(), setting.year(), setting.finalAccounts());
      sense.unit().ifPresent(unit -> declared.put(c, unit));
      boolean ofIndicators = sense.measure().isEmpty() && indicators.holds(c);
      columns.put(
          c,
          new TableColumn(
              c,
              block.name(),
              header.numbers().getOrDefault(c, ""),
              path,
              sense.fund(),
              sense.stage(),
              ofIndicators ? IndicatorColumns.measure(header.word(c).normal()) : sense.measure(),
              sense.unit().orElse(setting.unit())));
    }

    /** A total that is printed inside the header. */
    private void total(Header.GluedTotal total) {
      TableColumn column = columns.get(total.column());
      if (column == null) {
        return;
      }
      TableLine line =
          readers.get(0).sum(total.row(), total.label(), area.ref(total.row(), total.column()));
      lines.add(line);
      Optional<NumberText> number = Optional.of(total.number());
      cells.add(cell(total.row(), total.column(), line, column, number, Optional.empty()));
    }

    private void row(int r) {
      for (int b = 0; b < blocks.size(); b++) {
        Block block = blocks.get(b);
        TableLine line = readers.get(b).read(r);
        if (line == null) {
          ofLastProject(r, lastLines.get(block));
          continue;
        }
        lastLines.put(block, line);
        boolean covered = !block.values().isEmpty();
        Optional<Unit> measure = measure(block, r);
        for (int c : block.values()) {
          covered &= area.inside(r, c);
          SheetCell cell = area.cell(r, c);
          if (indicators.holds(r, c)) {
            indicator(r, c, line);
          } else if (cell != null && !cell.value().text().isBlank()) {
            cells.add(cell(r, c, line, columns.get(c), cell.number(), measure));
          }
        }
        for (int c : block.texts()) {
          text(r, c, line, measure);
        }
        if (!covered) {
          lines.add(line);
        }
      }
    }

    /** A number among words is an amount too; words there are none. */
    private void text(int r, int c, TableLine line, Optional<Unit> measure) {
      SheetCell cell = area.cell(r, c);
      if (indicators.holds(r, c)) {
        indicator(r, c, line);
      } else if (cell != null && cell.value() instanceof CellValue.Number) {
        cells.add(cell(r, c, line, columns.get(c), cell.number(), measure));
      }
    }

    /** An indicator in a row of its own goes on with the project above. */
    private void ofLastProject(int r, TableLine project) {
      if (project != null && indicators.covers(r)) {
        columns.keySet().stream()
            .filter(c -> indicators.holds(r, c))
            .forEach(c -> indicator(r, c, project));
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
      Optional<Unit> own = number.flatMap(NumberText::unit);
      Unit unit = own.orElse(declared.getOrDefault(c, Unit.NONE));
      cells.add(
          new Cell(area.ref(r, c), line, columns.get(c), number, unit, area.value(r, c).text()));
    }

    private Cell cell(
        int r,
        int c,
        TableLine line,
        TableColumn column,
        Optional<NumberText> number,
        Optional<Unit> measure) {
      Optional<Unit> own = number.flatMap(NumberText::unit);
      Optional<Unit> byColumn = Optional.ofNullable(declared.get(c));
      Unit unit = own.or(() -> CellUnit.of(byColumn, line.unit(), measure)).orElse(setting.unit());
      return new Cell(area.ref(r, c), line, column, number, unit, area.value(r, c).text());
    }

    /**
     * The unit of measure that a column of units prints for the line; beside a column of counts it
     * is theirs.
     */
    private Optional<Unit> measure(Block block, int r) {
      if (block.values().stream().anyMatch(c -> declared.get(c) == Unit.NONE)) {
        return Optional.empty();
      }
      for (int c : block.measures()) {
        String text = area.text(r, c);
        if (!text.isEmpty()) {
          return Optional.of(CellUnit.named(text));
        }
      }
      return Optional.empty();
    }

    private Grid grid() {
      List<TableColumn> used = new ArrayList<>();
      Set<Integer> usedColumns = new HashSet<>();
      cells.forEach(cell -> usedColumns.add(cell.ref().column()));
      for (TableColumn column : columns.values()) {
        boolean filled = usedColumns.contains(column.column());
        boolean words = blocks.stream().anyMatch(b -> b.texts().contains(column.column()));
        if (filled || !words && !column.path().isEmpty()) {
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

  /**
   * Gives every number its fund, stage and concept.
   *
   * @param grid the structure
   * @param fund the table's fund
   * @param stage the table's stage
   * @param measure the table's concept
   */
  static List<Fact> facts(Grid grid, Fund fund, Optional<Stage> stage, String measure) {
    List<Fact> facts = new ArrayList<>();
    for (Cell cell : grid.cells()) {
      if (cell.number().isEmpty()) {
        continue;
      }
      NumberText number = cell.number().get();
      TableLine line = cell.line();
      TableColumn column = cell.column();
      facts.add(
          new Fact(
              cell.ref(),
              line,
              column,
              number.number(),
              cell.unit(),
              Optional.of(column.fund().or(line::fund).orElse(fund)),
              column.stage().or(line::stage).or(() -> stage),
              measure(column, line, cell.unit() == Unit.NONE ? "" : measure)));
    }
    return facts;
  }

  /**
   * The concept of a number. In a table by economic classification it is the table's, but for the
   * sums and for 基本支出 and 项目支出; a fund's column in a table of expense is that expense, not an
   * income.
   */
  private static String measure(TableColumn column, TableLine line, String table) {
    Optional<String> byLabel =
        line.code().isEmpty()
            ? line.measure()
                .filter(named -> table.isEmpty() || isThreePublic(table) || !isThreePublic(named))
            : Optional.empty();
    String byColumn = column.measure().orElse("");
    if (table.startsWith("expense_by_")) {
      boolean nature = byColumn.equals("basic_expense") || byColumn.equals("project_expense");
      boolean sum = line.role() == LineRole.SUBTOTAL && byLabel.isPresent();
      return nature ? byColumn : sum ? byLabel.get() : table;
    }
    boolean fundColumn =
        byColumn.startsWith("income_") && !byColumn.equals("income_current_year_total");
    boolean aboutExpense = !table.isEmpty() && !table.startsWith("income_");
    if (fundColumn && aboutExpense) {
      return byLabel.orElse(table);
    }
    boolean sumOfLines = isThreePublic(table) && byLabel.orElse("").startsWith("expense_");
    return column
        .measure()
        .or(() -> sumOfLines ? Optional.of(table) : byLabel)
        .orElseGet(() -> byCode(line, table));
  }

  /** 公务接待费 is an economic 款 like others, but in the table of 三公. */
  private static boolean isThreePublic(String measure) {
    return measure.startsWith("tp_")
        || measure.equals("meeting_cost")
        || measure.equals("training_cost");
  }

  private static String byCode(TableLine line, String measure) {
    if (!measure.isEmpty() || line.role() == LineRole.UNIT || CodeText.level(line.code()) == 0) {
      return measure;
    }
    return switch (line.code().charAt(0)) {
      case '2' -> "expense_by_function";
      case '3' -> "expense_by_dept_econ";
      case '5' -> "expense_by_gov_econ";
      default -> "";
    };
  }

  /** The texts that stand where amounts could. */
  static List<Mark> marks(Grid grid) {
    List<Mark> marks = new ArrayList<>();
    Set<CellRef> seen = new HashSet<>();
    for (Cell cell : grid.cells()) {
      if (cell.number().isEmpty() && seen.add(cell.ref())) {
        marks.add(new Mark(cell.ref(), cell.line(), cell.column(), cell.text()));
      }
    }
    return marks;
  }
}
