package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.verify.table.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a printed figure agrees with the right one. */
enum Closeness {
  /** Equal, rounded to the coarser of both. */
  EXACT,
  /** Apart by no more than hidden digits can explain. */
  NEAR,
  /** Different. */
  OFF;

  private static final BigDecimal FEW = new BigDecimal("100");

  /** How an amount of the text agrees with a figure of a table. */
  static Closeness of(Amount stated, Figure figure) {
    if (!stated.unit().isMoney() || !figure.amount().unit().isMoney()) {
      return plain(stated.value(), figure.amount().value());
    }
    BigDecimal shown = figure.amount().in(stated.unit()).value();
    Closeness first = plain(stated.value(), shown);
    if (first == EXACT) {
      return EXACT;
    }
    BigDecimal stored =
        new Amount(figure.stored(), figure.amount().unit()).in(stated.unit()).value();
    BigDecimal rounded = stored.setScale(stated.value().scale(), RoundingMode.HALF_UP);
    return rounded.compareTo(stated.value()) == 0 ? EXACT : first;
  }

  /** How two numbers agree whose digits are those printed. */
  static Closeness plain(BigDecimal stated, BigDecimal right) {
    int digits = Math.max(0, right.scale());
    boolean coarser =
        digits < stated.scale()
            && stated.setScale(digits, RoundingMode.HALF_UP).compareTo(right) == 0;
    if (coarser || right.setScale(stated.scale(), RoundingMode.HALF_UP).compareTo(stated) == 0) {
      return EXACT;
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-stated.scale());
    BigDecimal apart = stated.subtract(right).abs();
    boolean small = apart.compareTo(unit) <= 0 && right.signum() != 0 && stated.signum() != 0;
    boolean many = right.abs().compareTo(unit.multiply(FEW)) >= 0;
    return small && many ? NEAR : OFF;
  }
}
