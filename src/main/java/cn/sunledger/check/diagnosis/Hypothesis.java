package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import java.util.List;

/**
 * A mistake that may have happened.
 *
 * @param rule id of the diagnosis rule it is told under; empty where the failing rule itself tells
 *     it
 * @param edits what the cells should say
 * @param blamed the amounts that are wrong, the first one first
 * @param look the cells to look at before them: a unit's, where the amounts are right by themselves
 * @param cause what happened, in Chinese; empty where nothing more can be said than what fails
 * @param cost how far-fetched it is, in tenths of a comparison
 * @param least how many comparisons must balance by it for it to be believed
 */
record Hypothesis(
    String rule,
    Edits edits,
    List<Place> blamed,
    List<CellRef> look,
    String cause,
    int cost,
    int least) {
  Hypothesis {
    blamed = List.copyOf(blamed);
    look = List.copyOf(look);
  }

  Hypothesis(String rule, Edits edits, List<Place> blamed, String cause, int cost, int least) {
    this(rule, edits, blamed, List.of(), cause, cost, least);
  }
}
