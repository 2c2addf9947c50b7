package cn.sunledger.check.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * 允许误差: how far printed numbers may be apart because each of them was rounded by itself. Every
 * printed number carries half a unit of its last digit.
 */
public final class Closeness {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Closeness() {}

  /**
   * Whether a total and the sum of its parts differ by rounding at most.
   *
   * @param total the total as printed
   * @param sum the sum of the parts
   * @param parts the parts as printed, all in one unit
   */
  public static boolean within(BigDecimal total, BigDecimal sum, List<BigDecimal> parts) {
    int digits = total.scale();
    int count = 1;
    for (BigDecimal part : parts) {
      if (part.signum() != 0) {
        digits = Math.max(digits, part.scale());
        count++;
      }
    }
    return total.subtract(sum).abs().compareTo(allowed(count, digits)) <= 0;
  }

  /**
   * What several numbers of the same last digit allow: floor(count / 2) units of it.
   *
   * @param count how many numbers take part, the total included
   * @param digits decimal places printed
   */
  public static BigDecimal allowed(int count, int digits) {
    return new BigDecimal(count / 2).scaleByPowerOfTen(-digits);
  }

  /**
   * Half a unit of a number's last printed digit.
   *
   * @param digits decimal places printed
   */
  public static BigDecimal half(int digits) {
    return HALF.scaleByPowerOfTen(-digits);
  }

  /**
   * What halves of the last digit allow together, in whole units of it: printed numbers differ by
   * nothing smaller.
   *
   * @param halves the halves' sum
   * @param digits decimal places printed
   */
  public static BigDecimal whole(BigDecimal halves, int digits) {
    return halves.setScale(digits, RoundingMode.FLOOR);
  }
}
