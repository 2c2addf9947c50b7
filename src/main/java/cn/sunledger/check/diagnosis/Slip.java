package cn.sunledger.check.diagnosis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * 笔误: how one amount can have become another under someone's hands.
 *
 * @param name what happened, in Chinese
 * @param cost how far-fetched it is, in tenths of a comparison
 */
public record Slip(String name, int cost) {
  private static final int LIKELY = 2;
  private static final int LEFT_OUT = 7;

  /**
   * Whether digits have changed places, or the point or the sign is wrong: what hardly happens by
   * chance.
   *
   * @param printed as printed
   * @param right as it should be
   */
  public static boolean obvious(BigDecimal printed, BigDecimal right) {
    return between(printed, right)
        .map(slip -> slip.cost <= LIKELY && !slip.name.contains("一位数字"))
        .orElse(false);
  }

  /**
   * The slip that leads from the right amount to the printed one.
   *
   * @param printed as printed
   * @param right as it should be
   * @return the slip, or empty where no common one does
   */
  static Optional<Slip> between(BigDecimal printed, BigDecimal right) {
    if (printed.signum() == 0 || right.signum() == 0) {
      return right.signum() != 0 ? Optional.of(new Slip("漏填", LEFT_OUT)) : Optional.empty();
    }
    if (printed.negate().compareTo(right) == 0) {
      return Optional.of(new Slip("正负号相反", LIKELY));
    }
    if (printed.signum() != right.signum()) {
      return Optional.empty();
    }
    int scale = Math.max(printed.scale(), right.scale());
    return power(printed, right)
        .or(() -> digits(digitsOf(printed, scale), digitsOf(right, scale)))
        .or(
            () ->
                digits(bare(printed), bare(right)).map(slip -> new Slip(slip.name, slip.cost + 2)));
  }

  private static Optional<Slip> power(BigDecimal printed, BigDecimal right) {
    BigDecimal a = printed.stripTrailingZeros();
    BigDecimal b = right.stripTrailingZeros();
    if (!a.unscaledValue().equals(b.unscaledValue()) || a.scale() == b.scale()) {
      return Optional.empty();
    }
    int places = b.scale() - a.scale();
    return Optional.of(
        switch (Math.abs(places)) {
          case 4 -> new Slip("差一万倍，单位元与万元混淆", LIKELY);
          case 8 -> new Slip("差一亿倍，单位元与亿元混淆", LIKELY);
          default -> new Slip("小数点错" + Math.abs(places) + "位", LIKELY);
        });
  }

  private static Optional<Slip> digits(String printed, String right) {
    int length = Math.max(printed.length(), right.length());
    Optional<Slip> swapped = swapped(padded(printed, length), padded(right, length));
    if (swapped.isPresent()) {
      return swapped;
    }
    if (printed.length() == right.length()) {
      return sameLength(printed, right);
    }
    if (printed.length() + 1 == right.length() && without(right, printed)) {
      return Optional.of(new Slip("漏了一位数字", LIKELY));
    }
    if (printed.length() == right.length() + 1 && without(printed, right)) {
      return Optional.of(new Slip("多了一位数字", LIKELY));
    }
    return Optional.empty();
  }

  private static Optional<Slip> sameLength(String printed, String right) {
    int count = 0;
    for (int i = 0; i < printed.length(); i++) {
      count += printed.charAt(i) == right.charAt(i) ? 0 : 1;
    }
    return count == 1 ? Optional.of(new Slip("一位数字写错", LIKELY + 1)) : Optional.empty();
  }

  /** Two digits in each other's place, next to each other or not. */
  private static Optional<Slip> swapped(String printed, String right) {
    int first = -1;
    int last = -1;
    int count = 0;
    for (int i = 0; i < printed.length(); i++) {
      if (printed.charAt(i) != right.charAt(i)) {
        first = first < 0 ? i : first;
        last = i;
        count++;
      }
    }
    boolean swapped =
        count == 2
            && printed.charAt(first) == right.charAt(last)
            && printed.charAt(last) == right.charAt(first);
    return swapped
        ? Optional.of(new Slip("数字换位", last - first == 1 ? 1 : LIKELY))
        : Optional.empty();
  }

  private static String padded(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }

  /** Whether a text becomes another one when one of its characters is left out. */
  private static boolean without(String longer, String shorter) {
    int i = 0;
    while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
      i++;
    }
    return longer.substring(i + 1).equals(shorter.substring(i));
  }

  private static String digitsOf(BigDecimal value, int scale) {
    return value.abs().setScale(scale).unscaledValue().toString();
  }

  private static String bare(BigDecimal value) {
    return value.abs().stripTrailingZeros().unscaledValue().toString();
  }
}
