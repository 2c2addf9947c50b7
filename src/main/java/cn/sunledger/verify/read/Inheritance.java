package cn.sunledger.verify.read;

import cn.sunledger.model.Fund;
import java.util.Set;

/** What a phrase takes over from what was said before. */
final class Inheritance {
  private Inheritance() {}

  /** 支出决算为…: whether the words go on about the subject already named. */
  static boolean goesOn(Subject subject, Carry carry, Reading.Passage passage) {
    if (carry.current == null) {
      return false;
    }
    boolean here = carry.paragraph == passage.index();
    if (subject.measures().isEmpty()) {
      return here || carry.pending;
    }
    Subject before = carry.current.subject();
    if (!before.covered()) {
      return false;
    }
    if (SubjectReader.isBothSides(subject)
        && !before.measures().stream().allMatch(SubjectReader::isSum)) {
      return false;
    }
    boolean sums =
        !before.isItem()
            && before.measures().stream().allMatch(SubjectReader::isSum)
            && !before.measures().isEmpty();
    boolean otherSide = sums && before.measures().stream().noneMatch(subject.measures()::contains);
    if (otherSide
        && subject.stage().isPresent()
        && before.measures().size() == 2
        && before.measures().contains("income_grand_total")
        && before.measures().contains("expense_grand_total")) {
      return here;
    }
    if (carry.pending) {
      return !otherSide;
    }
    return here && !otherSide && subject.stage().isPresent() && !(sums && before.funds().isEmpty());
  }

  /** 机关运行经费…（其中：一般公共预算支出…）: what of the concept a fund pays, not the fund's sum. */
  static boolean ofFundOnly(Subject subject, Carry carry) {
    if (carry.whole == null || subject.funds().isEmpty() || subject.isItem()) {
      return false;
    }
    Subject whole = carry.whole.subject();
    boolean sums = whole.measures().stream().anyMatch(SubjectReader::isSum);
    boolean concept = whole.isItem() || !whole.measures().isEmpty() && !sums || !whole.isKnown();
    return concept && subject.measures().stream().allMatch(SubjectReader::isSum);
  }

  /** 政府性基金预算财政拨款收入…；年初结转和结余…；支出…: the fund holds for the whole enumeration. */
  static boolean fundGoesOn(Subject subject, Carry carry, Reading.Passage passage, boolean joined) {
    boolean overFunds =
        carry.whole != null
            && carry.whole != carry.current
            && !carry.whole.subject().funds().equals(carry.current.subject().funds());
    return carry.current != null
        && (!overFunds || joined)
        && subject.funds().isEmpty()
        && !subject.isItem()
        && carry.current.subject().funds().size() == 1
        && carry.paragraph == passage.index()
        && !carry.current.subject().funds().contains(Fund.FISCAL_APPROPRIATION)
        && Set.of(
                "basic_expense",
                "project_expense",
                "carry_in_total",
                "carry_out_total",
                "expense_grand_total",
                "income_grand_total",
                "expense_current_year_total",
                "income_current_year_total",
                "personnel_total",
                "public_total")
            .containsAll(subject.measures())
        && !subject.measures().isEmpty();
  }
}
