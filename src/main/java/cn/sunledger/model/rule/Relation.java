package cn.sunledger.model.rule;

/** How the two sides of a formula must stand to each other. */
public enum Relation {
  /** The sides are equal. */
  EQUAL("="),
  /** The left side is at most the right one: 部分 ≤ 整体. */
  AT_MOST("≤"),
  /** The left side is at least the right one. */
  AT_LEAST("≥");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** The sign that stands in a formula. */
  public String sign() {
    return sign;
  }
}
