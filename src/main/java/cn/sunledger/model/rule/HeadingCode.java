package cn.sunledger.model.rule;

import java.util.Optional;

/**
 * 科目: one entry of the classification of government revenue and expenditure.
 *
 * @param scheme function, dept_econ or gov_econ
 * @param code digits only
 * @param name the official name
 * @param level 1 类, 2 款, 3 项
 * @param validFrom first fiscal year, where known
 * @param validTo last fiscal year, where known
 */
public record HeadingCode(
    String scheme,
    String code,
    String name,
    int level,
    Optional<Integer> validFrom,
    Optional<Integer> validTo) {
  /**
   * Whether the heading is valid in a fiscal year; an unknown bound bounds nothing.
   *
   * @param year the year
   */
  public boolean validIn(int year) {
    return validFrom.map(first -> first <= year).orElse(true)
        && validTo.map(last -> last >= year).orElse(true);
  }
}
