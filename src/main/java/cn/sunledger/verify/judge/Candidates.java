package cn.sunledger.verify.judge;

import cn.sunledger.model.SourceCell;
import cn.sunledger.verify.table.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of the tables that a figure of the text may mean.
 *
 * @param preferred those that words and section point to, the best first
 * @param others those of the same name with another fund, stage or table
 * @param strict whether the section or the words exclude the others
 * @param certain whether it is sure that one of them is meant
 * @param doubt why it is not sure; empty where it is
 */
record Candidates(
    List<Figure> preferred, List<Figure> others, boolean strict, boolean certain, String doubt) {
  /** Copies the lists. */
  Candidates {
    preferred = List.copyOf(preferred);
    others = List.copyOf(others);
  }

  /** Whether the tables hold nothing of the name. */
  boolean isEmpty() {
    return preferred.isEmpty() && others.isEmpty();
  }

  /** All of them, the preferred first. */
  List<Figure> all() {
    List<Figure> all = new ArrayList<>(preferred);
    all.addAll(others);
    return all;
  }

  /** The cells of the preferred ones, the decisive first. */
  List<SourceCell> sources() {
    return preferred.stream().flatMap(figure -> figure.sources().stream()).limit(4).toList();
  }
}
