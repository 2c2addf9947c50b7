package cn.sunledger.check.diagnosis;

import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One cell is wrong: the amount that balances one of its comparisons balances the others as well.
 */
final class WrongCell implements Suspicion {
  private static final int COPIED = 6;
  private static final int UNEXPLAINED = 8;
  private static final int IMPLAUSIBLE = 14;
  private static final int MOST_UNITS = 3;
  private static final int OBVIOUS = 2;

  @Override
  public List<Hypothesis> suggest(Situation situation) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (Map.Entry<Place, List<Equation>> suspect : situation.suspects().entrySet()) {
      Place place = suspect.getKey();
      Set<BigDecimal> values = new LinkedHashSet<>();
      for (Equation equation : suspect.getValue()) {
        solve(equation, place, situation.edits())
            .ifPresent(
                value -> {
                  values.add(value);
                  values.addAll(nearby(equation, place, value, situation.edits()));
                });
      }
      for (BigDecimal value : values) {
        hypotheses.add(hypothesis(place, value, situation.edits()));
      }
    }
    return hypotheses;
  }

  /** Amounts within rounding of the balancing one that an obvious slip leads from. */
  private static List<BigDecimal> nearby(
      Equation equation, Place place, BigDecimal value, Edits edits) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-place.digits());
    BigDecimal allowed = equation.balance(edits).allowed();
    List<BigDecimal> nearby = new ArrayList<>();
    for (int k = -MOST_UNITS; k <= MOST_UNITS; k++) {
      BigDecimal step = unit.multiply(BigDecimal.valueOf(k));
      if (k != 0 && step.abs().compareTo(allowed) <= 0) {
        BigDecimal near = value.add(step);
        Slip.between(edits.shown(place), near)
            .filter(slip -> slip.cost() <= OBVIOUS)
            .ifPresent(slip -> nearby.add(near));
      }
    }
    return nearby;
  }

  private static Hypothesis hypothesis(Place place, BigDecimal value, Edits edits) {
    BigDecimal printed = edits.shown(place);
    Optional<Slip> slip = Slip.between(printed, value).or(() -> copied(place, printed));
    int cost = slip.map(Slip::cost).orElse(UNEXPLAINED) - (place.blank() ? 2 : 0);
    if (value.signum() < 0 && printed.signum() >= 0) {
      cost = IMPLAUSIBLE;
    }
    return new Hypothesis(
        "",
        Edits.of(place.cell(), value),
        List.of(place),
        slip.map(Slip::name).orElse(""),
        cost,
        1);
  }

  /** The amount of the cell above, below, to the left or to the right, written once more. */
  private static Optional<Slip> copied(Place place, BigDecimal printed) {
    if (printed.signum() == 0) {
      return Optional.empty();
    }
    CellRef cell = place.cell();
    return place.table().facts().stream()
        .filter(fact -> fact.cell().sheet().equals(cell.sheet()))
        .filter(
            fact ->
                Math.abs(fact.cell().row() - cell.row())
                        + Math.abs(fact.cell().column() - cell.column())
                    == 1)
        .filter(fact -> fact.value().compareTo(printed) == 0)
        .findFirst()
        .map(fact -> new Slip("与相邻的 " + fact.cell().a1() + " 相同，疑为抄串", COPIED));
  }

  /**
   * The amount a place would need for a comparison to balance.
   *
   * @param equation the comparison
   * @param place one of its places
   * @param edits what is supposed already
   * @return the amount with the place's decimal places; empty where the place cancels out
   */
  static Optional<BigDecimal> solve(Equation equation, Place place, Edits edits) {
    int coefficient = coefficient(equation, place.cell());
    if (coefficient == 0) {
      return Optional.empty();
    }
    Balance balance = equation.balance(edits);
    BigDecimal shift =
        balance.difference().divide(BigDecimal.valueOf(coefficient), RoundingMode.HALF_UP);
    Unit unit = place.unit();
    if (unit.isMoney() && balance.unit().isMoney() && unit != balance.unit()) {
      shift = new Amount(shift, balance.unit()).in(unit).value();
    }
    BigDecimal value = edits.shown(place).subtract(shift);
    return Optional.of(value.setScale(place.digits(), RoundingMode.HALF_UP));
  }

  private static int coefficient(Equation equation, CellRef cell) {
    int coefficient = 0;
    for (Part part : equation.left()) {
      coefficient += part.place().cell().equals(cell) ? part.sign() : 0;
    }
    for (Part part : equation.right()) {
      coefficient -= part.place().cell().equals(cell) ? part.sign() : 0;
    }
    return coefficient;
  }
}
