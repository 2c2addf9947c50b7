package cn.sunledger.layout;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides whether the lines of one table are those that follow another's. */
final class FollowingLines {
  private FollowingLines() {}

  /**
   * Whether the later lines go on where the earlier end: none stands in both, at most one part has
   * its 合计, and codes go on ascending.
   */
  static boolean follow(TableReader.Grid earlier, TableReader.Grid later) {
    if (hasTotal(earlier.lines()) && hasTotal(later.lines())) {
      return false;
    }
    Set<String> keys = new HashSet<>();
    String last = "";
    for (TableLine line : earlier.lines()) {
      keys.add(key(line));
      last = isSubject(line) ? line.code() : last;
    }
    String first = "";
    for (TableLine line : later.lines()) {
      if (key(line).endsWith("|") || keys.contains(key(line))) {
        return false;
      }
      first = first.isEmpty() && isSubject(line) ? line.code() : first;
    }
    return last.isEmpty() && first.isEmpty() || !first.isEmpty() && first.compareTo(last) > 0;
  }

  private static boolean isSubject(TableLine line) {
    return line.role() == LineRole.ITEM && CodeText.isSubject(line.code());
  }

  private static String key(TableLine line) {
    return line.block() + "|" + line.unitCode() + "|" + line.code() + line.label();
  }

  private static boolean hasTotal(List<TableLine> lines) {
    return lines.stream()
        .anyMatch(line -> line.role() == LineRole.TOTAL || line.role() == LineRole.GRAND_TOTAL);
  }
}
