package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.ColumnNode;
import cn.sunledger.check.table.HeaderTree;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import java.util.ArrayList;
import java.util.List;

/** Binds a formula over columns to every row of a table, for each stage of the year by itself. */
final class RowBinding {
  private final Headers headers;
  private final ReconciliationRule rule;
  private final Formula formula;
  private final TableView view;

  RowBinding(Terms terms, ReconciliationRule rule, Formula formula, TableView view) {
    this.headers = new Headers(terms);
    this.rule = rule;
    this.formula = formula;
    this.view = view;
  }

  Binding bind() throws MissingOperandException {
    List<Equation> equations = new ArrayList<>();
    MissingOperandException missing = null;
    boolean bound = false;
    for (String block : view.blocks()) {
      for (List<TableColumn> columns : view.stages(block)) {
        try {
          List<SignedColumn> left = columns(formula.left(), columns, List.of());
          List<SignedColumn> right = columns(formula.right(), columns, left);
          rows(block, left, right, equations);
          bound = true;
        } catch (MissingOperandException e) {
          missing = e;
        }
      }
    }
    if (!bound && missing != null) {
      throw missing;
    }
    return new Binding(equations, List.of());
  }

  /** Whether the formula's amounts are columns of the table. */
  boolean applies() {
    return view.blocks().stream()
        .flatMap(block -> view.stages(block).stream())
        .anyMatch(
            columns -> {
              try {
                List<SignedColumn> left = columns(formula.left(), columns, List.of());
                return !left.isEmpty() && !columns(formula.right(), columns, left).isEmpty();
              } catch (MissingOperandException e) {
                return false;
              }
            });
  }

  private void rows(
      String block, List<SignedColumn> left, List<SignedColumn> right, List<Equation> equations) {
    for (TableLine line : view.lines(block)) {
      if (!view.columns(line).contains(left.get(0).column)) {
        continue;
      }
      Equation equation =
          Equation.of(rule, formula, view.table(), Axis.ROW, parts(line, left), parts(line, right));
      boolean amounts = equation.parts().stream().allMatch(part -> part.place().addable());
      if (amounts && !equation.vacuous()) {
        equations.add(equation);
      }
    }
  }

  private List<Part> parts(TableLine line, List<SignedColumn> columns) {
    return columns.stream()
        .map(signed -> new Part(signed.sign, view.place(line, signed.column)))
        .toList();
  }

  private List<SignedColumn> columns(
      List<FormulaTerm> terms, List<TableColumn> columns, List<SignedColumn> other)
      throws MissingOperandException {
    List<SignedColumn> signed = new ArrayList<>();
    for (FormulaTerm term : terms) {
      if (term.quantity() instanceof Quantity.Reference reference) {
        List<TableColumn> found = headers.amount(columns, reference.line());
        if (found.isEmpty() && !reference.ifPresent()) {
          throw new MissingOperandException(
              "《" + view.table().name() + "》中没有“" + reference.line() + "”栏");
        }
        found.forEach(column -> signed.add(new SignedColumn(term.sign(), column)));
      } else if (term.quantity() instanceof Quantity.Children && !other.isEmpty()) {
        List<ColumnNode> parts = HeaderTree.of(columns).parts(other.get(0).column);
        if (parts.isEmpty()) {
          throw new MissingOperandException(
              "《" + view.table().name() + "》的“" + other.get(0).column.label() + "”栏下没有分项");
        }
        parts.stream()
            .flatMap(part -> part.amount().stream())
            .forEach(column -> signed.add(new SignedColumn(term.sign(), column)));
      }
    }
    return signed;
  }

  private record SignedColumn(int sign, TableColumn column) {}
}
