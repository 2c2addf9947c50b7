package cn.sunledger.layout;

import java.util.List;

/**
 * One side of a table: its label columns and the amounts that belong to them.
 *
 * @param name 收入, 支出 …; empty for a table of one side
 * @param labels columns of labels, from left to right
 * @param codes columns of subject codes (one, or 类, 款, 项)
 * @param unitCodes columns of unit codes
 * @param numbers columns of 行次 or 序号
 * @param values columns of amounts
 */
record Block(
    String name,
    List<Integer> labels,
    List<Integer> codes,
    List<Integer> unitCodes,
    List<Integer> numbers,
    List<Integer> values) {
  Block named(String other) {
    return new Block(other, labels, codes, unitCodes, numbers, values);
  }

  /** The first column of the block. */
  int first() {
    int first = Integer.MAX_VALUE;
    for (List<Integer> columns : List.of(labels, codes, unitCodes, numbers, values)) {
      for (int column : columns) {
        first = Math.min(first, column);
      }
    }
    return first;
  }
}
