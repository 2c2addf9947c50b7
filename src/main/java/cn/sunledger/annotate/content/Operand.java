package cn.sunledger.annotate.content;

import cn.sunledger.model.Amount;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;

/**
 * A number of 执行率与同比 as a cell writes it.
 *
 * @param value the number in the unit of the row
 * @param expression the formula that fetches it from the original; empty where it is not in this
 *     workbook
 */
record Operand(BigDecimal value, String expression) {

  /**
   * An operand from its source.
   *
   * @param source the amount and where it was read
   * @param unit the unit of the row
   * @param sources what the workbook stores
   */
  static Operand of(SourcedAmount source, Unit unit, LiveCells sources) {
    Amount amount = source.amount();
    String expression = sources.expression(source);
    boolean converted = amount.unit() != unit && amount.unit().isMoney() && unit.isMoney();
    if (!converted) {
      return new Operand(amount.value(), expression);
    }
    BigDecimal factor = new Amount(BigDecimal.ONE, amount.unit()).in(unit).value();
    String scaled =
        expression.isEmpty() ? "" : expression + "*" + factor.stripTrailingZeros().toPlainString();
    return new Operand(amount.in(unit).value(), scaled);
  }

  /** The content of its cell. */
  CellContent content() {
    return expression.isEmpty()
        ? new CellContent.Figure(value)
        : new CellContent.Formula(expression, java.util.Optional.of(value), value.toPlainString());
  }

  /** What stands in a formula of another cell for it. */
  String inFormula() {
    return expression.isEmpty() ? value.toPlainString() : expression;
  }
}
