package cn.sunledger.layout;

import java.util.List;
import java.util.Map;

/**
 * The header of a table.
 *
 * @param rows its rows, column numbers left out
 * @param numbers 栏次 by column, where a row prints them
 * @param paths header labels by column, from outside in
 * @param lines the rows behind it
 */
record Header(
    List<Integer> rows,
    Map<Integer, String> numbers,
    Map<Integer, List<String>> paths,
    List<Integer> lines) {
  List<String> path(int column) {
    return paths.getOrDefault(column, List.of());
  }

  String last(int column) {
    List<String> path = path(column);
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }
}
