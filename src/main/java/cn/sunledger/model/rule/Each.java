package cn.sunledger.model.rule;

import java.util.Optional;

/** What a formula is evaluated for, once each. */
public enum Each {
  /** Every row; bare names are columns. */
  ROW("行"),
  /** Every column; bare names are lines. */
  COLUMN("栏"),
  /** Rows or columns, whichever the names of the formula turn out to be. */
  EITHER("行或栏"),
  /** Every 科目 that any of the formula's tables has; the line is 本科目. */
  HEADING("科目"),
  /** Every 类. */
  CATEGORY("类"),
  /** Every 款. */
  SECTION("款"),
  /** Every 项. */
  ITEM("项"),
  /** Once; every reference names its table, line and column. */
  ONCE("一次");

  private final String label;

  Each(String label) {
    this.label = label;
  }

  /** The word in a rule file. */
  public String label() {
    return label;
  }

  /** The depth of the headings this runs over: 1 to 3, or 0 for all of them and for no headings. */
  public int level() {
    return switch (this) {
      case CATEGORY -> 1;
      case SECTION -> 2;
      case ITEM -> 3;
      default -> 0;
    };
  }

  /** Whether it runs over headings. */
  public boolean overHeadings() {
    return this == HEADING || level() > 0;
  }

  /**
   * The value with a label.
   *
   * @param label as in a rule file
   * @return the value, or empty where the label is none
   */
  public static Optional<Each> of(String label) {
    for (Each each : values()) {
      if (each.label.equals(label)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
