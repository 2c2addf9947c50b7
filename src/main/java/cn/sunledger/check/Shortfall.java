package cn.sunledger.check;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TotalWords;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Mark;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 合计 larger than everything the table lists: however its rows are nested, counting one of them
 * twice makes their sum too large and never too small, so that a row is missing although none of
 * the sums of the table holds.
 */
final class Shortfall {
  private static final int ENOUGH = 2;

  private final List<Equation> family;

  /**
   * Of sums that were read out of one table.
   *
   * @param family at least one; most of them fail
   */
  Shortfall(List<Equation> family) {
    this.family = List.copyOf(family);
  }

  /** The sums of the 合计 row that lacks a row; empty where no 合计 can be said to. */
  List<Equation> totals() {
    Map<TableLine, List<Equation>> byLine = new LinkedHashMap<>();
    for (Equation equation : family) {
      boolean total =
          equation.axis() == Axis.COLUMN
              && equation.left().size() == 1
              && isTotal(equation.left().get(0).place().line());
      if (total) {
        TableLine line = equation.left().get(0).place().line();
        byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(equation);
      }
    }
    return byLine.size() == 1 && lacks(byLine.values().iterator().next())
        ? byLine.values().iterator().next()
        : List.of();
  }

  private static boolean isTotal(TableLine line) {
    return line.role() == LineRole.TOTAL && TotalWords.total(line.label());
  }

  private static boolean lacks(List<Equation> equations) {
    int lacking = 0;
    Set<TableLine> listed = new LinkedHashSet<>();
    for (Equation equation : equations) {
      Balance balance = equation.balance(Edits.NONE);
      if (balance.verdict() != Verdict.FAILED) {
        continue;
      }
      Place total = equation.left().get(0).place();
      if (total.value().compareTo(everything(total, listed)) <= 0 || withheld(total)) {
        return false;
      }
      lacking++;
    }
    boolean plain = TotalWords.plain(equations.get(0).left().get(0).place().line().label());
    return !listed.isEmpty() && lacking + listed.size() > (plain ? 1 : ENOUGH);
  }

  /** All amounts above and below a total in its column, whatever their lines are. */
  private static BigDecimal everything(Place total, Set<TableLine> listed) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Fact fact : total.table().facts()) {
      boolean counts =
          fact.column().equals(total.column())
              && fact.unit() == total.unit()
              && !fact.measure().startsWith("indicator")
              && !fact.line().equals(total.line());
      if (counts && fact.value().signum() != 0) {
        sum = sum.add(fact.value());
        listed.add(fact.line());
      }
    }
    return sum;
  }

  /** Whether a word stands in the column where an amount could. */
  private static boolean withheld(Place total) {
    DisclosureTable table = total.table();
    return table.marks().stream()
        .filter(mark -> mark.column().equals(total.column()))
        .map(Mark::text)
        .anyMatch(text -> !text.strip().matches("[-—–－一/无]+"));
  }
}
