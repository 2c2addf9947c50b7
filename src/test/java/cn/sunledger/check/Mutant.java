package cn.sunledger.check;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * A workbook with one error in it.
 *
 * @param grid the workbook's cells, as a reader gets them
 * @param culprits the cells to blame, at their addresses after the change
 * @param changed the sound workbook's amounts as the error makes them, by their addresses before
 * @param named what a message may name instead: the row that is gone
 */
record Mutant(
    WorkbookGrid grid, Set<CellRef> culprits, Map<CellRef, BigDecimal> changed, Set<String> named) {
  Mutant {
    culprits = Set.copyOf(culprits);
    changed = Map.copyOf(changed);
    named = Set.copyOf(named);
  }
}
