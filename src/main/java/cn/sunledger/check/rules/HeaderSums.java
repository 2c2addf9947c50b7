package cn.sunledger.check.rules;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.ColumnNode;
import cn.sunledger.check.table.HeaderTree;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column headed 合计, 小计 or 总计 is the sum of the columns beside it under the same heading, each
 * group taken by its own 小计. Which of the columns beside it take part (政府采购 does not, nor does 其中)
 * is read from the rows: the reading that most of them bear out.
 */
final class HeaderSums implements Check {
  @Override
  public void run(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (String block : view.blocks()) {
        for (List<TableColumn> columns : view.stages(block)) {
          for (ColumnNode group : HeaderTree.of(columns).groups()) {
            group(context, outcome, view, block, group);
          }
        }
      }
    }
  }

  private static void group(
      CheckContext context, Outcome outcome, TableView view, String block, ColumnNode group) {
    TableColumn total = group.total().flatMap(ColumnNode::column).orElseThrow();
    List<ColumnNode> parts =
        group.parts().stream()
            .filter(part -> part.amount().stream().allMatch(c -> c.unit() == total.unit()))
            .toList();
    if (parts.isEmpty() || !total.unit().isMoney()) {
      return;
    }
    Optional<List<Equation>> best = Optional.empty();
    int most = -1;
    for (List<ColumnNode> reading : readings(parts)) {
      List<Equation> equations = equations(context, outcome, view, block, total, reading);
      int held = (int) equations.stream().filter(HeaderSums::holds).count();
      if (held > most) {
        most = held;
        best = Optional.of(equations);
      }
    }
    best.ifPresent(equations -> equations.forEach(outcome::compare));
  }

  /** All columns; all but one group; the columns from the left up to some point. */
  private static List<List<ColumnNode>> readings(List<ColumnNode> parts) {
    List<List<ColumnNode>> readings = new ArrayList<>(List.of(parts));
    for (int skip = parts.size() - 1; skip >= 0 && parts.size() > 2; skip--) {
      List<ColumnNode> rest = new ArrayList<>(parts);
      rest.remove(skip);
      readings.add(rest);
    }
    for (int end = parts.size() - 2; end >= 2; end--) {
      readings.add(parts.subList(0, end));
    }
    return readings;
  }

  private static List<Equation> equations(
      CheckContext context,
      Outcome outcome,
      TableView view,
      String block,
      TableColumn total,
      List<ColumnNode> parts) {
    List<Equation> equations = new ArrayList<>();
    String family = context.rule().id() + " " + view.table().titleCell() + " " + total.column();
    for (TableLine line : view.lines(block)) {
      if (!view.columns(line).contains(total)
          || outcome.ledger().covers(Axis.ROW, view.place(line, total).cell())) {
        continue;
      }
      List<Part> right =
          parts.stream()
              .flatMap(part -> part.amount().stream())
              .map(column -> new Part(1, view.place(line, column)))
              .toList();
      Equation equation =
          new Equation(
              context.rule(),
              "合计 = 各分栏之和",
              view.table(),
              Axis.ROW,
              List.of(new Part(1, view.place(line, total))),
              Relation.EQUAL,
              right,
              BigDecimal.ZERO,
              family);
      boolean partsPrinted = right.stream().anyMatch(part -> !part.place().blank());
      boolean amounts = equation.parts().stream().allMatch(part -> part.place().addable());
      if (!amounts || equation.vacuous()) {
        continue;
      }
      if (partsPrinted || !equation.left().get(0).place().blank()) {
        equations.add(equation);
      }
    }
    return equations;
  }

  private static boolean holds(Equation equation) {
    Balance balance = equation.balance(Edits.NONE);
    return balance.verdict() != Verdict.FAILED && balance.left().signum() != 0;
  }
}
