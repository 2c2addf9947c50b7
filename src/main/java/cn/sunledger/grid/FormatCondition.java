package cn.sunledger.grid;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a format section, such as {@code [>=100]}.
 *
 * @param operator one of {@code < <= > >= = <>}
 * @param limit what the value is compared with
 */
record FormatCondition(String operator, BigDecimal limit) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(<=|>=|<>|<|>|=)\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[Ee][-+]?\\d{1,3})?)\\s*");

  /** The condition in a bracket, or null where the bracket holds none. */
  static FormatCondition parse(String inside) {
    Matcher matcher = SHAPE.matcher(inside);
    return matcher.matches()
        ? new FormatCondition(matcher.group(1), new BigDecimal(matcher.group(2)))
        : null;
  }

  boolean admits(BigDecimal value) {
    int order = value.compareTo(limit);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "=" -> order == 0;
      default -> order != 0;
    };
  }

  /** Whether only numbers below zero pass, so that the section itself says the sign. */
  boolean onlyNegative() {
    return operator.startsWith("<") && !"<>".equals(operator) && limit.signum() <= 0
        || "=".equals(operator) && limit.signum() < 0;
  }

  /** Whether exactly the numbers below zero are left for the next section. */
  boolean leavesNegative() {
    return operator.startsWith(">") && limit.signum() == 0;
  }
}
