package cn.sunledger.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a table.
 *
 * @param rows its rows, column numbers left out
 * @param numbers 栏次 by column, where a row prints them
 * @param paths header labels by column, from outside in
 * @param words the innermost label of each column
 * @param labelled the columns over which a label begins
 * @param lines the rows behind it
 * @param totals amounts that are printed inside a header cell, behind its label
 */
record Header(
    List<Integer> rows,
    Map<Integer, String> numbers,
    Map<Integer, List<String>> paths,
    Map<Integer, Word> words,
    Set<Integer> labelled,
    List<Integer> lines,
    List<GluedTotal> totals) {
  /**
   * An amount printed behind a header label: {@code 合计 307.82}.
   *
   * @param row its row
   * @param column its column
   * @param label the label
   * @param number the amount
   */
  record GluedTotal(int row, int column, String label, NumberText number) {}

  List<String> path(int column) {
    return paths.getOrDefault(column, List.of());
  }

  String last(int column) {
    List<String> path = path(column);
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The innermost label of a column. */
  Word word(int column) {
    return words.getOrDefault(column, Word.NONE);
  }

  /** The last row of the header; -1 where there is none. */
  int bottom() {
    return rows.isEmpty() ? -1 : rows.get(rows.size() - 1);
  }

  /** The same lines under the header of an earlier page. */
  Header under(Header earlier, int shift) {
    Map<Integer, String> moved = new HashMap<>();
    earlier.numbers.forEach((column, number) -> moved.put(column + shift, number));
    Map<Integer, List<String>> labels = new HashMap<>();
    earlier.paths.forEach((column, path) -> labels.put(column + shift, path));
    Set<Integer> begun = new HashSet<>();
    earlier.labelled.forEach(column -> begun.add(column + shift));
    Map<Integer, Word> innermost = new HashMap<>();
    earlier.words.forEach((column, word) -> innermost.put(column + shift, word));
    return new Header(rows, moved, labels, innermost, begun, lines, totals);
  }
}
