package cn.sunledger.verify.judge;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * 文表相符的程度: how many different amounts that a narrative says of its own year stand in the workbook
 * it is held against. Zeros agree by chance and do not count; a slip of the keyboard or of the unit
 * is a mistake in a text that belongs to the workbook, and counts as agreement.
 *
 * @param agreeing amounts that agree, or would but for a slip
 * @param differing amounts that are different altogether
 */
public record Agreement(int agreeing, int differing) {
  private static final BigDecimal SAME = new BigDecimal("0.001");

  /**
   * Counts.
   *
   * @param reading the narrative as understood
   * @param ledger what was found
   * @param workbook what it was held against
   * @param finalAccounts whether the narrative says of itself that it explains final accounts, so
   *     that the budgets it quotes are not its own figures
   */
  public static Agreement of(
      Reading reading, Ledger ledger, Disclosure workbook, boolean finalAccounts) {
    int year = workbook.year().orElse(0);
    boolean budget = workbook.document() == DocumentKind.DEPARTMENT_BUDGET;
    Set<String> agreeing = new HashSet<>();
    Set<String> differing = new HashSet<>();
    for (Mention mention : reading.mentions()) {
      boolean own = mention.year() == 0 || mention.year() == year;
      boolean quoted = finalAccounts && mention.stage().map(FigureIndex::isBudget).orElse(false);
      if (mention.role() != Role.LEVEL || !mention.isMoney() || !own || quoted || mention.aside()) {
        continue;
      }
      Optional<Judgement> judgement = ledger.of(mention).filter(j -> !j.isOpen());
      BigDecimal stated = mention.quantity().value();
      if (judgement.isEmpty() || stated.signum() == 0) {
        continue;
      }
      String number = stated.stripTrailingZeros().toPlainString();
      if (judgement.get().isWrong() && judgement.get().firm()) {
        BigDecimal expected = judgement.get().expected().orElse(BigDecimal.ZERO);
        (isSlip(stated, expected) ? agreeing : differing).add(number);
      } else if (isCurrent(ledger, mention, judgement.get(), budget)) {
        agreeing.add(number);
      }
    }
    differing.removeAll(agreeing);
    return new Agreement(agreeing.size(), differing.size());
  }

  private static boolean isCurrent(
      Ledger ledger, Mention mention, Judgement judgement, boolean budget) {
    return ledger
        .agreed(mention)
        .map(
            figure ->
                figure.origin() == Figure.Origin.CURRENT
                    && FigureIndex.isBudget(figure.stage()) == budget)
        .orElse(judgement.firm() && !judgement.isWrong());
  }

  private static boolean isSlip(BigDecimal stated, BigDecimal expected) {
    if (expected.signum() == 0) {
      return false;
    }
    if (!CauseFinder.slip(stated, expected).isEmpty()) {
      return true;
    }
    BigDecimal a = stated.abs().stripTrailingZeros();
    BigDecimal b = expected.abs().stripTrailingZeros();
    BigDecimal one = a.movePointLeft(a.precision() - a.scale());
    BigDecimal other = b.movePointLeft(b.precision() - b.scale());
    return one.subtract(other).abs().compareTo(SAME) <= 0;
  }

  /** How many amounts could be compared. */
  public int compared() {
    return agreeing + differing;
  }
}
