package cn.sunledger.model;

/** What a line of a table is in its sums. */
public enum LineRole {
  /** An ordinary line: an item, a 科目, a source of income. */
  ITEM,
  /** 其中: a part of the line above that is shown besides. */
  OF_WHICH,
  /** 小计, 本年收入合计: a sum of some lines of the table. */
  SUBTOTAL,
  /** 合计: the sum of the table's items. */
  TOTAL,
  /** 总计: what balances the table's two sides. */
  GRAND_TOTAL,
  /** A department's or unit's own row, which sums up the rows below it. */
  UNIT
}
