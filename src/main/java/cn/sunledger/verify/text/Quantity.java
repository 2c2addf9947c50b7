package cn.sunledger.verify.text;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;

/**
 * A number of the text with what stands behind it.
 *
 * @param kind what kind of number it is
 * @param value the number with its printed digits
 * @param unit unit of money, percent, or none
 * @param counted the unit of counting of a {@link Kind#COUNT}; 百分点 of a difference of rates
 * @param bound whether the words around it make it a bound or an estimate (以上, 余, 多)
 * @param printed the number as printed, with its unit
 */
public record Quantity(
    Kind kind, BigDecimal value, Unit unit, String counted, boolean bound, String printed) {
  /** Kinds of numbers. */
  public enum Kind {
    /** An amount of money. */
    AMOUNT,
    /** A percentage. */
    PERCENT,
    /** A difference of two percentages. */
    POINTS,
    /** A number of things. */
    COUNT,
    /** A number with nothing behind it. */
    BARE
  }

  /** The number with its unit of money, or percent. */
  public Amount amount() {
    return new Amount(value, unit);
  }
}
