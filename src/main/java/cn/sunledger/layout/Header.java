package cn.sunledger.layout;

import java.util.List;

/**
 * The header of a table.
 *
 * @param rows its rows, column numbers left out
 * @param left the first of its columns
 * @param columns what stands over each column, from the first on
 * @param lines the rows behind it
 * @param totals amounts that are printed inside a header cell, behind its label
 */
record Header(
    List<Integer> rows,
    int left,
    List<Column> columns,
    List<Integer> lines,
    List<GluedTotal> totals) {
  /** No header at all, as in a form. */
  static final Header NONE = new Header(List.of(), 0, List.of(), List.of(), List.of());

  private static final Column BLANK = new Column(List.of(), Word.NONE, "", false);

  /**
   * What stands over one column.
   *
   * @param path the labels, from outside in
   * @param word the innermost label; an empty word where none stands there
   * @param number its 栏次, where a row prints them; else empty
   * @param labelled whether a label begins over it; others are covered from the left or blank
   */
  record Column(List<String> path, Word word, String number, boolean labelled) {}

  /**
   * An amount printed behind a header label: {@code 合计 307.82}.
   *
   * @param row its row
   * @param column its column
   * @param label the label
   * @param number the amount
   */
  record GluedTotal(int row, int column, String label, NumberText number) {}

  private Column column(int column) {
    int at = column - left;
    return at >= 0 && at < columns.size() ? columns.get(at) : BLANK;
  }

  List<String> path(int column) {
    return column(column).path;
  }

  String last(int column) {
    List<String> path = path(column);
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The innermost label of a column. */
  Word word(int column) {
    return column(column).word;
  }

  /** The 栏次 of a column; empty where none is printed. */
  String number(int column) {
    return column(column).number;
  }

  /** Whether a label begins over a column. */
  boolean labels(int column) {
    return column(column).labelled;
  }

  /** The last row of the header; -1 where there is none. */
  int bottom() {
    return rows.isEmpty() ? -1 : rows.get(rows.size() - 1);
  }

  /** The same lines under the header of an earlier page. */
  Header under(Header earlier, int shift) {
    return new Header(rows, earlier.left + shift, earlier.columns, lines, totals);
  }
}
