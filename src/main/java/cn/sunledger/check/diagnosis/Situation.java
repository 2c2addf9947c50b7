package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.rule.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which comparisons hold and which fail, with the mistakes found so far put right. */
final class Situation {
  private final List<Equation> equations;
  private final Edits edits;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Map<CellRef, List<Integer>> byCell = new HashMap<>();

  Situation(List<Equation> equations, Edits edits) {
    this.equations = List.copyOf(equations);
    this.edits = edits;
    for (int i = 0; i < equations.size(); i++) {
      verdicts.add(equations.get(i).balance(edits).verdict());
      for (Place place : equations.get(i).places()) {
        byCell.computeIfAbsent(place.cell(), cell -> new ArrayList<>()).add(i);
      }
    }
  }

  Edits edits() {
    return edits;
  }

  List<Equation> equations() {
    return equations;
  }

  /** The comparisons that fail. */
  List<Equation> failing() {
    List<Equation> failing = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      if (verdicts.get(i) == Verdict.FAILED) {
        failing.add(equations.get(i));
      }
    }
    return failing;
  }

  /** The places that failing comparisons touch, with those comparisons. */
  Map<Place, List<Equation>> suspects() {
    Map<CellRef, Place> places = new LinkedHashMap<>();
    Map<Place, List<Equation>> suspects = new LinkedHashMap<>();
    for (Equation equation : failing()) {
      for (Place place : equation.places()) {
        Place first = places.computeIfAbsent(place.cell(), cell -> place);
        suspects.computeIfAbsent(first, key -> new ArrayList<>()).add(equation);
      }
    }
    return suspects;
  }

  /**
   * What supposing some cells to be otherwise would change.
   *
   * @param more the supposed amounts
   */
  Effect effect(Edits more) {
    Edits all = edits.and(more);
    List<Equation> repaired = new ArrayList<>();
    int broken = 0;
    for (int i : touching(more.values().keySet())) {
      boolean failed = verdicts.get(i) == Verdict.FAILED;
      boolean fails = equations.get(i).balance(all).verdict() == Verdict.FAILED;
      if (failed && !fails) {
        repaired.add(equations.get(i));
      } else if (!failed && fails) {
        broken++;
      }
    }
    return new Effect(repaired, broken);
  }

  private TreeSet<Integer> touching(Collection<CellRef> cells) {
    TreeSet<Integer> touching = new TreeSet<>();
    for (CellRef cell : cells) {
      touching.addAll(byCell.getOrDefault(cell, List.of()));
    }
    return touching;
  }

  /**
   * What a supposition does.
   *
   * @param repaired comparisons that fail now and would hold
   * @param broken how many hold now and would fail
   */
  record Effect(List<Equation> repaired, int broken) {
    /** How many equalities balance by it; a part below a whole proves little. */
    int balanced() {
      return (int)
          repaired.stream().filter(equation -> equation.relation() == Relation.EQUAL).count();
    }

    /** How much it explains: what it repairs, less what it would break twice over. */
    int gain() {
      return repaired.size() - 2 * broken;
    }
  }
}
