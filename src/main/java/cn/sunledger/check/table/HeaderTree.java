package cn.sunledger.check.table;

import cn.sunledger.model.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 栏的层次: which columns of one side and one stage add up to which, read from the header.
 *
 * @param root a group without heading that holds all columns
 */
public record HeaderTree(ColumnNode root) {
  /**
   * Builds the tree of columns that belong together.
   *
   * @param columns the columns of one side and stage, from left to right
   */
  public static HeaderTree of(List<TableColumn> columns) {
    List<Header> headers = columns.stream().map(HeaderTree::header).toList();
    return new HeaderTree(new ColumnNode("", Optional.empty(), group(headers, 0)));
  }

  /**
   * What a column is the total of.
   *
   * @param total a column
   * @return the nodes it adds up; empty where it is no group's total
   */
  public List<ColumnNode> parts(TableColumn total) {
    return parts(root, total);
  }

  /** Every group that has a total of its own, from outside in. */
  public List<ColumnNode> groups() {
    List<ColumnNode> groups = new ArrayList<>();
    collect(root, groups);
    return groups;
  }

  private static void collect(ColumnNode node, List<ColumnNode> groups) {
    if (node.total().isPresent() && !node.parts().isEmpty()) {
      groups.add(node);
    }
    node.children().forEach(child -> collect(child, groups));
  }

  private static List<ColumnNode> parts(ColumnNode node, TableColumn total) {
    boolean own =
        node.total().flatMap(ColumnNode::column).map(column -> column.equals(total)).orElse(false);
    if (own) {
      return node.parts();
    }
    for (ColumnNode child : node.children()) {
      List<ColumnNode> parts = parts(child, total);
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return List.of();
  }

  private static List<ColumnNode> group(List<Header> headers, int depth) {
    List<ColumnNode> nodes = new ArrayList<>();
    for (int i = 0; i < headers.size(); ) {
      Header first = headers.get(i);
      String label = first.label(depth);
      int end = i + 1;
      if (first.path.size() > depth + 1) {
        while (end < headers.size()
            && headers.get(end).path.size() > depth + 1
            && headers.get(end).label(depth).equals(label)) {
          end++;
        }
        nodes.add(
            new ColumnNode(label, Optional.empty(), group(headers.subList(i, end), depth + 1)));
      } else {
        nodes.add(new ColumnNode(label, Optional.of(first.column), List.of()));
      }
      i = end;
    }
    return nodes;
  }

  private static Header header(TableColumn column) {
    List<String> path = StageWords.path(column);
    return new Header(column, path.isEmpty() ? List.of("") : path);
  }

  private record Header(TableColumn column, List<String> path) {
    String label(int depth) {
      return depth < path.size() ? path.get(depth) : "";
    }
  }
}
