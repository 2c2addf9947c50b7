package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.rule.Each;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.Relation;
import cn.sunledger.model.rule.RuleTerm;
import cn.sunledger.model.rule.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the formulas of the rule book into equations over the cells of the workbooks given. */
public final class FormulaBinder {
  private static final String THIS_HEADING = "本科目";
  private static final String NO_TABLE = "未找到";

  private final Terms terms;
  private final Operands operands;
  private final DisclosureView current;

  /**
   * For workbooks that are looked at together.
   *
   * @param terms the rule book's terms
   * @param workbooks the workbook under check, and last year's and the budget where they are given
   */
  public FormulaBinder(Map<String, RuleTerm> terms, Map<Source, DisclosureView> workbooks) {
    this.terms = new Terms(terms);
    this.operands = new Operands(this.terms, workbooks);
    this.current = workbooks.get(Source.THIS);
  }

  /**
   * Binds a rule.
   *
   * @param rule a rule of formulas
   * @return its equations, and why some could not be formed
   */
  public Binding bind(ReconciliationRule rule) {
    List<TableView> views = views(rule);
    if (views.isEmpty()) {
      return Binding.missing(NO_TABLE + "《" + String.join("》《", rule.scope().tables()) + "》");
    }
    List<Equation> equations = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (TableView view : views) {
      try {
        requireConditions(rule, view);
        for (Formula formula : rule.formulas()) {
          Binding binding = bind(rule, formula, view);
          equations.addAll(binding.equations());
          missing.addAll(binding.missing());
        }
      } catch (MissingOperandException e) {
        missing.add(e.getMessage());
      }
    }
    boolean bound = !equations.isEmpty();
    missing.removeIf(reason -> bound && reason.startsWith(NO_TABLE));
    return new Binding(equations, missing.stream().distinct().toList());
  }

  private List<TableView> views(ReconciliationRule rule) {
    if (rule.scope().anyTable()) {
      return current.tables();
    }
    List<TableView> views = new ArrayList<>();
    rule.scope().tables().forEach(title -> views.addAll(current.tables(title)));
    return views;
  }

  private void requireConditions(ReconciliationRule rule, TableView view)
      throws MissingOperandException {
    for (Formula condition : rule.scope().when()) {
      Equation equation = once(rule, condition, view);
      if (equation.balance(Edits.NONE).verdict() == Verdict.FAILED) {
        throw new MissingOperandException("条件“" + condition.text() + "”不成立，本规则不适用");
      }
    }
  }

  private Binding bind(ReconciliationRule rule, Formula formula, TableView view) {
    Each each = rule.scope().each();
    try {
      if (each.overHeadings() && overHeadings(formula)) {
        return new HeadingBinding(operands, terms, rule, formula, view).bind();
      }
      if (each == Each.ONCE || each.overHeadings()) {
        return sides(rule, formula, view);
      }
    } catch (MissingOperandException e) {
      return Binding.missing(e.getMessage());
    }
    RowBinding rows = new RowBinding(terms, rule, formula, view);
    if (each == Each.ROW || (each == Each.EITHER && rows.applies())) {
      return rows.bind();
    }
    return new ColumnBinding(terms, rule, formula, view).bind();
  }

  private static boolean overHeadings(Formula formula) {
    return Stream.concat(formula.left().stream(), formula.right().stream())
        .anyMatch(
            term ->
                term.quantity() instanceof Quantity.Children
                    || (term.quantity() instanceof Quantity.Reference reference
                        && reference.line().equals(THIS_HEADING)));
  }

  /**
   * A formula over each of the sides that it may mean; one side at least must have its operands.
   */
  private Binding sides(ReconciliationRule rule, Formula formula, TableView view)
      throws MissingOperandException {
    List<Equation> equations = new ArrayList<>();
    MissingOperandException missing = null;
    boolean bound = false;
    for (Formula side : Sides.each(formula, view)) {
      try {
        Equation equation = once(rule, side, view);
        if (bound) {
          equation = equation.in("side " + rule.id() + " " + view.table().titleCell());
        }
        bound = true;
        if (!equation.vacuous() && !unstated(equation)) {
          equations.add(equation);
        }
      } catch (MissingOperandException e) {
        missing = e;
      }
    }
    if (!bound && missing != null) {
      throw missing;
    }
    return new Binding(equations, List.of());
  }

  /** A part cannot be held against a whole that is not printed. */
  private static boolean unstated(Equation equation) {
    return equation.relation() != Relation.EQUAL
        && equation.left().stream().allMatch(part -> part.place().blank());
  }

  private Equation once(ReconciliationRule rule, Formula formula, TableView view)
      throws MissingOperandException {
    return new Equation(
        rule,
        formula.text(),
        view.table(),
        Axis.ACROSS,
        operands.side(formula.left(), view),
        formula.relation(),
        operands.side(formula.right(), view),
        Operands.constant(formula.right()).subtract(Operands.constant(formula.left())),
        Equation.familyOf(rule, view.table()));
  }
}
