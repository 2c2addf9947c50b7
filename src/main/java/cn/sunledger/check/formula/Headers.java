package cn.sunledger.check.formula;

import cn.sunledger.check.table.ColumnNode;
import cn.sunledger.check.table.HeaderTree;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Quantity.Reference;
import java.util.List;
import java.util.Optional;

/**
 * Finds the columns that a name of a formula means: a column, or all that stand under a heading.
 */
final class Headers {
  private final Terms terms;

  Headers(Terms terms) {
    this.terms = terms;
  }

  /**
   * The columns whose amounts make up a name among columns of one stage.
   *
   * @param columns columns of one side and stage
   * @param name term or label
   * @return one column, or those under a heading that has no total of its own; empty where none is
   */
  List<TableColumn> amount(List<TableColumn> columns, String name) {
    List<TableColumn> named = spent(terms.columns(columns, name), name);
    if (named.size() == 1) {
      return named;
    }
    // several columns may share the concept of the heading above them
    Optional<ColumnNode> group = group(HeaderTree.of(columns).root(), name);
    return group
        .map(ColumnNode::amount)
        .filter(amount -> named.isEmpty() || named.containsAll(amount))
        .orElse(named.isEmpty() ? named : named.subList(0, 1));
  }

  /** 基本支出 stands under 本年收入 and under 本年支出 where one table holds both: spent is the latter. */
  private static List<TableColumn> spent(List<TableColumn> named, String name) {
    if (named.size() < 2 || !name.contains("支出")) {
      return named;
    }
    List<TableColumn> spent =
        named.stream()
            .filter(
                column ->
                    StageWords.path(column).stream()
                        .noneMatch(label -> label.matches(".*(?:收入|结转|结余).*")))
            .toList();
    return spent.isEmpty() ? named : spent;
  }

  /**
   * The columns that a reference of a formula over several tables means.
   *
   * @param view the table
   * @param line the line, which may have columns of its own
   * @param reference the reference
   * @return the columns whose amounts are meant; empty where the table has none
   */
  List<TableColumn> amount(TableView view, TableLine line, Reference reference) {
    List<TableColumn> columns =
        StageWords.at(
            view.columns(line),
            column -> StageWords.of(column, view.table()),
            reference.stage(),
            view.table().document());
    if (!reference.column().isEmpty()) {
      return amount(columns, reference.column()).stream()
          .filter(column -> !ofOneFund(column, columns, view))
          .toList();
    }
    if (columns.size() <= 1) {
      return columns;
    }
    List<TableColumn> printed =
        columns.stream().filter(column -> !view.place(line, column).blank()).toList();
    return outermost(HeaderTree.of(columns).root())
        .total()
        .map(ColumnNode::amount)
        .orElse(printed.size() == 1 ? printed : List.of());
  }

  /** 一般公共预算/基本支出 in a table of all funds is not the table's 基本支出. */
  private static boolean ofOneFund(TableColumn column, List<TableColumn> columns, TableView view) {
    boolean whole = column.measure().map(measure -> measure.endsWith("_expense")).orElse(false);
    boolean others =
        columns.stream()
            .anyMatch(other -> other.fund().isPresent() && !other.fund().equals(column.fund()));
    return whole
        && others
        && column.fund().isPresent()
        && column.fund().get() != view.table().fund()
        && column.path().size() > 1;
  }

  /** The header below the headings that all columns share. */
  private static ColumnNode outermost(ColumnNode node) {
    ColumnNode own = node;
    while (own.children().size() == 1 && own.children().get(0).column().isEmpty()) {
      own = own.children().get(0);
    }
    return own;
  }

  private Optional<ColumnNode> group(ColumnNode node, String name) {
    for (ColumnNode child : node.children()) {
      if (child.column().isEmpty() && terms.means(child.label(), name)) {
        return Optional.of(child);
      }
      Optional<ColumnNode> deeper = group(child, name);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }
}
