package cn.sunledger.model;

import java.util.List;

/**
 * 核对结果: what the rules said of one workbook.
 *
 * @param findings worst first
 * @param notChecked rules that could not run
 * @param comparisons how many comparisons were executed
 * @param passed how many of them held exactly
 */
public record CheckReport(
    List<Finding> findings, List<NotChecked> notChecked, int comparisons, int passed) {
  /** Copies the lists. */
  public CheckReport {
    findings = List.copyOf(findings);
    notChecked = List.copyOf(notChecked);
  }

  /**
   * A rule that could not run.
   *
   * @param rule its id
   * @param title its title
   * @param reason why, in Chinese
   */
  public record NotChecked(String rule, String title, String reason) {}

  /**
   * How many findings of a severity there are.
   *
   * @param severity the severity
   */
  public int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
