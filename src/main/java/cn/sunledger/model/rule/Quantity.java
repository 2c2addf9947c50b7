package cn.sunledger.model.rule;

import java.math.BigDecimal;
import java.util.List;

/** What can stand in a formula. */
public sealed interface Quantity {
  /**
   * 表名:栏块.行[栏]: an amount of a table. Which parts may be left out depends on what the rule runs
   * over: over rows a bare name is a column, over columns it is a line.
   *
   * @param source the workbook
   * @param table title or id; empty for the table that the rule runs over
   * @param block 收入, 支出 …; empty where any will do
   * @param line term, label or code of the line; empty for the line the rule runs over
   * @param column term or label of the column; empty for the column the rule runs over
   * @param stage 预算数, 决算数, 上年 …; empty where the document's own stage is meant
   * @param ifPresent whether the amount may be missing, and then counts nothing
   */
  record Reference(
      Source source,
      String table,
      String block,
      String line,
      String column,
      String stage,
      boolean ifPresent)
      implements Quantity {}

  /** sum(children): what the line, or the column, on the other side is made of. */
  record Children() implements Quantity {}

  /**
   * sum(类), sum(款), sum(项): all headings of one depth.
   *
   * @param level 1, 2 or 3
   */
  record Level(int level) implements Quantity {}

  /**
   * abs( … ): the amount without its sign.
   *
   * @param terms what stands between the brackets
   */
  record Absolute(List<FormulaTerm> terms) implements Quantity {
    /** Copies the list. */
    public Absolute {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A number that the form itself fixes, such as 100 points.
   *
   * @param value the number
   */
  record Constant(BigDecimal value) implements Quantity {}
}
