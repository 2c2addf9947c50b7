package cn.sunledger.check.table;

import cn.sunledger.model.TableLine;
import java.util.List;

/**
 * A line with the lines it is made of.
 *
 * @param line the line
 * @param children its parts, in order; empty for a leaf
 */
public record RowNode(TableLine line, List<RowNode> children) {
  /** Copies the list. */
  public RowNode {
    children = List.copyOf(children);
  }
}
