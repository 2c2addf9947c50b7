package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables, rows and columns that failing comparisons touch. */
final class Suspects {
  private final Map<DisclosureTable, TableView> views = new IdentityHashMap<>();
  private final Map<TableView, Set<TableLine>> lines = new LinkedHashMap<>();
  private final Map<TableView, Map<TableColumn, Set<TableLine>>> columns = new LinkedHashMap<>();

  Suspects(DisclosureView workbook, Situation situation) {
    workbook.tables().forEach(view -> views.put(view.table(), view));
    for (Equation equation : situation.failing()) {
      for (Place place : equation.places()) {
        TableView view = views.get(place.table());
        if (view != null) {
          lines.computeIfAbsent(view, key -> new LinkedHashSet<>()).add(place.line());
          columns
              .computeIfAbsent(view, key -> new LinkedHashMap<>())
              .computeIfAbsent(place.column(), key -> new LinkedHashSet<>())
              .add(place.line());
        }
      }
    }
  }

  /** The tables, those of other workbooks left out. */
  List<TableView> tables() {
    return List.copyOf(lines.keySet());
  }

  Set<TableLine> lines(TableView view) {
    return lines.getOrDefault(view, Set.of());
  }

  /** The columns of a table, with the lines in which they are touched. */
  Map<TableColumn, Set<TableLine>> columns(TableView view) {
    return columns.getOrDefault(view, Map.of());
  }
}
