package cn.sunledger.check.table;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the tree of a table's rows: by codes where the lines have them, else by the depth of their
 * labels.
 */
final class RowTreeBuilder {
  private final TableView view;
  private final List<RowNode> nodes = new ArrayList<>();
  private final List<TableLine> roots = new ArrayList<>();
  private final List<TableLine> totals = new ArrayList<>();

  RowTreeBuilder(TableView view) {
    this.view = view;
  }

  RowTree build() {
    boolean coded = true;
    for (List<TableLine> group : groups()) {
      if (coded(group)) {
        new CodedRows(view, group).into(nodes, roots, totals);
      } else {
        coded = false;
        new LabelledRows(view, group).into(nodes, roots, totals);
      }
    }
    return new RowTree(nodes, roots, totals, coded);
  }

  /** The sides of the table; sides that together hold one list of codes are one group. */
  private List<List<TableLine>> groups() {
    Map<String, List<TableLine>> sides = new LinkedHashMap<>();
    for (String block : view.blocks()) {
      sides.put(block, view.lines(block));
    }
    if (sides.size() > 1 && oneList(sides.values().stream().toList())) {
      List<TableLine> all = new ArrayList<>();
      sides.values().forEach(all::addAll);
      return List.of(all);
    }
    return List.copyOf(sides.values());
  }

  private boolean oneList(List<List<TableLine>> sides) {
    Set<String> seen = new HashSet<>();
    for (List<TableLine> side : sides) {
      List<String> codes =
          side.stream().filter(HeadingNames::isHeading).map(TableLine::code).toList();
      if (codes.isEmpty() || codes.stream().anyMatch(code -> !seen.add(code))) {
        return false;
      }
    }
    return seen.stream().map(code -> code.charAt(0)).distinct().count() == 1;
  }

  private boolean coded(List<TableLine> lines) {
    List<TableLine> items = lines.stream().filter(line -> line.role() == LineRole.ITEM).toList();
    long printed = items.stream().filter(HeadingNames::isHeading).count();
    boolean units = lines.stream().anyMatch(line -> line.role() == LineRole.UNIT);
    return printed * 2 > items.size() || (items.isEmpty() && units);
  }
}
