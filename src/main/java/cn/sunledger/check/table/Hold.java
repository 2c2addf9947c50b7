package cn.sunledger.check.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * How often a supposed sum holds: the evidence for reading lines or columns one way and not
 * another.
 *
 * @param held instances that hold within rounding
 * @param failed instances that do not
 */
record Hold(int held, int failed) {
  static final Hold NONE = new Hold(0, 0);

  /**
   * Adds one instance; one without any amount but zeros says nothing.
   *
   * @param total what should be the sum
   * @param parts what should add up
   */
  Hold and(Place total, List<Place> parts) {
    boolean silent = total.zero() && parts.stream().allMatch(Place::zero);
    boolean secret = parts.stream().anyMatch(Place::withheld);
    if (silent || secret || total.marked() || parts.stream().allMatch(Place::marked)) {
      return this;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Place part : parts) {
      sum = sum.add(part.value());
    }
    boolean holds = Closeness.within(total.value(), sum, parts.stream().map(Place::value).toList());
    return holds ? new Hold(held + 1, failed) : new Hold(held, failed + 1);
  }

  /** Instances that say something. */
  int informative() {
    return held + failed;
  }

  /** Whether this reading is borne out better than another: it never fails, or fails less often. */
  boolean betterThan(Hold other) {
    boolean clean = held > 0 && failed == 0;
    boolean otherClean = other.held > 0 && other.failed == 0;
    if (clean != otherClean) {
      return clean;
    }
    return held != other.held ? held > other.held : failed < other.failed;
  }
}
