package cn.sunledger.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * 金额: a number with its unit. The scale of the number is what was printed: 90.00 万元 is known to the
 * cent.
 *
 * @param value the number
 * @param unit what it counts
 */
public record Amount(BigDecimal value, Unit unit) {
  /** Checks that both parts are given. */
  public Amount {
    Objects.requireNonNull(value);
    Objects.requireNonNull(unit);
  }

  /**
   * The sum.
   *
   * @param other an amount of the same unit
   * @return this plus other
   * @throws MixedUnitsException where the units differ
   */
  public Amount plus(Amount other) {
    requireSameUnit(other);
    return new Amount(value.add(other.value), unit);
  }

  /**
   * The difference.
   *
   * @param other an amount of the same unit
   * @return this minus other
   * @throws MixedUnitsException where the units differ
   */
  public Amount minus(Amount other) {
    requireSameUnit(other);
    return new Amount(value.subtract(other.value), unit);
  }

  /**
   * The same amount of money in another unit, exactly; 0.005 元 becomes 0.0000005 万元.
   *
   * @param target a unit of money
   * @return the converted amount
   * @throws MixedUnitsException where one of the units is not money and they differ
   */
  public Amount in(Unit target) {
    if (unit == target) {
      return this;
    }
    if (!unit.isMoney() || !target.isMoney()) {
      throw new MixedUnitsException(this, new Amount(BigDecimal.ZERO, target));
    }
    return new Amount(target.fromYuan(unit.toYuan(value)), target);
  }

  /** Half of the last printed digit, the error every printed number carries. */
  public BigDecimal halfUnitInLastPlace() {
    return new BigDecimal("0.5").scaleByPowerOfTen(-value.scale());
  }

  /** Whether the amount is zero. */
  public boolean isZero() {
    return value.signum() == 0;
  }

  private void requireSameUnit(Amount other) {
    if (unit != other.unit) {
      throw new MixedUnitsException(this, other);
    }
  }

  /** The number with its printed digits, and the unit behind it. */
  @Override
  public String toString() {
    return value.toPlainString() + unit.label();
  }
}
