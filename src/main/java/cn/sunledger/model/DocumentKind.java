package cn.sunledger.model;

/** What a workbook publishes. */
public enum DocumentKind {
  /** 部门预算. */
  DEPARTMENT_BUDGET("budget", "部门预算"),
  /** 部门决算. */
  DEPARTMENT_FINAL_ACCOUNTS("final_accounts", "部门决算"),
  /** 绩效目标. */
  PERFORMANCE_TARGET("performance_target", "绩效目标"),
  /** 绩效自评. */
  PERFORMANCE_SELF_EVALUATION("performance_self_evaluation", "绩效自评");

  private final String id;
  private final String title;

  DocumentKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The word for programs, as in facts.csv. */
  public String id() {
    return id;
  }

  /** The word for people. */
  public String title() {
    return title;
  }

  /** Whether this is one of the two performance forms. */
  public boolean isPerformance() {
    return this == PERFORMANCE_TARGET || this == PERFORMANCE_SELF_EVALUATION;
  }
}
