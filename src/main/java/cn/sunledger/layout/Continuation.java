package cn.sunledger.layout;

import java.util.ArrayList;
import java.util.List;

/** Joins a table that runs over several sheets or starts again after a page's end. */
final class Continuation {
  private Continuation() {}

  static List<Draft> join(List<Draft> tables) {
    List<Draft> joined = new ArrayList<>();
    for (Draft table : tables) {
      Draft last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.isContinuedBy(table)) {
        last.continueWith(table);
      } else {
        joined.add(table);
      }
    }
    return joined;
  }
}
