package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.read.Mention;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 文内关系: what printed figures of a text must satisfy together. Either {@code above} is nothing (a
 * sum and its parts, one thing said twice), or {@code above} divided by {@code below} is the rate.
 *
 * @param above terms that are summed up
 * @param below the terms of the divisor; empty where there is no rate
 * @param rate the printed rate; empty where {@code above} must be nothing
 * @param unit the unit of the terms
 * @param holds whether it was found to hold
 */
record Relation(
    Terms above, Terms below, Optional<Mention> rate, Optional<Unit> unit, boolean holds) {
  private static final MathContext EXACT = new MathContext(30, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * One figure with its sign.
   *
   * @param mention the figure
   * @param sign 1 or −1
   */
  record Term(Mention mention, int sign) {}

  /**
   * Figures of the text and what tables add to them.
   *
   * @param list the figures
   * @param constant the figures of tables among them
   */
  record Terms(List<Term> list, BigDecimal constant) {
    static final Terms NONE = new Terms(List.of(), BigDecimal.ZERO);

    /** Copies the list. */
    Terms {
      list = List.copyOf(list);
    }

    /** An operand, which may stand in the text or in a table. */
    static Terms of(Operand operand) {
      return operand.terms().isEmpty()
          ? new Terms(List.of(), operand.value())
          : new Terms(operand.terms().stream().map(m -> new Term(m, 1)).toList(), BigDecimal.ZERO);
    }

    Terms plus(Terms other, int sign) {
      List<Term> all = new ArrayList<>(list);
      other.list.forEach(term -> all.add(new Term(term.mention(), term.sign() * sign)));
      return new Terms(all, constant.add(sign < 0 ? other.constant.negate() : other.constant));
    }

    Terms times(int sign) {
      return NONE.plus(this, sign);
    }
  }

  /** What must sum up to nothing. */
  static Relation sum(List<Term> terms, Unit unit, boolean holds) {
    return new Relation(
        new Terms(terms, BigDecimal.ZERO), Terms.NONE, Optional.empty(), Optional.of(unit), holds);
  }

  /** What must give a rate. */
  static Relation rate(Terms above, Terms below, Mention rate, Unit unit, boolean holds) {
    return new Relation(above, below, Optional.of(rate), Optional.of(unit), holds);
  }

  /** All its figures. */
  Set<Mention> members() {
    Set<Mention> members = new LinkedHashSet<>();
    above.list().forEach(term -> members.add(term.mention()));
    below.list().forEach(term -> members.add(term.mention()));
    rate.ifPresent(members::add);
    return members;
  }

  /**
   * What one of its figures must be if all others are right, in the relation's unit; empty where
   * nothing can be said.
   */
  Optional<Interval> solve(Mention unknown) {
    Optional<BigDecimal> middle = solve(unknown, null, 0);
    if (middle.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal reach = BigDecimal.ZERO;
    for (Mention other : members()) {
      if (other != unknown) {
        Optional<BigDecimal> high = solve(unknown, other, 1);
        Optional<BigDecimal> low = solve(unknown, other, -1);
        if (high.isEmpty() || low.isEmpty()) {
          return Optional.empty();
        }
        reach =
            reach.add(
                high.get()
                    .subtract(middle.get())
                    .abs()
                    .max(low.get().subtract(middle.get()).abs()));
      }
    }
    return Optional.of(
        new Interval(middle.get().subtract(reach), middle.get(), middle.get().add(reach)));
  }

  private Optional<BigDecimal> solve(Mention unknown, Mention moved, int way) {
    BigDecimal a0 = value(above, unknown, moved, way);
    BigDecimal a1 = coefficient(above, unknown);
    if (rate.isEmpty()) {
      return a1.signum() == 0 ? Optional.empty() : quotient(a0.negate(), a1);
    }
    BigDecimal b0 = value(below, unknown, moved, way);
    BigDecimal b1 = coefficient(below, unknown);
    if (rate.get() == unknown) {
      return quotient(a0.multiply(HUNDRED), b0);
    }
    BigDecimal r = number(rate.get(), moved, way);
    return quotient(
        r.multiply(b0).subtract(a0.multiply(HUNDRED)),
        a1.multiply(HUNDRED).subtract(r.multiply(b1)));
  }

  private static Optional<BigDecimal> quotient(BigDecimal above, BigDecimal below) {
    return below.signum() == 0 ? Optional.empty() : Optional.of(above.divide(below, EXACT));
  }

  private BigDecimal value(Terms terms, Mention unknown, Mention moved, int way) {
    BigDecimal sum = terms.constant();
    for (Term term : terms.list()) {
      if (term.mention() != unknown) {
        BigDecimal number = number(term.mention(), moved, way);
        sum = term.sign() < 0 ? sum.subtract(number) : sum.add(number);
      }
    }
    return sum;
  }

  private static BigDecimal coefficient(Terms terms, Mention unknown) {
    return BigDecimal.valueOf(
        terms.list().stream().filter(t -> t.mention() == unknown).mapToInt(Term::sign).sum());
  }

  /** A figure as printed, moved by half a unit of its last digit where that is asked for. */
  private BigDecimal number(Mention mention, Mention moved, int way) {
    BigDecimal printed = mention.quantity().value().abs();
    BigDecimal shifted =
        mention == moved
            ? printed.add(
                HALF.scaleByPowerOfTen(-printed.scale()).multiply(BigDecimal.valueOf(way)))
            : printed;
    return mention.isMoney()
        ? new Amount(shifted, mention.quantity().unit()).in(unit.orElseThrow()).value()
        : shifted;
  }
}
