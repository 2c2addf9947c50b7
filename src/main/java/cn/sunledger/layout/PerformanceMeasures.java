package cn.sunledger.layout;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Stage;
import java.util.List;
import java.util.Optional;

/**
 * The concepts of amounts in performance forms, where 财政拨款 is no income but what a target or a task
 * is paid from, and what was executed stands beside the budgets.
 */
final class PerformanceMeasures {
  private PerformanceMeasures() {}

  /**
   * The facts of a table with the concepts of its kind of document.
   *
   * @param facts as read by labels alone
   * @param document the kind of document
   */
  static List<Fact> of(List<Fact> facts, DocumentKind document) {
    return document.isPerformance()
        ? facts.stream().map(fact -> measured(fact, document)).toList()
        : facts;
  }

  private static Fact measured(Fact fact, DocumentKind document) {
    boolean open = fact.measure().isEmpty() || fact.measure().startsWith("income_");
    Optional<String> measure =
        !fact.unit().isMoney() || fact.measure().startsWith("indicator_")
            ? Optional.empty()
            : document == DocumentKind.PERFORMANCE_SELF_EVALUATION
                ? fact.stage().flatMap(PerformanceMeasures::byStage)
                : open ? byFund(fact) : Optional.empty();
    return measure.map(fact::withMeasure).orElse(fact);
  }

  private static Optional<String> byStage(Stage stage) {
    return switch (stage) {
      case BUDGET_INITIAL -> Optional.of("perf_budget_initial");
      case BUDGET_FULL_YEAR -> Optional.of("perf_budget_full_year");
      case FINAL -> Optional.of("perf_executed");
      default -> Optional.empty();
    };
  }

  /** Tasks have a total and its sources under one header, funds a line or a column each. */
  private static Optional<String> byFund(Fact fact) {
    boolean task = fact.column().path().size() > 1 && fact.column().path().get(0).contains("金额");
    return switch (fact.fund().orElseThrow()) {
      case GENERAL_PUBLIC -> Optional.of("perf_fund_gpb");
      case GOVERNMENT_MANAGED -> Optional.of("perf_fund_gov_fund");
      case FISCAL_SPECIAL_ACCOUNT -> Optional.of("perf_fund_special_account");
      case OTHER -> Optional.of(task ? "perf_task_amount_other" : "perf_fund_other");
      case FISCAL_APPROPRIATION ->
          Optional.of(task ? "perf_task_amount_fiscal" : "perf_fund_total");
      case ALL -> task ? Optional.of("perf_task_amount_total") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
