package cn.sunledger.check.equation;

import cn.sunledger.check.table.Closeness;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.Amount;
import cn.sunledger.model.Unit;
import cn.sunledger.model.rule.Relation;
import cn.sunledger.model.rule.RuleTolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Weighs the two sides of an equation against each other: in the coarsest unit that occurs, by what
 * is printed, and by what is stored where the cells hold more than they show.
 */
final class Weighing {
  private final Equation equation;
  private final Edits edits;
  private final Unit unit;
  private final int editedDigits;

  Weighing(Equation equation, Edits edits) {
    this.equation = equation;
    this.edits = edits;
    this.unit = coarsest(equation);
    this.editedDigits = editedDigits(equation, edits);
  }

  Balance balance() {
    BigDecimal left = side(equation.left());
    BigDecimal right = side(equation.right()).add(equation.constant());
    BigDecimal difference = left.subtract(right);
    BigDecimal allowed = allowed(false);
    return new Balance(left, right, difference, allowed, unit, verdict(difference, allowed));
  }

  private Verdict verdict(BigDecimal difference, BigDecimal allowed) {
    BigDecimal excess = excess(difference);
    if (storedRicher()) {
      BigDecimal stored = excess(storedDifference());
      BigDecimal half = Closeness.half(digits());
      if (stored.compareTo(half) >= 0) {
        return Verdict.FAILED;
      }
      return excess.signum() <= 0 ? Verdict.EXACT : Verdict.ROUNDING;
    }
    if (excess.signum() <= 0) {
      return Verdict.EXACT;
    }
    if (excess.compareTo(allowed) <= 0 || excess.compareTo(allowed(true)) <= 0) {
      return Verdict.ROUNDING;
    }
    return Verdict.FAILED;
  }

  private BigDecimal excess(BigDecimal difference) {
    if (equation.relation() == Relation.EQUAL) {
      return difference.abs();
    }
    return equation.relation() == Relation.AT_MOST ? difference : difference.negate();
  }

  private BigDecimal side(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      BigDecimal value = converted(edits.shown(part.place()), part.place());
      sum = part.sign() > 0 ? sum.add(value) : sum.subtract(value);
    }
    return sum;
  }

  /**
   * What the halves of all last digits allow. A part that is zero carries none, a total always
   * does; printed zeros may hide one unit more among them.
   */
  private BigDecimal allowed(boolean hidden) {
    if (equation.rule().tolerance() == RuleTolerance.EXACT) {
      return BigDecimal.ZERO;
    }
    BigDecimal halves = BigDecimal.ZERO;
    boolean uniform = true;
    boolean zeros = false;
    int digits = digits();
    for (Part part : equation.parts()) {
      Place place = part.place();
      boolean counts =
          edits.shown(place).signum() != 0
              || (equation.left().size() == 1 && equation.left().get(0).equals(part));
      if (counts) {
        halves = halves.add(converted(Closeness.half(digits(place)), place));
        uniform &= place.unit() == unit && digits(place) == digits;
      } else {
        zeros |= !place.blank();
      }
    }
    BigDecimal allowed = uniform ? Closeness.whole(halves, digits) : halves;
    return hidden && zeros && equation.left().size() == 1 && equation.right().size() > 1
        ? allowed.add(BigDecimal.ONE.scaleByPowerOfTen(-digits))
        : allowed;
  }

  /** The decimal places of the coarsest unit's amounts. */
  private int digits() {
    return equation.parts().stream()
        .filter(part -> part.place().unit() == unit)
        .mapToInt(part -> digits(part.place()))
        .max()
        .orElse(0);
  }

  private int digits(Place place) {
    Integer power = edits.powers().get(place.cell());
    if (power != null) {
      return place.digits() - power;
    }
    return edits.touches(place) ? Math.max(place.digits(), editedDigits) : place.digits();
  }

  /** The decimal places that the supposed amounts of an equation have together. */
  private static int editedDigits(Equation equation, Edits edits) {
    return equation.parts().stream()
        .map(Part::place)
        .filter(edits::touches)
        .filter(place -> !edits.powers().containsKey(place.cell()))
        .mapToInt(place -> edits.shown(place).stripTrailingZeros().scale())
        .max()
        .orElse(0);
  }

  private boolean storedRicher() {
    boolean richer = false;
    for (Part part : equation.parts()) {
      Place place = part.place();
      if (edits.touches(place)) {
        return false;
      }
      if (!place.blank() && !place.zero()) {
        boolean rounded = place.stored().stripTrailingZeros().scale() <= place.digits();
        BigDecimal shown = place.stored().setScale(place.value().scale(), RoundingMode.HALF_UP);
        if (rounded || shown.compareTo(place.value()) != 0) {
          return false;
        }
        richer = true;
      }
    }
    return richer;
  }

  private BigDecimal storedDifference() {
    BigDecimal difference = equation.constant().negate();
    for (Part part : equation.left()) {
      difference = difference.add(signed(part));
    }
    for (Part part : equation.right()) {
      difference = difference.subtract(signed(part));
    }
    return difference;
  }

  private BigDecimal signed(Part part) {
    BigDecimal value = converted(part.place().stored(), part.place());
    return part.sign() > 0 ? value : value.negate();
  }

  private BigDecimal converted(BigDecimal value, Place place) {
    return place.unit() == unit || !place.unit().isMoney() || !unit.isMoney()
        ? value
        : new Amount(value, place.unit()).in(unit).value();
  }

  private static Unit coarsest(Equation equation) {
    Unit coarsest = Unit.NONE;
    for (Part part : equation.parts()) {
      Unit unit = part.place().unit();
      if (coarsest == Unit.NONE || (unit.isMoney() && unit.compareTo(coarsest) > 0)) {
        coarsest = unit;
      }
    }
    return coarsest;
  }
}
