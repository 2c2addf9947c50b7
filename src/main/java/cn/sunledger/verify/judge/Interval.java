package cn.sunledger.verify.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number that is only known to its printed digits.
 *
 * @param low the least it can be
 * @param value as printed
 * @param high the most it can be
 */
record Interval(BigDecimal low, BigDecimal value, BigDecimal high) {
  private static final MathContext EXACT = new MathContext(30, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** A number with half a unit of its last digit to either side. */
  static Interval of(BigDecimal value, int digits) {
    BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-digits);
    return new Interval(value.subtract(half), value, value.add(half));
  }

  Interval minus(Interval other) {
    return new Interval(
        low.subtract(other.high), value.subtract(other.value), high.subtract(other.low));
  }

  Interval plus(Interval other) {
    return new Interval(low.add(other.low), value.add(other.value), high.add(other.high));
  }

  Interval negate() {
    return new Interval(high.negate(), value.negate(), low.negate());
  }

  /** The quotient in percent; the divisor must not be zero. */
  Interval percentOf(Interval whole) {
    BigDecimal exact = value.multiply(HUNDRED).divide(whole.value, EXACT);
    if (whole.low.signum() <= 0 && whole.high.signum() >= 0) {
      return new Interval(exact.subtract(HUNDRED), exact, exact.add(HUNDRED));
    }
    BigDecimal least = null;
    BigDecimal most = null;
    for (BigDecimal above : new BigDecimal[] {low, high}) {
      for (BigDecimal below : new BigDecimal[] {whole.low, whole.high}) {
        BigDecimal quotient = above.multiply(HUNDRED).divide(below, EXACT);
        least = least == null ? quotient : least.min(quotient);
        most = most == null ? quotient : most.max(quotient);
      }
    }
    return new Interval(least, exact, most);
  }

  /** The magnitude, without its sign. */
  Interval abs() {
    return value.signum() < 0 ? negate() : this;
  }

  /** How a printed number agrees with this one. */
  Closeness closeness(BigDecimal printed) {
    BigDecimal rounded = value.setScale(printed.scale(), RoundingMode.HALF_UP);
    if (rounded.compareTo(printed) == 0) {
      return Closeness.EXACT;
    }
    BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(-printed.scale());
    boolean reachable =
        printed.subtract(half).compareTo(high) <= 0 && printed.add(half).compareTo(low) >= 0;
    boolean cut = value.setScale(printed.scale(), RoundingMode.DOWN).compareTo(printed) == 0;
    return reachable || cut ? Closeness.NEAR : Closeness.OFF;
  }
}
