package cn.sunledger.model;

/**
 * 处理意见: a finding that somebody has looked at and accepts, with the reason. It stays a finding and
 * is counted, but keeps no command from succeeding.
 *
 * @param unit the department it holds for; empty for any
 * @param rule id of the rule
 * @param cell the finding's first cell, {@code sheet!A1}; empty for all findings of the rule
 * @param reason why it is accepted
 */
public record Acceptance(String unit, String rule, String cell, String reason) {
  /**
   * Whether it is about a finding of a department.
   *
   * @param finding the finding
   * @param unitName the department
   */
  public boolean covers(Finding finding, String unitName) {
    boolean own = unit.isEmpty() || Labels.normal(unit).equals(Labels.normal(unitName));
    boolean here =
        cell.isEmpty()
            || (!finding.cells().isEmpty() && finding.cells().get(0).toString().equals(cell));
    return own && here && rule.equals(finding.rule());
  }
}
