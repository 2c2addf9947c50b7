package cn.sunledger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 比率: a percentage, or the reason why there is none. */
public sealed interface Rate {
  /**
   * A percentage, rounded HALF_UP.
   *
   * @param percent the number in percent
   */
  record Percent(BigDecimal percent) implements Rate {}

  /** 基数为0（或为负）: no meaningful percentage exists. */
  record NoBase() implements Rate {}

  /**
   * The part in percent of the base, rounded HALF_UP.
   *
   * @param part the numerator
   * @param base the denominator, in the same unit
   * @param digits decimals of the percentage
   * @return the percentage, or {@link NoBase} where the base is zero or negative
   */
  static Rate of(BigDecimal part, BigDecimal base, int digits) {
    return base.signum() <= 0
        ? new NoBase()
        : new Percent(part.scaleByPowerOfTen(2).divide(base, digits, RoundingMode.HALF_UP));
  }
}
