package cn.sunledger.job;

import cn.sunledger.annotate.SummaryWorkbook;
import cn.sunledger.annotate.content.SummaryRow;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import cn.sunledger.model.rule.ReconciliationRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the summary of many workbooks says of each. */
final class SummaryRows {
  /** The totals that expenditure is taken from; the first one with a budget counts. */
  private static final List<String> EXPENSE =
      List.of("total/expense", "expense/total", "fiscal/expense", "gpb_expense/total");

  private static final List<String> THREE_PUBLIC = List.of("three_public/total");
  private static final String COMPLETE = "required_tables";

  private final Stages stages;

  SummaryRows(Stages stages) {
    this.stages = stages;
  }

  /**
   * The row of a workbook.
   *
   * @param name how messages call it
   * @param annotation what was written about it
   * @param folder where the summary will stand
   * @param instead why it has no annotated copy, if it has none
   */
  SummaryRow of(String name, Annotation annotation, Path folder, Optional<String> instead) {
    Disclosure disclosure = annotation.disclosure();
    CheckReport report = annotation.report();
    return new SummaryRow(
        disclosure.unitName().isEmpty() ? disclosure.unitCode() : disclosure.unitName(),
        disclosure.year(),
        disclosure.document().title(),
        name,
        SummaryWorkbook.address(annotation.written(), folder),
        Optional.of(
            new SummaryRow.Counts(
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.INFO),
                report.comparisons(),
                report.notChecked().size())),
        figures(annotation.comparison(), EXPENSE),
        figures(annotation.comparison(), THREE_PUBLIC),
        disclosure.tables().size(),
        completeness(disclosure, report),
        annotation.narrative().open().size(),
        instead.orElseGet(
            () -> report.findings().stream().findFirst().map(Finding::message).orElse("")));
  }

  /** The row of a workbook that could not be done. */
  static SummaryRow failed(Failure failure) {
    return SummaryRow.failed(failure.file(), failure.sentence());
  }

  /** By unit, year and kind; what could not be done comes last. */
  static List<SummaryRow> sorted(Collection<SummaryRow> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((SummaryRow row) -> row.counts().isEmpty())
                .thenComparing(SummaryRow::unit)
                .thenComparing(row -> row.year().orElse(0))
                .thenComparing(SummaryRow::kind)
                .thenComparing(SummaryRow::name))
        .toList();
  }

  private static SummaryRow.Figures figures(Comparison comparison, List<String> keys) {
    List<ComparisonRow> rows = keys.stream().flatMap(key -> comparison.row(key).stream()).toList();
    return rows.stream()
        .filter(row -> row.originalBudget().or(row::revisedBudget).isPresent())
        .findFirst()
        .or(() -> rows.stream().filter(row -> row.actual().isPresent()).findFirst())
        .map(
            row ->
                new SummaryRow.Figures(
                    row.label(),
                    inTenThousand(row.originalBudget().or(row::revisedBudget)),
                    inTenThousand(row.actual()),
                    inTenThousand(row.prior())))
        .orElseGet(SummaryRow.Figures::none);
  }

  private static Optional<BigDecimal> inTenThousand(Optional<SourcedAmount> source) {
    return source
        .map(SourcedAmount::amount)
        .filter(amount -> amount.unit().isMoney())
        .map(amount -> amount.in(Unit.TEN_THOUSAND_YUAN).value());
  }

  /** What the rule of the prescribed tables says. */
  private String completeness(Disclosure disclosure, CheckReport report) {
    Set<String> rules =
        stages.ruleBook(stages.profile(disclosure.unitName())).rules().stream()
            .filter(rule -> rule.check().equals(COMPLETE))
            .filter(rule -> rule.scope().options().containsKey(disclosure.document().id()))
            .map(ReconciliationRule::id)
            .collect(Collectors.toSet());
    Optional<String> missing =
        report.findings().stream()
            .filter(finding -> rules.contains(finding.rule()))
            .map(Finding::message)
            .findFirst();
    Optional<String> open =
        report.notChecked().stream()
            .filter(each -> rules.contains(each.rule()))
            .map(CheckReport.NotChecked::reason)
            .findFirst();
    return missing.or(() -> open).orElse(rules.isEmpty() ? "" : "齐全");
  }
}
