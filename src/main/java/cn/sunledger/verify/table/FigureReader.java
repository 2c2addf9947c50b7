package cn.sunledger.verify.table;

import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Fund;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Term;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.table.Figure.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the facts of one workbook into figures, blank cells of totals among them. */
final class FigureReader {
  private static final Map<String, Fund> FUND_OF_INCOME =
      Map.of(
          "income_gpb", Fund.GENERAL_PUBLIC,
          "income_gov_fund", Fund.GOVERNMENT_MANAGED,
          "income_state_capital", Fund.STATE_CAPITAL,
          "income_fiscal_appropriation", Fund.FISCAL_APPROPRIATION,
          "income_fiscal_special_account", Fund.FISCAL_SPECIAL_ACCOUNT);

  private static final Map<String, String> PART_OF_BASIC =
      Map.of("_wage", "wage_welfare", "_family", "individual_family", "_public", "public_total");

  private final Origin origin;
  private final Disclosure disclosure;
  private final ColumnSense columns;
  private final List<Figure> figures = new ArrayList<>();
  private int digits;

  FigureReader(Origin origin, Disclosure disclosure, List<Term> vocabulary) {
    this.origin = origin;
    this.disclosure = disclosure;
    this.columns = new ColumnSense(vocabulary);
  }

  List<Figure> read() {
    disclosure.tables().forEach(this::table);
    return figures;
  }

  private void table(DisclosureTable table) {
    LineSense lines = new LineSense(table);
    digits =
        table.facts().stream()
            .filter(fact -> fact.unit().isMoney())
            .mapToInt(fact -> Math.min(2, fact.value().scale()))
            .max()
            .orElse(0);
    Set<String> printed = new HashSet<>();
    for (Fact fact : table.facts()) {
      printed.add(fact.line().row() + "/" + fact.column().column());
      if (!fact.unit().isMoney() && fact.unit() != Unit.NONE) {
        continue;
      }
      add(
          table,
          lines,
          fact.line(),
          fact.column(),
          fact.cell(),
          fact.amount(),
          fact.number().stored(),
          false,
          fact.fund(),
          fact.stage(),
          fact.measure());
    }
    table.marks().forEach(m -> printed.add(m.line().row() + "/" + m.column().column()));
    for (TableLine line : table.lines()) {
      if (!LineSense.isTotal(line) && lines.measure(line).isEmpty()) {
        continue;
      }
      for (TableColumn column : table.columns()) {
        if (!column.block().equals(line.block())
            || !column.unit().isMoney()
            || !printed.add(line.row() + "/" + column.column())) {
          continue;
        }
        Optional<String> told = told(table, column);
        if (told.isEmpty() && lines.measure(line).isEmpty()) {
          continue;
        }
        add(
            table,
            lines,
            line,
            column,
            new CellRef(line.labelCell().sheet(), line.row(), column.column()),
            new Amount(BigDecimal.ZERO, column.unit()),
            BigDecimal.ZERO,
            true,
            column.fund().or(line::fund),
            column.stage().or(line::stage),
            told.orElse(""));
      }
    }
  }

  /** The concept of a column, from its header or from the figures in it. */
  private static Optional<String> told(DisclosureTable table, TableColumn column) {
    return table.facts().stream()
        .filter(fact -> fact.column().equals(column))
        .map(Fact::measure)
        .findFirst()
        .or(column::measure);
  }

  private void add(
      DisclosureTable table,
      LineSense lines,
      TableLine line,
      TableColumn column,
      CellRef cell,
      Amount amount,
      BigDecimal stored,
      boolean blank,
      Optional<Fund> fund,
      Optional<Stage> stage,
      String told) {
    ColumnSense.Sense sense = columns.of(column);
    Optional<Item> item = lines.item(line);
    if (!sense.part().isEmpty()) {
      if (item.isPresent()) {
        return;
      }
      boolean economic = table.id().map(id -> id.id().contains("econ")).orElse(false);
      item =
          Optional.of(
              new Item("", sense.part(), sense.sum() ? 1 : 2, List.of(sense.part()), economic));
    }
    String measure = measure(table, lines, line, sense, item, told);
    Fund of = FUND_OF_INCOME.getOrDefault(measure, fund.orElse(table.fund()));
    if (measure.equals("income_fiscal_appropriation") && fund.isPresent()) {
      of = fund.get();
    }
    if (FUND_OF_INCOME.containsKey(measure)) {
      measure = "income_current_year_total";
    }
    Stage at = stage.orElse(isFinal() ? Stage.FINAL : Stage.BUDGET_INITIAL);
    int year = table.year().or(disclosure::year).orElse(0);
    boolean prior = at == Stage.PRIOR_BUDGET || at == Stage.PRIOR_FINAL;
    figures.add(
        new Figure(
            origin,
            disclosure.file(),
            table,
            List.of(cell),
            padded(amount),
            stored,
            blank,
            measure,
            of,
            at,
            year == 0 ? 0 : prior ? year - 1 : year,
            item,
            line.role() == LineRole.UNIT ? line.label() : line.unitName(),
            line.name() + (column.pathText().isEmpty() ? "" : "／" + column.pathText())));
  }

  /** 160 in a table that shows cents is 160.00. */
  private Amount padded(Amount amount) {
    return amount.unit().isMoney() && amount.value().scale() < digits
        ? new Amount(amount.value().setScale(digits), amount.unit())
        : amount;
  }

  private boolean isFinal() {
    return disclosure.document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS;
  }

  private static String measure(
      DisclosureTable table,
      LineSense lines,
      TableLine line,
      ColumnSense.Sense column,
      Optional<Item> item,
      String told) {
    String named = lines.measure(line);
    String across = column.measure().orElse("");
    boolean sumOfTable = named.equals("income_grand_total") || named.equals("expense_grand_total");
    if (!named.isEmpty() && !(sumOfTable && !across.isEmpty() && line.role() == LineRole.TOTAL)) {
      return named;
    }
    boolean expense = told.startsWith("expense") || told.endsWith("_expense");
    String measure = across.isEmpty() || across.startsWith("income") && expense ? told : across;
    String id = table.id().map(t -> t.id()).orElse("");
    boolean side =
        item.map(Item::economic).orElse(false)
            && id.contains("basic")
            && (measure.equals("personnel_total") || measure.equals("public_total"));
    if (side || measure.startsWith("expense_by") || measure.isEmpty()) {
      if (item.isEmpty() && PART_OF_BASIC.containsKey(id.replaceFirst(".*_", "_"))) {
        return PART_OF_BASIC.get(id.replaceFirst(".*_", "_"));
      }
      boolean basic = id.contains("basic");
      return item.isPresent() && measure.isEmpty() && !basic
          ? ""
          : basic ? "basic_expense" : "expense_current_year_total";
    }
    return measure;
  }
}
