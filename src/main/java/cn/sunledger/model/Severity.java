package cn.sunledger.model;

/** How bad a finding is. */
public enum Severity {
  /** 错误. */
  ERROR("error", "错误"),
  /** 警告. */
  WARNING("warning", "警告"),
  /** 提示, rounding differences among them. */
  INFO("info", "提示");

  private final String id;
  private final String title;

  Severity(String id, String title) {
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
