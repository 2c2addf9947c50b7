package cn.sunledger.model;

/** What became of a claim. */
public enum ClaimVerdict {
  /** It agrees with the tables, or with the figures it follows from. */
  OK("ok", "一致"),
  /** It contradicts them. */
  WRONG("wrong", "不一致"),
  /** It differs by no more than digits that are not printed can explain. */
  ROUNDING("rounding", "尾数差异"),
  /** Nothing at hand can decide it. */
  UNVERIFIABLE("unverifiable", "无法核对");

  private final String id;
  private final String title;

  ClaimVerdict(String id, String title) {
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
