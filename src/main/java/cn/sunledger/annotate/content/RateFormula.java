package cn.sunledger.annotate.content;

import cn.sunledger.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A rate as a formula that gives exactly the rate that was computed: of several bases the first one
 * is taken with which it does. Where none does, the rate stands as a number.
 */
final class RateFormula {
  /** What stands where a base is zero and no rate exists. */
  static final String NO_RATE = "—";

  /**
   * What a rate may be of.
   *
   * @param part formula of the part
   * @param partValue the part
   * @param base formula of the base
   * @param baseValue the base
   */
  record Quotient(String part, BigDecimal partValue, String base, BigDecimal baseValue) {}

  private RateFormula() {}

  /** The content of a rate's cell; empty where the row has none. */
  static CellContent of(Optional<Rate> rate, List<Quotient> quotients) {
    if (rate.isEmpty()) {
      return new CellContent.Empty();
    }
    for (Quotient quotient : quotients) {
      for (boolean absolute : new boolean[] {false, true}) {
        if (gives(quotient, rate.get(), absolute)) {
          return formula(quotient, rate.get(), absolute);
        }
      }
    }
    return rate.get() instanceof Rate.Percent percent
        ? new CellContent.Figure(fraction(percent))
        : CellContent.Words.of(NO_RATE);
  }

  /** A spreadsheet stores a percentage as what it stands for: 88.61% is 0.8861. */
  static BigDecimal fraction(Rate.Percent percent) {
    return percent.percent().movePointLeft(2);
  }

  private static boolean gives(Quotient quotient, Rate rate, boolean absolute) {
    if (rate instanceof Rate.Percent percent) {
      BigDecimal base = absolute ? quotient.baseValue().abs() : quotient.baseValue();
      return base.signum() != 0
          && quotient
                  .partValue()
                  .movePointRight(2)
                  .divide(base, percent.percent().scale(), RoundingMode.HALF_UP)
                  .compareTo(percent.percent())
              == 0;
    }
    return quotient.baseValue().signum() == 0;
  }

  private static CellContent formula(Quotient quotient, Rate rate, boolean absolute) {
    int digits = rate instanceof Rate.Percent percent ? percent.percent().scale() : 2;
    String base = absolute ? "ABS(" + quotient.base() + ")" : quotient.base();
    String expression =
        "IF("
            + quotient.base()
            + "=0,\""
            + NO_RATE
            + "\",ROUND("
            + quotient.part()
            + "/"
            + base
            + ","
            + (digits + 2)
            + "))";
    return rate instanceof Rate.Percent percent
        ? new CellContent.Formula(
            expression, Optional.of(fraction(percent)), fraction(percent).toPlainString())
        : new CellContent.Formula(expression, Optional.empty(), NO_RATE);
  }
}
