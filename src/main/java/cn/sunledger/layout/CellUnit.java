package cn.sunledger.layout;

import cn.sunledger.model.Unit;

/** Decides what a cell counts in, where its column, its line and a column of units all say. */
final class CellUnit {
  private CellUnit() {}

  /**
   * The unit of a cell: a rate before a count before money, and of two units of money the column's.
   *
   * @param column the unit that the header declares, or null
   * @param line the unit that the label declares, or null
   * @param measure the unit that a column of units prints, or null
   * @param table the unit of all that declares none
   */
  static Unit of(Unit column, Unit line, Unit measure, Unit table) {
    if (column == Unit.PERCENT || line == Unit.PERCENT) {
      return Unit.PERCENT;
    }
    if (column == Unit.NONE || line == Unit.NONE) {
      return Unit.NONE;
    }
    return column != null ? column : line != null ? line : measure != null ? measure : table;
  }

  /** The unit that a column of units prints: 元, 万元, %; 台 and 人 are counts. */
  static Unit named(String text) {
    boolean percent = text.equals("%") || text.equals("％") || text.equals("百分比");
    return percent ? Unit.PERCENT : Unit.ofMoney(text).orElse(Unit.NONE);
  }
}
