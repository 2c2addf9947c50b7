package cn.sunledger.check.rules;

/** 程序规则: a rule that no formula can say. */
interface Check {
  /**
   * Runs the rule.
   *
   * @param context the workbook and what it is checked by
   * @param outcome takes what the rule finds, compares, or could not do
   */
  void run(CheckContext context, Outcome outcome);
}
