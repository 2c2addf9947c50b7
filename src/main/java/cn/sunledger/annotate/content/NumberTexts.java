package cn.sunledger.annotate.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers that a workbook stores, as a person would write them. */
public final class NumberTexts {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  private NumberTexts() {}

  /**
   * A stored number with the fifteen digits a spreadsheet knows, without zeros behind: {@code 13.0}
   * becomes 13, {@code 6.0999999999999996} becomes 6.1.
   *
   * @param stored as the file writes it
   * @return the number, or the text itself where it is none
   */
  public static String plain(String stored) {
    try {
      BigDecimal number = new BigDecimal(stored.strip()).round(DIGITS).stripTrailingZeros();
      return number.signum() == 0 ? "0" : number.toPlainString();
    } catch (NumberFormatException e) {
      return stored;
    }
  }
}
