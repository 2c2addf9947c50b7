package cn.sunledger.check;

import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.rule.RuleBook;
import java.util.List;

/**
 * 核对: checks a workbook by the rules of a profile. Every rule passes, fails, or says why it could
 * not run; what fails is traced back to the mistakes that explain it.
 */
public final class RuleChecker {
  private final RuleBook book;

  /**
   * Built from immutable data.
   *
   * @param book the profile's rule book
   */
  public RuleChecker(RuleBook book) {
    this.book = book;
  }

  /**
   * Checks a workbook.
   *
   * @param disclosure the workbook
   * @param others the workbooks given together with it, in any order: last year's, the budget,
   *     those of subordinate units
   * @return findings, worst first; what could not be checked; how much was compared
   */
  public CheckReport check(Disclosure disclosure, List<Disclosure> others) {
    return new CheckRun(book, Companions.of(disclosure, others, book)).report();
  }
}
