package cn.sunledger.model.rule;

/**
 * 示例: one small case of a rule, at once its documentation and its test. The text holds one or more
 * tables, parted by blank lines: the title (with year and unit), the header, and the lines, cells
 * parted by {@code |}; an {@code !} behind a number marks the cell to blame.
 *
 * @param text the tables
 */
public record RuleExample(String text) {}
