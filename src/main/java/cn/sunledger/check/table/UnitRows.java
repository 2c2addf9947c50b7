package cn.sunledger.check.table;

import cn.sunledger.check.table.CodedRows.Draft;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which unit's row sums up which: by the units' codes where they have any, else by what the amounts
 * bear out, since a department's own row and its units' rows look alike.
 */
final class UnitRows {
  private final TableView view;
  private final List<Draft> sections;

  UnitRows(TableView view, List<Draft> sections) {
    this.view = view;
    this.sections = sections;
  }

  /**
   * Hangs the units below their departments.
   *
   * @param totals the table's 合计 rows
   * @return the sections that belong to no other
   */
  List<Draft> arrange(List<TableLine> totals) {
    List<Draft> units = sections.stream().filter(section -> section.line != null).toList();
    if (units.size() < 2) {
      return List.copyOf(sections);
    }
    if (units.stream().allMatch(unit -> !unit.line.code().isEmpty())) {
      return byCode(units);
    }
    Draft first = units.get(0);
    List<Draft> rest = units.subList(1, units.size());
    List<TableLine> lines = rest.stream().map(unit -> unit.line).toList();
    boolean heads =
        first.children.isEmpty()
            && (totals.isEmpty() || hold(first.line, lines).betterThan(totalHold(totals, units)));
    if (!heads) {
      return List.copyOf(sections);
    }
    first.children.addAll(rest);
    List<Draft> top = new ArrayList<>(sections);
    top.removeAll(rest);
    return top;
  }

  private List<Draft> byCode(List<Draft> units) {
    Set<Draft> top = new LinkedHashSet<>(sections);
    List<Draft> seen = new ArrayList<>();
    Map<String, Draft> heads = heads(units);
    for (Draft unit : units) {
      Draft parent = null;
      for (Draft candidate : seen) {
        String code = candidate.line.code();
        boolean above =
            unit.line.code().startsWith(code)
                && (!unit.line.code().equals(code) || candidate.equals(heads.get(code)));
        if (above && (parent == null || code.length() >= parent.line.code().length())) {
          parent = candidate;
        }
      }
      seen.add(unit);
      if (parent != null && parent.items.isEmpty()) {
        parent.children.add(unit);
        top.remove(unit);
      }
    }
    return List.copyOf(top);
  }

  /**
   * Rows with one code, a unit and its projects: the first heads the others if the amounts say so.
   */
  private Map<String, Draft> heads(List<Draft> units) {
    Map<String, List<Draft>> same = new LinkedHashMap<>();
    units.forEach(
        unit -> same.computeIfAbsent(unit.line.code(), key -> new ArrayList<>()).add(unit));
    Map<String, Draft> heads = new LinkedHashMap<>();
    same.forEach(
        (code, drafts) -> {
          List<TableLine> rest = drafts.stream().skip(1).map(draft -> draft.line).toList();
          Hold hold = rest.isEmpty() ? Hold.NONE : hold(drafts.get(0).line, rest);
          boolean department =
              !rest.isEmpty()
                  && drafts.get(0).line.label().equals(view.table().unitName())
                  && !rest.get(0).label().equals(view.table().unitName());
          if (department || hold.held() > hold.failed()) {
            heads.put(code, drafts.get(0));
          }
        });
    return heads;
  }

  private Hold totalHold(List<TableLine> totals, List<Draft> units) {
    return hold(totals.get(0), units.stream().map(unit -> unit.line).toList());
  }

  private Hold hold(TableLine total, List<TableLine> parts) {
    Hold hold = Hold.NONE;
    for (Place place : view.row(total)) {
      hold = hold.and(place, parts.stream().map(part -> view.place(part, place.column())).toList());
    }
    return hold;
  }
}
