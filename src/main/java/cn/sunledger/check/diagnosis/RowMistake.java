package cn.sunledger.check.diagnosis;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import java.util.List;

/**
 * A row that may be missing, doubled, or under a wrong code.
 *
 * @param rule id of the diagnosis rule it is told under
 * @param view its table
 * @param look the cells to look at, the first one first
 * @param cause what happened, in Chinese
 * @param variant the workbook as it would be without the mistake
 * @param cost how far-fetched it is, in tenths of a comparison
 */
record RowMistake(
    String rule, TableView view, List<CellRef> look, String cause, Disclosure variant, int cost) {
  RowMistake {
    look = List.copyOf(look);
  }
}
