package cn.sunledger.model;

/** What a statement of a narrative says. */
public enum ClaimKind {
  /** 金额: how much something is. */
  AMOUNT("amount", "金额"),
  /** 增减额: by how much something changed. */
  DELTA("delta", "增减额"),
  /** 比率: a rate of change or of completion. */
  RATE("rate", "比率"),
  /** 占比: the part that something is of a whole. */
  SHARE("share", "占比"),
  /** 数量: a number of groups, persons, vehicles … */
  COUNT("count", "数量"),
  /** 方向: 增加, 减少, 持平, 大于, 小于, 无. */
  DIRECTION("direction", "增减方向"),
  /** 列举: the items that an amount is said to consist of. */
  LIST("list", "列举的项目");

  private final String id;
  private final String title;

  ClaimKind(String id, String title) {
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
