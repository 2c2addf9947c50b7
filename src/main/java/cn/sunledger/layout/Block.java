package cn.sunledger.layout;

import java.util.List;

/**
 * One side of a table: its label columns and the amounts that belong to them.
 *
 * @param name 收入, 支出 …; empty for a table of one side
 * @param pairs the classifications printed on each line, each with its codes and labels
 * @param labels all columns of labels, the one that names a line best first
 * @param codes all columns of subject codes
 * @param unitCodes columns of unit codes
 * @param unitNames columns of units' names beside other labels
 * @param numbers columns of 行次 or 序号
 * @param measures columns that print the unit of measure on every line
 * @param values columns of amounts
 * @param texts columns of words, in which a number is an amount all the same
 */
record Block(
    String name,
    List<Pair> pairs,
    int[] labels,
    int[] codes,
    int[] unitCodes,
    int[] unitNames,
    int[] numbers,
    int[] measures,
    int[] values,
    int[] texts) {

  /**
   * One classification's columns.
   *
   * @param codes columns of subject codes (one, or 类, 款, 项)
   * @param labels columns of labels, the one that names a line best first
   */
  record Pair(int[] codes, int[] labels) {}

  Block named(String other) {
    return new Block(
        other, pairs, labels, codes, unitCodes, unitNames, numbers, measures, values, texts);
  }

  /** Whether a column is one of several. */
  static boolean isOneOf(int[] columns, int column) {
    for (int c : columns) {
      if (c == column) {
        return true;
      }
    }
    return false;
  }

  /** The first column of the block. */
  int first() {
    int first = Integer.MAX_VALUE;
    for (int[] columns :
        new int[][] {labels, codes, unitCodes, unitNames, numbers, values, texts}) {
      for (int column : columns) {
        first = Math.min(first, column);
      }
    }
    return first;
  }
}
