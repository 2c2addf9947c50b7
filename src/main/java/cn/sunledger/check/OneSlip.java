package cn.sunledger.check;

import cn.sunledger.check.diagnosis.Slip;
import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a single slip of the pen explains why none of the sums of a reading holds: then the table
 * is meant that way after all, and the slip is to be reported.
 */
final class OneSlip {
  private static final List<Integer> POWERS = List.of(-4, 4, -1, 1, -2, 2, -3, 3, -8, 8);
  private static final int TELLING_DIGITS = 4;

  private final List<Equation> failing;

  /**
   * Of sums that fail.
   *
   * @param failing at least one
   */
  OneSlip(List<Equation> failing) {
    this.failing = List.copyOf(failing);
  }

  boolean explains() {
    return zeroTotals() || scaledTotals() || scaledLine() || swappedColumns() || miswritten();
  }

  /** Zeros are printed for all totals, above amounts that are none. */
  private boolean zeroTotals() {
    return failing.size() > 1
        && failing.stream()
            .allMatch(
                equation ->
                    equation.left().size() == 1
                        && equation.left().get(0).place().zero()
                        && !equation.left().get(0).place().blank());
  }

  /** All totals are off by one and the same power of ten. */
  private boolean scaledTotals() {
    BigDecimal ratio = null;
    for (Equation equation : failing) {
      Balance balance = equation.balance(Edits.NONE);
      if (balance.left().signum() == 0 || balance.right().signum() == 0) {
        return false;
      }
      BigDecimal own =
          balance.left().divide(balance.right(), new MathContext(3)).stripTrailingZeros();
      if (ratio != null && ratio.compareTo(own) != 0) {
        return false;
      }
      ratio = own;
    }
    return ratio != null && ratio.unscaledValue().equals(BigInteger.ONE) && ratio.scale() != 0;
  }

  /** All amounts of one line are off by one power of ten. */
  private boolean scaledLine() {
    Set<TableLine> lines = new LinkedHashSet<>();
    failing.get(0).parts().forEach(part -> lines.add(part.place().line()));
    for (TableLine line : lines) {
      for (int power : POWERS) {
        if (failing.size() > 1 && failing.stream().allMatch(own -> scaled(own, line, power))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean scaled(Equation equation, TableLine line, int power) {
    Map<CellRef, BigDecimal> values = new HashMap<>();
    Map<CellRef, BigDecimal> nothing = new HashMap<>();
    for (Part part : equation.parts()) {
      Place place = part.place();
      if (place.line().equals(line) && !place.zero()) {
        values.put(place.cell(), place.value().scaleByPowerOfTen(power));
        nothing.put(place.cell(), BigDecimal.ZERO);
      }
    }
    // what shrinks to nothing explains any sum without it
    return !values.isEmpty()
        && holds(equation, new Edits(values))
        && !holds(equation, new Edits(nothing));
  }

  /** One column of the sums, and one beside them, stand in each other's place. */
  private boolean swappedColumns() {
    if (failing.stream().anyMatch(equation -> equation.axis() != Axis.ROW)) {
      return false;
    }
    for (Part part : failing.get(0).parts()) {
      for (TableColumn other : part.place().table().columns()) {
        TableColumn own = part.place().column();
        boolean apart = !other.equals(own) && other.block().equals(own.block());
        if (apart && failing.stream().allMatch(equation -> swapped(equation, own, other))) {
          return failing.stream().anyMatch(equation -> telling(equation, own, other))
              || spread(own, other);
        }
      }
    }
    return false;
  }

  /** Whether rows fill several of the other columns, and the two always hold the same as those. */
  private boolean spread(TableColumn own, TableColumn other) {
    Set<TableColumn> filled = new LinkedHashSet<>();
    int inside = 0;
    int digits = 0;
    for (Equation equation : failing) {
      for (Part part : equation.parts()) {
        TableColumn column = part.place().column();
        if (column.equals(own) || column.equals(other)) {
          inside++;
        } else if (!part.place().zero()) {
          filled.add(column);
          digits = Math.max(digits, part.place().value().precision());
        }
      }
    }
    return filled.size() > 1 && inside == 2 * failing.size() && digits >= TELLING_DIGITS;
  }

  private static boolean swapped(Equation equation, TableColumn own, TableColumn other) {
    Map<CellRef, BigDecimal> values = new HashMap<>();
    for (Part part : equation.parts()) {
      Place place = part.place();
      if (place.column().equals(other) || place.column().equals(own)) {
        values.put(place.cell(), beside(place, place.column().equals(other) ? own : other));
      }
    }
    return holds(equation, new Edits(values));
  }

  private static BigDecimal beside(Place place, TableColumn column) {
    return place.table().facts().stream()
        .filter(fact -> fact.line().equals(place.line()) && fact.column().equals(column))
        .findFirst()
        .map(Fact::value)
        .orElse(BigDecimal.ZERO);
  }

  /**
   * Whether a row could not have come about by chance: both columns hold long numbers, since a
   * blank column fills in for anything, or else what then adds up has several parts.
   */
  private static boolean telling(Equation equation, TableColumn own, TableColumn other) {
    int digits = 0;
    int filled = 0;
    int rest = 0;
    int inside = 0;
    Place any = equation.parts().get(0).place();
    for (TableColumn column : List.of(own, other)) {
      BigDecimal value = beside(any, column);
      filled += value.signum() == 0 ? 0 : 1;
      digits = Math.max(digits, value.precision());
    }
    for (Part part : equation.parts()) {
      TableColumn column = part.place().column();
      boolean between = column.equals(own) || column.equals(other);
      rest += between || part.place().zero() ? 0 : 1;
      inside += between ? 1 : 0;
    }
    return digits >= TELLING_DIGITS && (filled == 2 || (inside == 2 && rest >= 2));
  }

  /** One amount has its digits turned round, its point or its sign wrong. */
  private boolean miswritten() {
    if (failing.size() > 1) {
      return false;
    }
    Equation equation = failing.get(0);
    BigDecimal difference = equation.balance(Edits.NONE).difference();
    for (Part part : equation.parts()) {
      Place place = part.place();
      boolean left = equation.left().contains(part);
      boolean up = left == part.sign() > 0;
      BigDecimal right = place.value().subtract(up ? difference : difference.negate());
      boolean telling = Math.max(place.value().precision(), right.precision()) >= TELLING_DIGITS;
      if (telling && Slip.obvious(place.value(), right)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Equation equation, Edits edits) {
    return equation.balance(edits).verdict() != Verdict.FAILED;
  }
}
