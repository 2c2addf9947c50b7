package cn.sunledger.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * 事实: one number of a table, which knows its cell.
 *
 * @param cell where it stands
 * @param line its line
 * @param column its column
 * @param number stored, shown and printed number
 * @param unit the unit it counts in
 * @param fund the fund, from line, column or table
 * @param stage the stage, from line, column or table
 * @param measure the concept; empty where nothing names one
 */
public record Fact(
    CellRef cell,
    TableLine line,
    TableColumn column,
    CellValue.Number number,
    Unit unit,
    Optional<Fund> fund,
    Optional<Stage> stage,
    String measure) {
  /**
   * The same number in another place.
   *
   * @param place its cell
   */
  public Fact at(CellRef place) {
    return new Fact(place, line, column, number, unit, fund, stage, measure);
  }

  /**
   * The same number on another line.
   *
   * @param other its line
   */
  public Fact on(TableLine other) {
    return new Fact(cell, other, column, number, unit, fund, stage, measure);
  }

  /**
   * The same number with another concept.
   *
   * @param concept its concept; empty where nothing names one
   */
  public Fact withMeasure(String concept) {
    return new Fact(cell, line, column, number, unit, fund, stage, concept);
  }

  /** The number as shown, with its unit. */
  public Amount amount() {
    return new Amount(number.shown(), unit);
  }

  /** The number as shown. */
  public BigDecimal value() {
    return number.shown();
  }
}
