package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 对比: this year's workbook against its budget and last year's workbook.
 *
 * @param current file name of this year's workbook
 * @param document kind of this year's workbook
 * @param year 年度
 * @param unitName the department
 * @param budget file name of the budget, if one was given
 * @param previous file name of last year's workbook, if one was given
 * @param rows the items, grouped by section in the order of the tables
 * @param remarks what could not be compared and why, in Chinese
 */
public record Comparison(
    String current,
    DocumentKind document,
    Optional<Integer> year,
    String unitName,
    Optional<String> budget,
    Optional<String> previous,
    List<ComparisonRow> rows,
    List<String> remarks) {
  /** Copies the lists. */
  public Comparison {
    rows = List.copyOf(rows);
    remarks = List.copyOf(remarks);
  }

  /**
   * The row with a key.
   *
   * @param key such as {@code gpb_expense/2010301}
   * @return the row, or empty where there is none
   */
  public Optional<ComparisonRow> row(String key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }
}
