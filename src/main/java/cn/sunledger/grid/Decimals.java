package cn.sunledger.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimal behind a number in a file: what Excel holds, free of binary noise. */
final class Decimals {
  /** Excel keeps and shows no more significant digits than these. */
  static final int EXCEL_DIGITS = 15;

  /** Enough digits to tell any two doubles apart. */
  private static final int DOUBLE_DIGITS = 17;

  /** No writer needs more characters for a number; a longer one is no number but an attack. */
  private static final int MOST_CHARACTERS = 400;

  private static final MathContext FIFTEEN = new MathContext(EXCEL_DIGITS, RoundingMode.HALF_UP);

  private Decimals() {}

  /**
   * The number that a numeric cell's text stands for: the shortest decimal that is the same double,
   * so that {@code 0.28999999999999998} is 0.29 as Excel holds it.
   *
   * @return the number, or null where the text is none or leaves the range of Excel's numbers
   */
  static BigDecimal parse(String raw) {
    String text = raw.strip();
    if (!shape(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return null;
    }
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(text);
    return exact.precision() <= EXCEL_DIGITS ? atLeastUnits(exact.stripTrailingZeros()) : of(value);
  }

  /** The number that a numeric cell holds, as {@link #parse(String)}. */
  static BigDecimal parse(RawCell cell) throws WorkbookFault {
    return cell.counted() ? scaled(cell.unscaled(), cell.scale()) : parse(cell.text());
  }

  /** The number without zeros at the end of its decimals. */
  private static BigDecimal scaled(long digits, int digitsBehind) {
    long unscaled = digits;
    int scale = digitsBehind;
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    return BigDecimal.valueOf(unscaled, scale);
  }

  /** The shortest decimal that is the same finite double. */
  static BigDecimal of(double value) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = EXCEL_DIGITS; digits < DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return atLeastUnits(rounded.stripTrailingZeros());
      }
    }
    BigDecimal longest = exact.round(new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN));
    return atLeastUnits(longest.stripTrailingZeros());
  }

  /** The number to the 15 significant digits that Excel shows. */
  static BigDecimal fifteenDigits(BigDecimal value) {
    return value.precision() <= EXCEL_DIGITS
        ? value
        : atLeastUnits(value.round(FIFTEEN).stripTrailingZeros());
  }

  /** The same number without an exponent, {@code 1E+3} as {@code 1000}. */
  static BigDecimal atLeastUnits(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** Printed as Excel's general format does, but never shortened to an exponent. */
  static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  /** Plain ASCII decimals with an optional exponent, as XML Schema's double allows. */
  private static boolean shape(String text) {
    if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
      return false;
    }
    int i = sign(text, 0);
    int before = digits(text, i);
    int end = i + before;
    int behind = 0;
    if (end < text.length() && text.charAt(end) == '.') {
      behind = digits(text, end + 1);
      end += behind + 1;
    }
    if (before + behind == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'E' || text.charAt(end) == 'e')) {
      int start = sign(text, end + 1);
      int exponent = digits(text, start);
      // BigDecimal holds no longer exponent, and no double needs one
      return exponent > 0 && exponent < 6 && start + exponent == text.length();
    }
    return end == text.length();
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
