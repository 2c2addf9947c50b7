package cn.sunledger.layout;

import cn.sunledger.model.Fund;
import cn.sunledger.model.LineRole;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What stands under 上年结转 or 年末结转: a fund named there is what is carried over of it, not this year's
 * appropriation.
 */
final class CarriedOver {
  private static final Set<Fund> FUNDS =
      EnumSet.of(Fund.GENERAL_PUBLIC, Fund.GOVERNMENT_MANAGED, Fund.STATE_CAPITAL);

  private String measure = "";
  private int level;

  /**
   * Looks at the next line of a block.
   *
   * @return whether it belongs to the line that carries over
   */
  boolean covers(Meaning.Sense sense, LineRole role, int depth, boolean enumerated) {
    Optional<String> own = sense.measure().filter(name -> name.startsWith("carry_"));
    if (own.isPresent() && role == LineRole.ITEM) {
      measure = own.get();
      level = depth;
      return false;
    }
    boolean fund = sense.fund().filter(FUNDS::contains).isPresent();
    boolean inside =
        !measure.isEmpty()
            && (role == LineRole.ITEM || role == LineRole.OF_WHICH)
            && (depth > level || fund && !enumerated);
    if (!inside) {
      measure = "";
    }
    return inside;
  }

  /** What a covered line is. */
  Meaning.Sense sense(Meaning.Sense line) {
    return new Meaning.Sense(line.fund(), line.stage(), Optional.of(measure), line.unit());
  }

  /** The depth of a covered line. */
  int level(int depth) {
    return Math.max(depth, level + 1);
  }
}
