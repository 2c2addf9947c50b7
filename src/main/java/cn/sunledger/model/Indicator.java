package cn.sunledger.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 绩效指标: one row of an indicator grid.
 *
 * @param path 一级, 二级, 三级指标 from outside in, blanks removed
 * @param target 指标值
 * @param actual 实际完成值; empty text where the form has none
 * @param weight 分值
 * @param score 得分
 * @param reason 偏差原因分析及改进措施
 */
public record Indicator(
    List<String> path,
    IndicatorValue target,
    Optional<IndicatorValue> actual,
    Optional<ScoreCell> weight,
    Optional<ScoreCell> score,
    Optional<TextCell> reason) {
  /** Copies the path. */
  public Indicator {
    path = List.copyOf(path);
  }

  /**
   * A value such as {@code ≥95%}, {@code 12月前} or {@code 2023.12.31}.
   *
   * @param cell where it stands
   * @param operator {@code ≥ ≤ > < =}; empty where none is printed
   * @param number the number; empty where the value is words or a date
   * @param unit what stands behind the number (%, 个, 件, 万元 …)
   * @param text as printed, blanks removed
   */
  public record IndicatorValue(
      CellRef cell, String operator, Optional<BigDecimal> number, String unit, String text) {}

  /**
   * A weight or a score.
   *
   * @param cell where it stands
   * @param value the number as shown
   */
  public record ScoreCell(CellRef cell, BigDecimal value) {}

  /**
   * A text with its cell.
   *
   * @param cell where it stands
   * @param text as printed, blanks removed
   */
  public record TextCell(CellRef cell, String text) {}
}
