package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Mark;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
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
   * @param columns its columns of amounts
   * @param lines its lines
   * @param cells its numbers and texts among the amounts
   */
  record Grid(List<TableColumn> columns, List<TableLine> lines, List<Cell> cells) {
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
  }

  /** One cell among the amounts that is not blank: its number, or the text that stands there. */
  record Cell(
      CellRef ref, TableLine line, TableColumn column, Optional<NumberText> number, String text) {}

  /** Reads header, blocks and lines of a region. */
  Grid read(
      Region region, Preamble preamble, Unit unit, Optional<Integer> year, boolean finalAccounts) {
    Area area = shrink(region);
    Header header = HeaderReader.read(area, region.body());
    List<Block> blocks = ColumnSorter.blocks(area, header);
    List<TableColumn> columns = new ArrayList<>();
    Map<Integer, TableColumn> byColumn = new LinkedHashMap<>();
    List<LineReader> readers = new ArrayList<>();
    for (Block block : blocks) {
      for (int c : block.values()) {
        TableColumn column = column(header, block, c, unit, year, finalAccounts);
        columns.add(column);
        byColumn.put(c, column);
      }
      readers.add(
          new LineReader(
              area,
              block,
              new LabelColumns(header, block),
              meaning,
              preamble,
              year,
              finalAccounts));
    }
    List<TableLine> lines = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int r : header.lines()) {
      row(area, r, blocks, readers, byColumn, lines, cells);
    }
    columns.removeIf(
        column ->
            column.path().isEmpty() && cells.stream().noneMatch(cell -> cell.column() == column));
    return new Grid(columns, lines, cells);
  }

  private static void row(
      Area area,
      int r,
      List<Block> blocks,
      List<LineReader> readers,
      Map<Integer, TableColumn> byColumn,
      List<TableLine> lines,
      List<Cell> cells) {
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      TableLine line = readers.get(b).read(r);
      if (line == null) {
        continue;
      }
      boolean coveredByLabel = true;
      for (int c : block.values()) {
        coveredByLabel &= area.inside(r, c);
        GridCell cell = area.cell(r, c);
        if (cell == null || cell.value().text().isBlank()) {
          continue;
        }
        cells.add(
            new Cell(
                area.ref(r, c), line, byColumn.get(c), number(cell.value()), cell.value().text()));
      }
      if (!coveredByLabel || block.values().isEmpty()) {
        lines.add(line);
      }
    }
  }

  private static Optional<NumberText> number(CellValue value) {
    if (value instanceof CellValue.Number number) {
      return Optional.of(
          new NumberText(number, number.percent() ? Optional.of(Unit.PERCENT) : Optional.empty()));
    }
    return NumberText.parse(value.text());
  }

  private TableColumn column(
      Header header, Block block, int c, Unit unit, Optional<Integer> year, boolean finalAccounts) {
    List<String> path = header.path(c);
    Meaning.Sense sense = meaning.column(path, block.name(), year, finalAccounts);
    return new TableColumn(
        c,
        block.name(),
        header.numbers().getOrDefault(c, ""),
        path,
        sense.fund(),
        sense.stage(),
        sense.measure(),
        sense.unit().orElse(unit));
  }

  /** The columns that body rows use: a table may start at C4. */
  private static Area shrink(Region region) {
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int r : region.body()) {
      for (GridCell cell : region.area().row(r)) {
        left = Math.min(left, cell.column());
        right = Math.max(right, cell.column());
      }
    }
    Area area = region.area();
    return right < 0 ? area : area.part(area.top, area.bottom, left, right);
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
      Unit unit = number.unit().orElse(line.unit().orElse(column.unit()));
      facts.add(
          new Fact(
              cell.ref(),
              line,
              column,
              number.number(),
              unit,
              Optional.of(column.fund().or(line::fund).orElse(fund)),
              column.stage().or(line::stage).or(() -> stage),
              measure(column, line, measure)));
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
