package cn.sunledger.check.table;

import cn.sunledger.model.TableLine;
import java.util.List;
import java.util.Optional;

/**
 * 行的层次: which lines of a table add up to which.
 *
 * @param nodes every line that is made of others, in the order of the table: headings, units,
 *     totals
 * @param roots the lines that are part of no other, totals left out
 * @param totals the lines that stand for the whole of their side
 * @param coded whether codes say so, and not only the look of the labels
 */
public record RowTree(
    List<RowNode> nodes, List<TableLine> roots, List<TableLine> totals, boolean coded) {
  /** Copies the lists. */
  public RowTree {
    nodes = List.copyOf(nodes);
    roots = List.copyOf(roots);
    totals = List.copyOf(totals);
  }

  /**
   * What a line is made of.
   *
   * @param line the line
   * @return its node, or empty where the line is made of none
   */
  public Optional<RowNode> node(TableLine line) {
    return nodes.stream().filter(node -> node.line().equals(line)).findFirst();
  }
}
