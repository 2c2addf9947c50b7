package cn.sunledger.verify.judge;

import cn.sunledger.model.SourceCell;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number that takes part in an equation, in the unit of the text.
 *
 * @param interval the number with what its hidden digits may be
 * @param sources its cells; empty where it stands in the text
 * @param name what it is, as a message names it
 */
record Operand(Interval interval, List<SourceCell> sources, String name) {
  /** Copies the list. */
  Operand {
    sources = List.copyOf(sources);
  }

  BigDecimal value() {
    return interval.value();
  }
}
