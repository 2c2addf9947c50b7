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
   * The same report with other findings.
   *
   * @param own the findings
   */
  public CheckReport with(List<Finding> own) {
    return new CheckReport(own, notChecked, comparisons, passed);
  }

  /**
   * How many findings of a severity nobody has accepted.
   *
   * @param severity the severity
   */
  public int open(Severity severity) {
    return (int)
        findings.stream()
            .filter(finding -> finding.severity() == severity && finding.accepted().isEmpty())
            .count();
  }

  /** How many findings somebody has accepted. */
  public int accepted() {
    return (int) findings.stream().filter(finding -> finding.accepted().isPresent()).count();
  }

  /**
   * How many findings of a severity there are.
   *
   * @param severity the severity
   */
  public int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
