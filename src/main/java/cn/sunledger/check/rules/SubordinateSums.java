package cn.sunledger.check.rules;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 部门汇总 = Σ 所属单位: each figure of the department is the sum of the same figure of its units, where
 * their workbooks are given. Whether all of them are given shows in whether most figures add up.
 */
final class SubordinateSums implements Check {
  private static final int FEWEST = 2;

  @Override
  public void run(CheckContext context, Outcome outcome) {
    List<DisclosureView> units =
        context.others().stream()
            .filter(other -> subordinate(context.disclosure(), other.disclosure()))
            .toList();
    if (units.size() < FEWEST) {
      if (!units.isEmpty()) {
        outcome.notApplicable("只给出了一个所属单位的公开文件");
      }
      return;
    }
    for (TableView view : context.tables()) {
      if (view.table().id().isPresent()) {
        table(context, outcome, view, units);
      }
    }
  }

  private static boolean subordinate(Disclosure department, Disclosure unit) {
    if (department == unit
        || unit.document() != department.document()
        || !unit.year().equals(department.year())) {
      return false;
    }
    if (!department.unitCode().isEmpty() && !unit.unitCode().isEmpty()) {
      return unit.unitCode().startsWith(department.unitCode())
          && unit.unitCode().length() > department.unitCode().length();
    }
    String name = Labels.normal(department.unitName());
    String own = Labels.normal(unit.unitName());
    return !name.isEmpty() && own.startsWith(name) && own.length() > name.length();
  }

  private static void table(
      CheckContext context, Outcome outcome, TableView view, List<DisclosureView> units) {
    String id = view.table().id().orElseThrow().id();
    List<Map<String, Place>> figures = new ArrayList<>();
    for (DisclosureView unit : units) {
      Map<String, Place> own = new LinkedHashMap<>();
      unit.tables(id).forEach(table -> own.putAll(figures(table)));
      figures.add(own);
    }
    figures(view)
        .forEach(
            (key, place) -> {
              List<Part> parts = new ArrayList<>();
              for (Map<String, Place> own : figures) {
                if (own.containsKey(key)) {
                  parts.add(new Part(1, own.get(key)));
                }
              }
              Equation equation =
                  new Equation(
                      context.rule(),
                      "部门 = 所属单位之和",
                      view.table(),
                      Axis.ACROSS,
                      List.of(new Part(1, place)),
                      Relation.EQUAL,
                      parts,
                      BigDecimal.ZERO,
                      context.rule().id());
              boolean zero = place.zero() && parts.stream().allMatch(part -> part.place().zero());
              if (!zero) {
                outcome.compare(equation);
              }
            });
  }

  /** The figures of a table by what they say, units' own rows left out. */
  private static Map<String, Place> figures(TableView view) {
    Map<String, Place> figures = new LinkedHashMap<>();
    for (TableLine line : view.table().lines()) {
      if (line.role() == LineRole.UNIT) {
        continue;
      }
      String label = view.code(line).isEmpty() ? Labels.normal(line.bareLabel()) : view.code(line);
      for (Place place : view.row(line)) {
        String key =
            line.block()
                + "|"
                + label
                + "|"
                + String.join("/", StageWords.path(place.column()))
                + "|"
                + StageWords.of(place.column(), view.table());
        if (!place.blank() && place.unit().isMoney()) {
          figures.putIfAbsent(key, place);
        }
      }
    }
    return figures;
  }
}
