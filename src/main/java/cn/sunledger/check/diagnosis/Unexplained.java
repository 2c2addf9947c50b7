package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fails and no slip explains: each comparison for itself, but a heading that one table does
 * not list is one mistake, however many comparisons miss it.
 */
final class Unexplained {
  private final DisclosureView workbook;

  Unexplained(DisclosureView workbook) {
    this.workbook = workbook;
  }

  List<Diagnosis> diagnoses(Situation situation) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    Map<String, List<Equation>> absent = new LinkedHashMap<>();
    for (Equation equation : situation.failing()) {
      if (equation.lacking().size() == 1 && !equation.places().isEmpty()) {
        DisclosureTable table = equation.lacking().get(0);
        String key = table.titleCell() + " " + code(equation);
        absent.computeIfAbsent(key, own -> new ArrayList<>()).add(equation);
      } else {
        diagnoses.add(alone(equation, situation.edits()));
      }
    }
    absent.values().forEach(equations -> diagnoses.add(absent(equations, situation.edits())));
    return diagnoses;
  }

  private String code(Equation equation) {
    TableLine line = equation.places().get(0).line();
    return view(equation.places().get(0).table()).map(view -> view.code(line)).orElse("");
  }

  private Optional<TableView> view(DisclosureTable table) {
    return workbook.tables().stream().filter(view -> view.table() == table).findFirst();
  }

  private static Diagnosis alone(Equation equation, Edits edits) {
    return new Diagnosis(
        "",
        equation.table(),
        List.of(equation),
        List.of(),
        List.of(),
        Map.of(),
        Edits.NONE,
        "",
        edits);
  }

  private Diagnosis absent(List<Equation> equations, Edits edits) {
    DisclosureTable table = equations.get(0).lacking().get(0);
    TableLine line = equations.get(0).places().get(0).line();
    String cause = "没有“" + Names.line(line) + "”一行，疑漏列，或其他表误列";
    return new Diagnosis(
        "D-08",
        table,
        equations,
        look(table, code(equations.get(0))),
        List.of(),
        Map.of(),
        Edits.NONE,
        cause,
        edits);
  }

  /** Where the row would stand: behind the last heading that comes before it. */
  private List<CellRef> look(DisclosureTable table, String code) {
    CellRef look = table.titleCell();
    String last = "";
    TableView view = view(table).orElse(null);
    for (TableLine line : table.lines()) {
      String own = view == null ? "" : view.code(line);
      if (!own.isEmpty() && own.compareTo(code) < 0 && own.compareTo(last) >= 0) {
        look = line.labelCell();
        last = own;
      }
    }
    if (last.isEmpty() && !table.lines().isEmpty()) {
      look = table.lines().get(table.lines().size() - 1).labelCell();
    }
    return List.of(look);
  }
}
