package cn.sunledger.model.rule;

/** Which of the workbooks given together a reference looks into. */
public enum Source {
  /** The workbook under check. */
  THIS(""),
  /** 上年: the same unit's workbook of the same kind, one year earlier. */
  PREVIOUS("上年"),
  /** 预算: the same unit's budget of the same year. */
  BUDGET("预算");

  private final String label;

  Source(String label) {
    this.label = label;
  }

  /** The word behind the {@code @} of a table name; empty for the workbook under check. */
  public String label() {
    return label;
  }
}
