package cn.sunledger.model;

/** 预算执行的阶段: which figure of the year this is. */
public enum Stage {
  /** 年初预算数. */
  BUDGET_INITIAL("budget_initial", "年初预算数"),
  /** 全年预算数, 调整预算数. */
  BUDGET_FULL_YEAR("budget_full_year", "全年预算数"),
  /** 决算数, 执行数. */
  FINAL("final", "决算数"),
  /** 上年决算数. */
  PRIOR_FINAL("prior_final", "上年决算数"),
  /** 上年预算数. */
  PRIOR_BUDGET("prior_budget", "上年预算数"),
  /** 增减. */
  CHANGE("change", "增减");

  private final String id;
  private final String title;

  Stage(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The word for programs. */
  public String id() {
    return id;
  }

  /** The word for people. */
  public String title() {
    return title;
  }
}
