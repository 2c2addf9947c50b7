package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.formula.MissingOperandException.Kind;
import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.rule.Each;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.Relation;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the formulas of the rule book into equations over the cells of the workbooks given. */
public final class FormulaBinder {
  private static final String THIS_HEADING = "本科目";

  private final RuleBook book;
  private final Terms terms;
  private final Operands operands;
  private final DisclosureView current;

  /**
   * For workbooks that are looked at together.
   *
   * @param book the rule book
   * @param workbooks the workbook under check, and last year's and the budget where they are given
   */
  public FormulaBinder(RuleBook book, Map<Source, DisclosureView> workbooks) {
    this.book = book;
    this.terms = new Terms(book.terms());
    this.operands = new Operands(book, this.terms, workbooks);
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
      return nowhere(rule);
    }
    List<Equation> equations = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (TableView view : views) {
      try {
        requireConditions(rule, view);
      } catch (MissingOperandException e) {
        reason(e, true).ifPresent(missing::add);
        continue;
      }
      missing.addAll(bind(rule, view, equations));
    }
    return new Binding(equations, missing.stream().distinct().toList());
  }

  /** What a part below a whole lacks is no gap; a sum that lacks an amount is one. */
  private boolean missed(ReconciliationRule rule, Formula formula, TableView view) {
    return formula.relation() == Relation.EQUAL
        && operands.printed(formula, rule.scope().each(), view);
  }

  /**
   * Binds a rule to one table.
   *
   * @return why formulas could not be formed; where others could, only what the user can give
   */
  private List<String> bind(ReconciliationRule rule, TableView view, List<Equation> equations) {
    List<String> tables = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int before = equations.size();
    for (Formula formula : rule.formulas()) {
      try {
        equations.addAll(bind(rule, formula, view).equations());
      } catch (MissingOperandException e) {
        List<String> reasons = e.kind() == Kind.TABLE ? tables : places;
        reason(e, missed(rule, formula, view)).ifPresent(reasons::add);
      }
    }
    if (equations.size() == before) {
      tables.addAll(places);
    }
    return tables;
  }

  private static Optional<String> reason(MissingOperandException missing, boolean printed) {
    boolean said =
        switch (missing.kind()) {
          case TABLE -> true;
          case PLACE -> printed;
          case INAPPLICABLE -> false;
        };
    return said ? Optional.of(missing.getMessage()) : Optional.empty();
  }

  /** None of the rule's tables is there: said of tables that every such workbook must hold. */
  private Binding nowhere(ReconciliationRule rule) {
    Set<String> required = book.required(current.disclosure().document());
    List<String> reasons =
        rule.scope().tables().stream()
            .map(name -> book.layout(name).map(layout -> layout.id().title()).orElse(name))
            .filter(required::contains)
            .map(title -> "未找到《" + title + "》")
            .toList();
    return new Binding(List.of(), reasons);
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
        throw new MissingOperandException(
            Kind.INAPPLICABLE, "条件“" + condition.text() + "”不成立，本规则不适用");
      }
    }
  }

  private Binding bind(ReconciliationRule rule, Formula formula, TableView view)
      throws MissingOperandException {
    Each each = rule.scope().each();
    if (each.overHeadings() && overHeadings(formula)) {
      return new HeadingBinding(operands, terms, rule, formula, view).bind();
    }
    if (each == Each.ONCE || each.overHeadings()) {
      return sides(rule, formula, view);
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
