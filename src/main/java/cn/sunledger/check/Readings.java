package cn.sunledger.check;

import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.model.CheckReport.NotChecked;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums that were read out of a table's form stand or fall together: where hardly any of them holds,
 * the table was not meant that way, and nothing of it is reported.
 */
final class Readings {
  private final List<Equation> accepted = new ArrayList<>();
  private final List<NotChecked> rejected = new ArrayList<>();

  Readings(List<Equation> equations) {
    Map<String, List<Equation>> families = new LinkedHashMap<>();
    for (Equation equation : equations) {
      if (equation.family().isEmpty()) {
        accepted.add(equation);
      } else {
        families.computeIfAbsent(equation.family(), key -> new ArrayList<>()).add(equation);
      }
    }
    families.values().forEach(this::judge);
  }

  private void judge(List<Equation> family) {
    int held = 0;
    int failed = 0;
    for (Equation equation : family) {
      boolean zero = equation.parts().stream().allMatch(part -> part.place().zero());
      if (equation.balance(Edits.NONE).verdict() == Verdict.FAILED) {
        failed++;
      } else if (!zero) {
        held++;
      }
    }
    if (failed == 0 || held >= failed || scaled(family)) {
      accepted.addAll(family);
      return;
    }
    Equation first = family.get(0);
    rejected.add(
        new NotChecked(
            first.rule().id(),
            first.rule().title(),
            first.table().name() + "：按表样推断的合计关系多数不成立，疑本表不是这样加总的，未作核对"));
  }

  /** Whether all that fails is off by one and the same power of ten: then a unit is wrong. */
  private static boolean scaled(List<Equation> family) {
    BigDecimal ratio = null;
    for (Equation equation : family) {
      Balance balance = equation.balance(Edits.NONE);
      if (balance.verdict() == Verdict.FAILED) {
        if (balance.left().signum() == 0 || balance.right().signum() == 0) {
          return false;
        }
        BigDecimal own =
            balance.left().divide(balance.right(), new MathContext(3)).stripTrailingZeros();
        if (ratio != null && ratio.compareTo(own) != 0) {
          return false;
        }
        ratio = own;
      }
    }
    return ratio != null && ratio.unscaledValue().equals(BigInteger.ONE) && ratio.scale() != 0;
  }

  /** The comparisons that count. */
  List<Equation> accepted() {
    return List.copyOf(accepted);
  }

  /** The readings given up. */
  List<NotChecked> rejected() {
    return List.copyOf(rejected);
  }
}
