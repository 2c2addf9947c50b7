package cn.sunledger.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers and foreign texts as a terminal shows them. */
public final class Shown {
  private Shown() {}

  /**
   * With separators and all its digits.
   *
   * @param number the number
   */
  public static String number(BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    int digits = Math.max(0, number.scale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /**
   * A text out of a workbook without characters that steer a terminal, so that no sheet's name can
   * colour, move or hide what stands beside it.
   *
   * @param text one line
   */
  public static String text(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? ' ' : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean steers(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
