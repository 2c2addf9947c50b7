package cn.sunledger.check;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.model.CheckReport.NotChecked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums that were read out of a table's form stand or fall together: where hardly any of them holds,
 * the table was not meant that way, and nothing of it is reported.
 */
final class Readings {
  private final List<Equation> accepted = new ArrayList<>();
  private final List<NotChecked> rejected = new ArrayList<>();
  private final Set<String> given = new HashSet<>();

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
    List<Equation> failed = new ArrayList<>();
    for (Equation equation : family) {
      boolean zero = equation.parts().stream().allMatch(part -> part.place().zero());
      if (equation.balance(Edits.NONE).verdict() == Verdict.FAILED) {
        failed.add(equation);
      } else if (!zero) {
        held++;
      }
    }
    if (failed.isEmpty() || held >= failed.size() || new OneSlip(failed).explains()) {
      accepted.addAll(family);
      return;
    }
    List<Equation> lacking = new Shortfall(family).totals();
    if (!lacking.isEmpty()) {
      accepted.addAll(lacking);
      family.stream()
          .filter(equation -> !lacking.contains(equation))
          .forEach(equation -> given.add(stated(equation)));
      return;
    }
    Equation first = family.get(0);
    given.add(first.family());
    rejected.add(
        new NotChecked(
            first.rule().id(),
            first.rule().title(),
            first.table().name() + "：按表样推断的合计关系多数不成立，疑本表不是这样加总的，未作核对"));
  }

  /**
   * The comparisons of a workbook that is supposed instead: what was given up of this one is given
   * up there, and nothing else, lest a supposition gain by making comparisons go away.
   *
   * @param others the comparisons of the other workbook
   */
  List<Equation> likewise(List<Equation> others) {
    return others.stream()
        .filter(equation -> !given.contains(equation.family()))
        .filter(equation -> !given.contains(stated(equation)))
        .toList();
  }

  /** What a family's comparison says something of. */
  private static String stated(Equation equation) {
    return equation.family()
        + equation.left().stream().map(part -> part.place().cell().toString()).toList();
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
