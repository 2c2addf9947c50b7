package cn.sunledger.compare;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Stage;
import java.util.Optional;

/** Which column of a comparison a figure of a workbook belongs to. */
enum Slot {
  /** What the workbook is about: 决算数 of final accounts, 预算数 of a budget. */
  MAIN,
  /** 年初预算数, printed beside the 决算数. */
  ORIGINAL,
  /** 全年预算数, printed beside the 决算数. */
  REVISED,
  /** Last year's figure of the same kind, printed beside this year's. */
  PRIOR;

  /** The slot of a fact; empty for what no comparison uses, such as a printed 增减. */
  static Optional<Slot> of(Fact fact, DocumentKind document) {
    boolean budget = document == DocumentKind.DEPARTMENT_BUDGET;
    Stage stage =
        !budget && fact.column().stage().isEmpty() && isUnderBudget(fact)
            ? Stage.BUDGET_FULL_YEAR
            : fact.stage().orElse(budget ? Stage.BUDGET_INITIAL : Stage.FINAL);
    return Optional.ofNullable(
        switch (stage) {
          case FINAL -> budget ? null : MAIN;
          case BUDGET_INITIAL -> budget ? MAIN : ORIGINAL;
          case BUDGET_FULL_YEAR -> REVISED;
          case PRIOR_FINAL -> budget ? null : PRIOR;
          case PRIOR_BUDGET -> budget ? PRIOR : null;
          case CHANGE -> null;
        });
  }

  /**
   * Whether the header says 预算数 and not which: in final accounts (公开09) that is the 全年预算数, as the
   * table's note says.
   */
  private static boolean isUnderBudget(Fact fact) {
    return fact.column().path().stream()
        .anyMatch(label -> label.equals("预算数") || label.equals("预算"));
  }
}
