package cn.sunledger.compare;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.TableLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Income by source, which final accounts print in the columns of 收入决算表 and budgets in the lines of
 * 收支总表.
 */
final class IncomeReader {
  private static final Section SECTION = Section.INCOME;
  private static final List<String> FUNDS = List.of("gpb", "gov_fund", "state_capital");
  private static final String TOTAL = "income_current_year_total";

  private final BiFunction<String, String, Optional<TableView>> tables;
  private final Ledger ledger;
  private final DocumentKind document;

  /**
   * Over a workbook.
   *
   * @param tables a table by its id among final accounts and among budgets
   * @param ledger where the income is entered; it knows the totals already
   * @param document the kind of document
   */
  IncomeReader(
      BiFunction<String, String, Optional<TableView>> tables,
      Ledger ledger,
      DocumentKind document) {
    this.tables = tables;
    this.ledger = ledger;
    this.document = document;
  }

  void read() {
    Optional<TableView> detail = tables.apply("final_02_income", "bud_income");
    Optional<TableView> totals = tables.apply("final_01_total", "bud_total");
    if (document == DocumentKind.DEPARTMENT_BUDGET) {
      totals.ifPresent(this::enterLines);
    }
    if (!hasSources()) {
      detail.ifPresent(this::enterColumns);
    }
    if (!hasSources()) {
      totals.ifPresent(this::enterLines);
      enterAppropriation();
    }
    detail.ifPresent(
        view ->
            enter(
                "total",
                "本年收入合计",
                0,
                view.total(fact -> fact.column().measure().filter(TOTAL::equals).isPresent())));
    for (String item : List.of("current_income", "income")) {
      ledger
          .entry(Section.TOTAL.key(item))
          .ifPresent(total -> enter("total", "收入合计", 0, total.amounts()));
    }
  }

  private boolean hasSources() {
    return ledger.entries(SECTION).stream().anyMatch(entry -> entry.level() == 1);
  }

  private void enterColumns(TableView view) {
    Map<String, Fact> sources = new LinkedHashMap<>();
    for (Fact fact : view.table().facts()) {
      String measure = TableView.columnMeasure(fact);
      if (isSource(measure)) {
        sources.putIfAbsent(measure, fact);
      }
    }
    sources.forEach(
        (measure, sample) ->
            enter(
                item(measure),
                LedgerReader.name(sample),
                LedgerReader.name(sample).startsWith("其中") ? 2 : 1,
                view.total(fact -> TableView.columnMeasure(fact).equals(measure))));
  }

  /** Lines of the first level: 一、…; what stands below them is part of them. */
  private void enterLines(TableView view) {
    Map<String, TableLine> sources = new LinkedHashMap<>();
    Optional<String> block = Optional.empty();
    for (TableLine line : view.table().lines()) {
      if (line.measure().filter(IncomeReader::isSum).isPresent() && block.isPresent()) {
        break;
      }
      boolean first = line.level() == 1;
      if (first && line.measure().filter(IncomeReader::isSource).isPresent()) {
        sources.putIfAbsent(item(line.measure().get()), line);
        block = Optional.of(line.block());
      } else if (first
          && line.measure().isEmpty()
          && line.role() == LineRole.ITEM
          && block.filter(line.block()::equals).isPresent()
          && hasAmount(view, line)) {
        sources.putIfAbsent(Labels.normal(line.bareLabel()), line);
      }
    }
    sources.forEach(
        (item, line) ->
            enter(item, line.bareLabel(), 1, view.first(fact -> fact.line().equals(line))));
  }

  private static boolean isSum(String measure) {
    return measure.equals(TOTAL) || measure.equals("income_grand_total");
  }

  /** 其他资金 beside known sources: a source of a name that no one else gives it. */
  private static boolean hasAmount(TableView view, TableLine line) {
    return view.table().facts().stream()
        .anyMatch(fact -> fact.line().equals(line) && fact.value().signum() != 0);
  }

  /** 财政拨款收入 of final accounts, which 收入支出决算总表 prints by fund. */
  private void enterAppropriation() {
    List<Entry> funds =
        ledger.entries(SECTION).stream()
            .filter(entry -> FUNDS.contains(entry.item()) && entry.level() == 1)
            .toList();
    if (document != DocumentKind.DEPARTMENT_BUDGET && !funds.isEmpty()) {
      enter("fiscal_appropriation", "财政拨款收入", 1, Ledger.sum(funds));
      funds.forEach(fund -> ledger.lower(fund));
    }
  }

  private static boolean isSource(String measure) {
    return measure.startsWith("income_")
        && !measure.equals(TOTAL)
        && !measure.equals("income_grand_total");
  }

  private static String item(String measure) {
    return measure.substring("income_".length());
  }

  private void enter(String item, String label, int level, Map<Slot, SourcedAmount> amounts) {
    ledger.enter(SECTION, item, "", label, level, amounts);
  }
}
