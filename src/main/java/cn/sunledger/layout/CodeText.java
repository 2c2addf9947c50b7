package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subject and unit codes as they are printed: in one cell, in three, glued to the name, or as
 * numbers.
 */
final class CodeText {
  private static final int MOST_DIGITS = 15;
  private static final Pattern BRACKETED = Pattern.compile("^\\(([0-9]+)\\)$");
  private static final Pattern GLUED =
      Pattern.compile(
          "^[\\[(（【]?([1-9][0-9]{2}|[1-9][0-9]{4}|[1-9][0-9]{6})[\\])）】]?[-—_－、.．:：]?([\\u4e00-\\u9fa5“‘（(].*)$");
  private static final int PART = 2;
  private static final int CATEGORY = 3;

  private CodeText() {}

  /** The digits of a cell; empty where the text is no code. */
  static String digits(CellValue value) {
    String text =
        value instanceof CellValue.Number number
            ? isWhole(number.shown()) ? printed(number) : ""
            : text(value.text());
    return isDigits(text) ? text : "";
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isDigits(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String text(String printed) {
    String normal = Labels.normal(printed);
    String bare = normal.startsWith("(") ? BRACKETED.matcher(normal).replaceAll("$1") : normal;
    return bare.replace(".", "").replace("·", "").replace("-", "");
  }

  private static String printed(CellValue.Number number) {
    String text = Labels.normal(number.text()).replace(",", "");
    return isDigits(text) ? text : number.shown().toBigInteger().toString();
  }

  /** Splits {@code 2010301行政运行}; null where no code stands in front. */
  static String[] glued(String label) {
    int at = label.isEmpty() || "[(（【".indexOf(label.charAt(0)) < 0 ? 0 : 1;
    if (label.length() <= at || label.charAt(at) < '1' || label.charAt(at) > '9') {
      return null;
    }
    Matcher matcher = GLUED.matcher(label);
    return matcher.matches() ? new String[] {matcher.group(1), matcher.group(2)} : null;
  }

  /** Restores the zero that a numeric cell has lost: 1 for 01 in a part. */
  static String part(String digits, boolean first) {
    return !first && digits.length() == 1 ? "0" + digits : digits;
  }

  /** A unit's code with the zeros that a numeric cell has lost; unit codes grow by three digits. */
  static String unit(CellValue value) {
    String digits = digits(value);
    boolean lost = value instanceof CellValue.Number && digits.length() % CATEGORY == PART;
    return lost ? "0" + digits : digits;
  }

  /** The level that a subject code's length tells: 类 1, 款 2, 项 3; 0 for no subject code. */
  static int level(String code) {
    return switch (code.length()) {
      case 3 -> 1;
      case 5 -> 2;
      case 7 -> 3;
      default -> 0;
    };
  }

  /** Whether a code belongs to a unit rather than to a subject. */
  static boolean isUnit(String code) {
    return !code.isEmpty()
        && (code.startsWith("0") || level(code) == 0 && code.length() % CATEGORY == 0);
  }

  /**
   * Whether a code belongs to one of the classifications: income 101 to 110, expense by function
   * 201 to 234, by departmental use 301 to 313 and 399, by government use 501 to 515 and 599.
   */
  static boolean isSubject(String code) {
    if (level(code) == 0) {
      return false;
    }
    int category = Integer.parseInt(code.substring(0, CATEGORY));
    return switch (category / 100) {
      case 1 -> category >= 101 && category <= 110;
      case 2 -> category >= 201 && category <= 234;
      case 3 -> category >= 301 && category <= 313 || category == 399;
      case 5 -> category >= 501 && category <= 515 || category == 599;
      default -> false;
    };
  }
}
