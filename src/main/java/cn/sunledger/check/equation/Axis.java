package cn.sunledger.check.equation;

/** Which way an equation runs through its table. */
public enum Axis {
  /** Along a row: columns that add up. */
  ROW,
  /** Along a column: lines that add up. */
  COLUMN,
  /** Between tables, or between places of a table that are the same amount. */
  ACROSS
}
