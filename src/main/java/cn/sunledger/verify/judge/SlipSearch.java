package cn.sunledger.verify.judge;

import cn.sunledger.verify.read.Mention;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the one figure of a relation that a slip of the keyboard explains: where a rate does
 * not follow from the amounts it is printed with, either may be wrong; if one digit of an amount
 * that no table holds would make the rate right to its last digit, it is the amount.
 */
final class SlipSearch {
  /** So many digits of a rate make it unlikely that a slip fits by chance. */
  private static final int TELLING_DIGITS = 3;

  private final Ledger ledger;

  SlipSearch(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The right number of a figure.
   *
   * @param suspect a figure of the relation
   * @param rate the printed rate
   * @param fits whether the rate follows when this number is put in the figure's place
   * @return the number; empty where a table decided on the figure, or no slip or several fit
   */
  Optional<BigDecimal> of(Mention suspect, BigDecimal rate, Predicate<BigDecimal> fits) {
    boolean telling = rate.precision() >= TELLING_DIGITS;
    if (!telling || ledger.agreed(suspect).isPresent() || !ledger.isUndecided(suspect)) {
      return Optional.empty();
    }
    Optional<BigDecimal> found = Optional.empty();
    for (BigDecimal candidate : candidates(suspect.quantity().value())) {
      if (fits.test(candidate)) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  /**
   * The numbers from which one changed digit, or two that changed places, lead to a printed one.
   */
  static Set<BigDecimal> candidates(BigDecimal printed) {
    String digits = printed.unscaledValue().abs().toString();
    Set<BigDecimal> candidates = new LinkedHashSet<>();
    for (int i = 0; i < digits.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        boolean leading = i == 0 && digit == '0' && digits.length() > 1;
        if (digit != digits.charAt(i) && !leading) {
          add(digits.substring(0, i) + digit + digits.substring(i + 1), printed, candidates);
        }
      }
      if (i + 1 < digits.length()
          && digits.charAt(i) != digits.charAt(i + 1)
          && !(i == 0 && digits.charAt(1) == '0')) {
        String swapped =
            digits.substring(0, i)
                + digits.charAt(i + 1)
                + digits.charAt(i)
                + digits.substring(i + 2);
        add(swapped, printed, candidates);
      }
    }
    return candidates;
  }

  private static void add(String digits, BigDecimal printed, Set<BigDecimal> candidates) {
    candidates.add(new BigDecimal(new java.math.BigInteger(digits), printed.scale()));
  }
}
