package cn.sunledger.layout;

import cn.sunledger.model.Unit;
import java.util.Optional;

/** Decides what a cell counts in, where its column, its line and a column of units all say. */
final class CellUnit {
  private CellUnit() {}

  /**
   * The unit of a cell: a rate before a count before money, and of two units of money the column's.
   *
   * @param column the unit that the header declares
   * @param line the unit that the label declares
   * @param measure the unit that a column of units prints
   */
  static Optional<Unit> of(Optional<Unit> column, Optional<Unit> line, Optional<Unit> measure) {
    for (Unit first : new Unit[] {Unit.PERCENT, Unit.NONE}) {
      if (column.filter(first::equals).isPresent() || line.filter(first::equals).isPresent()) {
        return Optional.of(first);
      }
    }
    return column.or(() -> line).or(() -> measure);
  }

  /** The unit that a column of units prints: 元, 万元, %; 台 and 人 are counts. */
  static Unit named(String text) {
    boolean percent = text.equals("%") || text.equals("％") || text.equals("百分比");
    return percent ? Unit.PERCENT : Unit.ofMoney(text).orElse(Unit.NONE);
  }
}
