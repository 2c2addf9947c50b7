package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One mistake and the comparisons that fail because of it.
 *
 * @param rule id of the diagnosis rule; empty where the first comparison's own rule tells it
 * @param table the table in which it happened, or in which the first comparison is told
 * @param failing the comparisons, the most telling first; never empty
 * @param look the cells to look at, the first one first; empty where nobody can tell
 * @param blamed the amounts that are wrong, the first one first
 * @param candidates the cells of which one must be wrong, where nobody can tell which
 * @param right what the blamed cells should say
 * @param cause what happened, in Chinese; may be empty
 * @param before what was supposed of other cells when this was found
 */
public record Diagnosis(
    String rule,
    DisclosureTable table,
    List<Equation> failing,
    List<CellRef> look,
    List<Place> blamed,
    Map<Place, BigDecimal> candidates,
    Edits right,
    String cause,
    Edits before) {
  /** Copies the lists. */
  public Diagnosis {
    failing = List.copyOf(failing);
    look = List.copyOf(look);
    blamed = List.copyOf(blamed);
  }
}
