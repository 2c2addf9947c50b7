package cn.sunledger.verify.judge;

import cn.sunledger.model.SourceCell;
import cn.sunledger.verify.read.Mention;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number that takes part in an equation, in the unit of the text.
 *
 * @param interval the number with what its hidden digits may be
 * @param sources its cells; empty where it stands in the text
 * @param name what it is, as a message names it
 * @param terms the figures of the text whose printed sum it is; empty where a table gave it
 */
record Operand(Interval interval, List<SourceCell> sources, String name, List<Mention> terms) {
  /** Copies the list. */
  Operand {
    sources = List.copyOf(sources);
    terms = List.copyOf(terms);
  }

  BigDecimal value() {
    return interval.value();
  }
}
