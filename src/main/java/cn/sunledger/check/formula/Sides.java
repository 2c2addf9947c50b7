package cn.sunledger.check.formula;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity.Reference;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table may break its expenditure down several times side by side (by function, by economic
 * classification); what a formula says of 支出 holds for each of them.
 */
final class Sides {
  private Sides() {}

  /**
   * A formula once for each of the sides that its 支出 may mean.
   *
   * @param formula the formula
   * @param view the table that it runs over
   */
  static List<Formula> each(Formula formula, TableView view) {
    String block =
        Stream.concat(formula.left().stream(), formula.right().stream())
            .filter(term -> term.quantity() instanceof Reference)
            .map(term -> (Reference) term.quantity())
            .filter(reference -> own(reference, view) && !reference.block().isEmpty())
            .map(Reference::block)
            .filter(name -> view.blocks(name).size() > 1)
            .findFirst()
            .orElse("");
    if (block.isEmpty()) {
      return List.of(formula);
    }
    return view.blocks(block).stream()
        .map(
            side ->
                new Formula(
                    formula.text(),
                    replaced(formula.left(), block, side, view),
                    formula.relation(),
                    replaced(formula.right(), block, side, view)))
        .toList();
  }

  private static boolean own(Reference reference, TableView view) {
    return reference.table().isEmpty() || view.table().is(reference.table());
  }

  private static List<FormulaTerm> replaced(
      List<FormulaTerm> terms, String block, String side, TableView view) {
    return terms.stream()
        .map(
            term ->
                term.quantity() instanceof Reference reference
                        && own(reference, view)
                        && reference.block().equals(block)
                    ? new FormulaTerm(term.sign(), on(reference, side))
                    : term)
        .toList();
  }

  private static Reference on(Reference reference, String side) {
    return new Reference(
        reference.source(),
        reference.table(),
        side,
        reference.line(),
        reference.column(),
        reference.stage(),
        reference.ifPresent());
  }
}
