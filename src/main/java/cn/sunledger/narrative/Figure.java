package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.SourcedAmount;
import java.util.List;
import java.util.Optional;

/**
 * An amount of the text: known from cells or from an answer, or not known yet.
 *
 * @param shown the amount in the unit and with the digits of the text; empty while it is not known
 * @param sources the cells it comes from; empty where a person gave it
 * @param ask the question whose answer it is or waits for; empty where cells give it
 * @param none whether a person said that there is no such amount
 */
record Figure(
    Optional<Amount> shown, List<SourcedAmount> sources, Optional<Ask> ask, boolean none) {
  /** An amount that cells give. */
  static Figure of(Amount shown, List<SourcedAmount> sources) {
    return new Figure(Optional.of(shown), sources, Optional.empty(), false);
  }

  /** An amount that nobody gave yet. */
  static Figure open(Ask ask) {
    return new Figure(Optional.empty(), List.of(), Optional.of(ask), false);
  }

  /** Whether the amount is known. */
  boolean known() {
    return shown.isPresent();
  }

  /** Whether the amount is known and zero as the text shows it. */
  boolean zero() {
    return shown.isPresent() && shown.get().isZero();
  }
}
