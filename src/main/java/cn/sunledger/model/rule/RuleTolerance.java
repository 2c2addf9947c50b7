package cn.sunledger.model.rule;

/** 允许误差: how far a rule's sides may be apart before it is an error. */
public enum RuleTolerance {
  /**
   * Derived from the printed digits: with n parts that are not zero, floor((n + 1) / 2) units of
   * the last digit; several units of money add their half digits up.
   */
  ROUNDING("rounding"),
  /** None: the same number is printed twice. */
  EXACT("exact");

  private final String id;

  RuleTolerance(String id) {
    this.id = id;
  }

  /** The word in a rule file. */
  public String id() {
    return id;
  }
}
