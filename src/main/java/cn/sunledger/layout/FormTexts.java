package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Indicator.TextCell;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * What a performance form says in words: the tasks, goals, results and grades between its labels.
 */
final class FormTexts {
  private FormTexts() {}

  /**
   * All texts of a form's body, labels included, row by row.
   *
   * @param region where the form stands
   */
  static List<TextCell> of(Region region) {
    List<TextCell> texts = new ArrayList<>();
    for (int row : region.body()) {
      for (SheetCell cell : region.area().row(row)) {
        CellRef ref = region.area().ref(row, cell.column());
        String text = Labels.compact(cell.value().text());
        if (!text.isEmpty() && !text.matches("[-+0-9.,%]+")) {
          texts.add(new TextCell(ref, text));
        }
      }
    }
    return texts;
  }
}
