package cn.sunledger.check.table;

import cn.sunledger.model.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of the header: a column, or a group of columns under one heading.
 *
 * @param label the heading
 * @param column the column; empty for a group
 * @param children the group's nodes, from left to right
 */
public record ColumnNode(String label, Optional<TableColumn> column, List<ColumnNode> children) {
  /** Copies the list. */
  public ColumnNode {
    children = List.copyOf(children);
  }

  /** The group's own total: a column in it that is headed 合计, 小计 or 总计. */
  public Optional<ColumnNode> total() {
    return children.stream()
        .filter(child -> child.column().isPresent() && TotalWords.total(child.label()))
        .findFirst();
  }

  /** The nodes that a group's total adds up. */
  public List<ColumnNode> parts() {
    Optional<ColumnNode> total = total();
    return children.stream()
        .filter(child -> total.isEmpty() || child != total.get())
        .filter(child -> !TotalWords.part(child.label()))
        .toList();
  }

  /** The columns that hold the node's amount: itself, its own total, or what its parts hold. */
  public List<TableColumn> amount() {
    if (column.isPresent()) {
      return List.of(column.get());
    }
    Optional<ColumnNode> total = total();
    if (total.isPresent()) {
      return total.get().amount();
    }
    List<TableColumn> columns = new ArrayList<>();
    parts().forEach(part -> columns.addAll(part.amount()));
    return columns;
  }
}
