package cn.sunledger.grid;

import cn.sunledger.grid.FormatToken.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The digits of one format section: {@code #,##0.00}, {@code 0.00%}, {@code 0.00E+00}. */
final class NumberPattern {
  /**
   * A number in print.
   *
   * @param text what is printed, without the room that aligns columns
   * @param shown the same as a number, with the printed digits
   */
  record Printed(String text, BigDecimal shown) {}

  private final List<FormatToken> tokens;
  private final int shift;
  private int integerDigits;
  private int decimals;
  private int exponentDigits;
  private int thousands;
  private boolean grouped;
  private boolean pointed;
  private boolean scientific;
  private final boolean simple;

  NumberPattern(List<FormatToken> tokens, int percents) {
    this.tokens = tokens;
    measure();
    this.shift = 2 * percents - 3 * thousands;
    this.simple = isSimple();
  }

  /** {@code 0}, {@code 0.00}, {@code #,##0.00} and {@code 0.00%}: what nearly all cells have. */
  private boolean isSimple() {
    boolean behind = false;
    char last = '#';
    for (int i = 0; i < tokens.size(); i++) {
      FormatToken token = tokens.get(i);
      switch (token.kind()) {
        case DIGIT -> {
          char place = token.text().charAt(0);
          if (behind ? place != '0' : place == '?' || last == '0') {
            return false;
          }
          last = behind ? last : place;
        }
        case POINT -> {
          if (behind || last != '0') {
            return false;
          }
          behind = true;
        }
        case PERCENT -> {
          if (i < tokens.size() - 1) {
            return false;
          }
        }
        case COMMA, PAD -> {}
        default -> {
          return false;
        }
      }
    }
    return last == '0'
        && thousands == 0
        && behind == decimals > 0
        && tokens.get(0).kind() != Kind.COMMA;
  }

  /** The number of digits behind the decimal point. */
  int decimals() {
    return decimals;
  }

  private void measure() {
    int commas = 0;
    for (FormatToken token : tokens) {
      switch (token.kind()) {
        case DIGIT -> {
          if (scientific) {
            exponentDigits++;
          } else if (pointed) {
            decimals++;
          } else {
            integerDigits++;
            grouped |= commas > 0;
          }
          commas = 0;
        }
        // a comma before the first digit is not one of the number's
        case COMMA -> commas += integerDigits + decimals > 0 ? 1 : 0;
        case POINT -> {
          thousands += pointed ? 0 : commas;
          commas = 0;
          pointed = true;
        }
        case EXPONENT -> scientific = true;
        default -> {}
      }
    }
    thousands += commas;
  }

  /** Prints a number that is not negative. */
  Printed print(BigDecimal value) {
    BigDecimal scaled = shift == 0 ? value : value.movePointRight(shift);
    return scientific ? exponential(scaled) : plain(scaled);
  }

  private Printed plain(BigDecimal value) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    if (simple) {
      return new Printed(simple(rounded), rounded);
    }
    Writer writer = new Writer(rounded);
    tokens.forEach(writer::write);
    return new Printed(writer.text.toString().strip(), writer.shown(rounded));
  }

  private String simple(BigDecimal rounded) {
    String plain = rounded.toPlainString();
    int whole = plain.length() - (decimals > 0 ? decimals + 1 : 0);
    boolean percent = tokens.get(tokens.size() - 1).is(Kind.PERCENT);
    if (!percent && (!grouped || whole <= 3)) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain);
    for (int i = whole - 3; grouped && i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return percent ? text.append('%').toString() : text.toString();
  }

  private Printed exponential(BigDecimal value) {
    int step = Math.max(1, integerDigits);
    int exponent = 0;
    if (value.signum() != 0) {
      exponent = exponentOf(value, step);
      // 9.995 may round up to 10.00, which is one more step
      BigDecimal rounded = value.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_UP);
      if (rounded.precision() - rounded.scale() > step) {
        exponent += step;
      }
    }
    BigDecimal mantissa = value.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_UP);
    Writer writer = new Writer(mantissa);
    boolean behind = false;
    for (FormatToken token : tokens) {
      if (token.is(Kind.EXPONENT)) {
        behind = true;
        writer
            .text
            .append('E')
            .append(exponent < 0 ? "-" : token.text().substring(1).replace("-", ""));
        String digits = Integer.toString(Math.abs(exponent));
        writer
            .text
            .append("0".repeat(Math.max(0, exponentDigits - digits.length())))
            .append(digits);
      } else if (!behind || token.is(Kind.LITERAL)) {
        writer.write(token);
      }
    }
    BigDecimal shown = mantissa.scaleByPowerOfTen(exponent);
    return new Printed(writer.text.toString().strip(), Decimals.atLeastUnits(shown));
  }

  private static int exponentOf(BigDecimal value, int step) {
    int exponent = value.precision() - value.scale() - 1;
    return Math.floorDiv(exponent, step) * step;
  }

  /** Lays the digits of a rounded number over the section's pieces. */
  private final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder digits = new StringBuilder();
    private final String whole;
    private final String part;
    private final int significant;
    private int wholePlaces;
    private int partPlaces;
    private boolean behindPoint;

    Writer(BigDecimal rounded) {
      String plain = rounded.toPlainString();
      int point = plain.indexOf('.');
      String before = point < 0 ? plain : plain.substring(0, point);
      whole = "0".equals(before) ? "" : before;
      part = point < 0 ? "" : plain.substring(point + 1);
      int end = part.length();
      while (end > 0 && part.charAt(end - 1) == '0') {
        end--;
      }
      significant = end;
    }

    void write(FormatToken token) {
      switch (token.kind()) {
        case DIGIT -> {
          if (behindPoint) {
            decimal(token.text().charAt(0));
          } else {
            integer(token.text().charAt(0));
          }
        }
        case POINT -> point();
        case LITERAL, DATE, GENERAL, TEXT -> literal(token.text());
        case PERCENT, SLASH -> text.append(token.text());
        case COMMA -> text.append(wholePlaces == 0 && !behindPoint ? "," : "");
        default -> {}
      }
    }

    private void integer(char place) {
      int left = integerDigits - wholePlaces++;
      int from = whole.length() - left;
      if (wholePlaces == 1) {
        for (int i = 0; i < from; i++) {
          digit(whole.charAt(i), whole.length() - i - 1);
        }
      }
      if (from >= 0) {
        digit(whole.charAt(from), left - 1);
      } else if (place == '0') {
        digit('0', left - 1);
      } else if (place == '?') {
        text.append(' ');
      }
    }

    private void digit(char digit, int toTheRight) {
      text.append(digit);
      digits.append(digit);
      if (grouped && toTheRight > 0 && toTheRight % 3 == 0) {
        text.append(',');
      }
    }

    private void point() {
      if (!behindPoint) {
        // digits left of the point that the section gives no place, as in .00
        if (integerDigits == 0 && !whole.isEmpty()) {
          text.append(whole);
          digits.append(whole);
        }
        digits.append('.');
        behindPoint = true;
      }
      text.append('.');
    }

    private void decimal(char place) {
      char digit = part.charAt(partPlaces++);
      if (place == '0' || partPlaces <= significant) {
        text.append(digit);
        digits.append(digit);
      } else if (place == '?') {
        text.append(' ');
      }
    }

    /**
     * In {@code 0!.0,} the point is a literal, yet it is where a reader sees the decimals begin.
     */
    private void literal(String literal) {
      text.append(literal);
      boolean amid = wholePlaces > 0 && wholePlaces < integerDigits;
      if (amid && !pointed && literal.equals(".")) {
        digits.append('.');
      }
    }

    BigDecimal shown(BigDecimal rounded) {
      String number = digits.toString();
      boolean twoPoints = number.indexOf('.') != number.lastIndexOf('.');
      if (twoPoints || number.chars().noneMatch(c -> c != '.')) {
        return rounded;
      }
      return new BigDecimal(
          number.endsWith(".") ? number.substring(0, number.length() - 1) : number);
    }
  }
}
