package cn.sunledger.check.rules;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.RowNode;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A line is the sum of the lines below it in the table's hierarchy, in every column. */
final class LineSums implements Check {
  /** Lines that sum up units: departments, units, and the headings of a unit's section. */
  static final LineSums UNITS = new LineSums((view, line) -> line.role() == LineRole.UNIT);

  /** 合计, wherever it stands. */
  static final LineSums TOTALS =
      new LineSums((view, line) -> line.role() != LineRole.UNIT && line.role() != LineRole.ITEM);

  /** 类 = Σ款 = Σ项. */
  static final LineSums HEADINGS =
      new LineSums((view, line) -> line.role() == LineRole.ITEM && !line.code().isEmpty());

  /** 一、 = the （一） or 1. below it. */
  static final LineSums LABELS =
      new LineSums((view, line) -> line.role() == LineRole.ITEM && line.code().isEmpty());

  private final BiPredicate<TableView, TableLine> wanted;

  private LineSums(BiPredicate<TableView, TableLine> wanted) {
    this.wanted = wanted;
  }

  /** The kinds by the names that rule files use. */
  static Map<String, Check> kinds() {
    return Map.of(
        "unit_sums", UNITS, "total_sums", TOTALS, "heading_sums", HEADINGS, "label_sums", LABELS);
  }

  @Override
  public void run(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      if (this == TOTALS && context.rule().scope().anyTable() && view.withheld() > 0) {
        outcome.notApplicable(
            view.table().name() + "：" + view.withheld() + " 格印作“****”（涉密不公开），涉及这些格的勾稽未作核对");
      }
      for (RowNode node : view.rows().nodes()) {
        if (wanted.test(view, node.line())) {
          node(context, outcome, view, node);
        }
      }
    }
  }

  private void node(CheckContext context, Outcome outcome, TableView view, RowNode node) {
    int count = view.columns(node.line()).size();
    for (int i = 0; i < count; i++) {
      Place total = view.place(node.line(), i).orElseThrow();
      if (!total.unit().isMoney()
          || !total.addable()
          || optional(view, total)
          || outcome.ledger().covers(Axis.COLUMN, total.cell())) {
        continue;
      }
      List<Part> parts = new ArrayList<>();
      for (RowNode child : node.children()) {
        view.place(child.line(), i).ifPresent(place -> parts.add(new Part(1, place)));
      }
      Equation equation =
          new Equation(
              context.rule(),
              "上级 = 下级之和",
              view.table(),
              Axis.COLUMN,
              List.of(new Part(1, total)),
              Relation.EQUAL,
              parts,
              BigDecimal.ZERO,
              family(view));
      if (!equation.vacuous()) {
        outcome.compare(equation);
      }
    }
  }

  /** Codes and a known form leave no doubt; otherwise the table's sums stand or fall together. */
  private static String family(TableView view) {
    boolean firm = view.table().id().isPresent() && view.rows().coded();
    return firm ? "" : "lines " + view.table().titleCell();
  }

  /** A total that is left blank, where the form does not ask for one. */
  private static boolean optional(TableView view, Place total) {
    return total.blank()
        && (view.table().id().isEmpty()
            || view.table().document().isPerformance()
            || !view.rows().coded());
  }
}
