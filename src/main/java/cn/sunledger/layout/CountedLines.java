package cn.sunledger.layout;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.Unit;
import java.util.Optional;

/** Lines under one that counts things (车辆数合计（辆）) count the same things. */
final class CountedLines {
  private static final int NONE = -1;

  private int level = NONE;

  /** The sense of the next line, with the unit of the line it stands under. */
  Meaning.Sense sense(Meaning.Sense line, LineRole role, int depth) {
    boolean sum = role != LineRole.ITEM && role != LineRole.OF_WHICH;
    if (line.unit().filter(Unit.NONE::equals).isPresent()) {
      level = sum || level != NONE && depth > level ? level : depth;
      return line;
    }
    if (level == NONE || sum || depth <= level || line.unit().isPresent()) {
      level = NONE;
      return line;
    }
    return new Meaning.Sense(line.fund(), line.stage(), line.measure(), Optional.of(Unit.NONE));
  }
}
