package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the numbers of a table their fund, stage and concept. */
final class TableFacts {
  private final Optional<Fund> fund;
  private final Optional<Stage> stage;
  private final Concepts amounts;
  private final Concepts counts = new Concepts("");

  /**
   * What a number has where neither its column nor its line says otherwise.
   *
   * @param fund the table's fund
   * @param stage the table's stage
   * @param measure the table's concept
   */
  TableFacts(Fund fund, Optional<Stage> stage, String measure) {
    this.fund = Optional.of(fund);
    this.stage = stage;
    this.amounts = new Concepts(measure);
  }

  /** The numbers of a table. */
  List<Fact> of(TableReader.Grid grid) {
    List<Fact> facts = new ArrayList<>(grid.cells().size());
    for (TableReader.Cell cell : grid.cells()) {
      if (cell.number().isPresent()) {
        facts.add(fact(cell, cell.number().get()));
      }
    }
    return facts;
  }

  private Fact fact(TableReader.Cell cell, NumberText number) {
    TableLine line = cell.line();
    TableColumn column = cell.column();
    Concepts concepts = cell.unit() == Unit.NONE ? counts : amounts;
    return new Fact(
        cell.ref(),
        line,
        column,
        number.number(),
        cell.unit(),
        first(column.fund(), line.fund(), fund),
        first(column.stage(), line.stage(), stage),
        concepts.of(column, line));
  }

  private static <T> Optional<T> first(Optional<T> column, Optional<T> line, Optional<T> table) {
    return column.isPresent() ? column : line.isPresent() ? line : table;
  }

  /** The texts that stand where amounts could. */
  static List<Mark> marks(TableReader.Grid grid) {
    List<Mark> marks = new ArrayList<>();
    Set<CellRef> seen = new HashSet<>();
    for (TableReader.Cell cell : grid.cells()) {
      if (cell.number().isEmpty() && seen.add(cell.ref())) {
        marks.add(new Mark(cell.ref(), cell.line(), cell.column(), cell.text()));
      }
    }
    return marks;
  }

  /**
   * The concepts of a table's numbers. In a table by economic classification it is the table's, but
   * for the sums and for 基本支出 and 项目支出; a fund's column in a table of expense is that expense, not
   * an income.
   */
  private static final class Concepts {
    private final String table;
    private final boolean ofUse;
    private final boolean ofExpense;
    private final boolean threePublic;

    Concepts(String table) {
      this.table = table;
      this.ofUse = table.startsWith("expense_by_");
      this.ofExpense = !table.isEmpty() && !table.startsWith("income_");
      this.threePublic = isThreePublic(table);
    }

    String of(TableColumn column, TableLine line) {
      String byLabel = byLabel(line);
      String byColumn = column.measure().orElse("");
      if (ofUse) {
        boolean nature = byColumn.equals("basic_expense") || byColumn.equals("project_expense");
        boolean sum = line.role() == LineRole.SUBTOTAL && byLabel != null;
        return nature ? byColumn : sum ? byLabel : table;
      }
      boolean ofFund =
          ofExpense
              && byColumn.startsWith("income_")
              && !byColumn.equals("income_current_year_total");
      if (ofFund) {
        return byLabel == null ? table : byLabel;
      }
      if (column.measure().isPresent()) {
        return byColumn;
      }
      if (byLabel == null) {
        return byCode(line);
      }
      return threePublic && byLabel.startsWith("expense_") ? table : byLabel;
    }

    /** The concept that the label names, or null. */
    private String byLabel(TableLine line) {
      if (!line.code().isEmpty() || line.measure().isEmpty()) {
        return null;
      }
      String named = line.measure().get();
      return table.isEmpty() || threePublic || !isThreePublic(named) ? named : null;
    }

    private String byCode(TableLine line) {
      boolean subject = line.role() != LineRole.UNIT && CodeText.level(line.code()) > 0;
      if (!table.isEmpty() || !subject) {
        return table;
      }
      return switch (line.code().charAt(0)) {
        case '2' -> "expense_by_function";
        case '3' -> "expense_by_dept_econ";
        case '5' -> "expense_by_gov_econ";
        default -> "";
      };
    }

    /** 公务接待费 is an economic 款 like others, but in the table of 三公. */
    private static boolean isThreePublic(String measure) {
      return measure.startsWith("tp_")
          || measure.equals("meeting_cost")
          || measure.equals("training_cost");
    }
  }
}
