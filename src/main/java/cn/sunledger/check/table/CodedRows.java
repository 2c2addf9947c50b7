package cn.sunledger.check.table;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of lines that carry codes: a heading belongs to the longest shorter code of its unit's
 * section, a section to its unit, a unit to the department above it, and all of them to 合计 wherever
 * it stands.
 */
final class CodedRows {
  private final TableView view;
  private final List<TableLine> lines;
  private final List<Draft> sections = new ArrayList<>();
  private final List<TableLine> totals = new ArrayList<>();

  CodedRows(TableView view, List<TableLine> lines) {
    this.view = view;
    this.lines = lines;
  }

  void into(List<RowNode> nodes, List<TableLine> roots, List<TableLine> allTotals) {
    read();
    List<Draft> top = new UnitRows(view, sections).arrange(totals);
    List<TableLine> topLines = new ArrayList<>();
    for (Draft draft : top) {
      if (draft.line == null) {
        draft.children.forEach(child -> topLines.add(child.line));
      } else {
        topLines.add(draft.line);
      }
    }
    for (TableLine total : totals) {
      if (!topLines.isEmpty()) {
        nodes.add(
            new RowNode(
                total, topLines.stream().map(line -> new RowNode(line, List.of())).toList()));
      }
    }
    sections.forEach(section -> section.collect(nodes));
    roots.addAll(topLines);
    allTotals.addAll(totals);
  }

  private void read() {
    Draft section = new Draft(null);
    sections.add(section);
    for (TableLine line : lines) {
      switch (line.role()) {
        case UNIT -> {
          section = new Draft(line);
          sections.add(section);
        }
        case ITEM -> {
          if (!view.code(line).isEmpty()) {
            section.items.put(line, new Draft(line));
          }
        }
        case TOTAL, GRAND_TOTAL, SUBTOTAL -> {
          if (wholeTotal(line)) {
            totals.add(line);
          }
        }
        default -> {
          // 其中 stands beside the headings' own sums
        }
      }
    }
    sections.forEach(this::byCode);
    if (sections.get(0).children.isEmpty()) {
      sections.remove(0);
    }
  }

  private static boolean wholeTotal(TableLine line) {
    String label = line.bareLabel();
    return label.isEmpty()
        || (TotalWords.plain(label) && line.role() != LineRole.SUBTOTAL)
        || label.matches("(?:本年)?(?:支出|收入|预算|决算)(?:合计|总计)[:：]?");
  }

  private void byCode(Draft section) {
    Map<String, Draft> first = new LinkedHashMap<>();
    section.items.forEach((line, draft) -> first.putIfAbsent(view.code(line), draft));
    section.items.forEach(
        (line, draft) -> {
          String code = view.code(line);
          Draft parent = section;
          for (int length = code.length() - 2; length >= 3; length -= 2) {
            Draft candidate = first.get(code.substring(0, length));
            if (candidate != null) {
              parent = candidate;
              break;
            }
          }
          parent.children.add(draft);
        });
  }

  /** A line whose parts are still being gathered. */
  static final class Draft {
    final TableLine line;
    final List<Draft> children = new ArrayList<>();
    final Map<TableLine, Draft> items = new LinkedHashMap<>();

    Draft(TableLine line) {
      this.line = line;
    }

    void collect(List<RowNode> nodes) {
      if (line != null && !children.isEmpty()) {
        nodes.add(
            new RowNode(
                line, children.stream().map(child -> new RowNode(child.line, List.of())).toList()));
      }
      items.values().forEach(item -> item.collectItem(nodes));
    }

    private void collectItem(List<RowNode> nodes) {
      if (!children.isEmpty()) {
        nodes.add(
            new RowNode(
                line, children.stream().map(child -> new RowNode(child.line, List.of())).toList()));
      }
    }
  }
}
