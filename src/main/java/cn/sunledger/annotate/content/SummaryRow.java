package cn.sunledger.annotate.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 汇总的一行: one workbook of many, as the summary lists it.
 *
 * @param unit the department
 * @param year 年度
 * @param kind 部门预算, 部门决算 …; empty where the workbook could not be read
 * @param name how messages call the workbook
 * @param file its annotated copy, seen from the summary's folder, with {@code /}; empty where it
 *     has none
 * @param counts what the rules found; empty where the workbook could not be read
 * @param expense its total expenditure in 万元
 * @param threePublic its “三公”经费 in 万元
 * @param tables how many tables were recognised
 * @param completeness whether the prescribed tables are there, in Chinese
 * @param open how many 待填事项 are still open
 * @param remark the first finding, or why the workbook could not be annotated
 */
public record SummaryRow(
    String unit,
    Optional<Integer> year,
    String kind,
    String name,
    String file,
    Optional<Counts> counts,
    Figures expense,
    Figures threePublic,
    int tables,
    String completeness,
    int open,
    String remark) {

  /**
   * What the rules found.
   *
   * @param errors 错误
   * @param warnings 警告
   * @param infos 提示
   * @param compared how many comparisons were made
   * @param notChecked how many rules could not run
   */
  public record Counts(int errors, int warnings, int infos, int compared, int notChecked) {}

  /**
   * One item's figures in 万元.
   *
   * @param label what they are of, as its table calls it; empty where there are none
   * @param budget 年初预算, or 全年预算 where only that is known
   * @param actual this year's figure
   * @param prior last year's figure
   */
  public record Figures(
      String label,
      Optional<BigDecimal> budget,
      Optional<BigDecimal> actual,
      Optional<BigDecimal> prior) {
    /** None. */
    public static Figures none() {
      return new Figures("", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The figures in the order in which the summary shows them. */
    public List<Optional<BigDecimal>> all() {
      return List.of(budget, actual, prior);
    }
  }

  /** A workbook that could not be read or annotated. */
  public static SummaryRow failed(String name, String reason) {
    return new SummaryRow(
        "",
        Optional.empty(),
        "",
        name,
        "",
        Optional.empty(),
        Figures.none(),
        Figures.none(),
        0,
        "",
        0,
        reason);
  }
}
