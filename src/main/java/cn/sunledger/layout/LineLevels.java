package cn.sunledger.layout;

import java.util.ArrayList;
import java.util.List;

/** Depth of lines without codes: by enumerators, and by indentation where none is printed. */
final class LineLevels {
  private final List<Integer> kinds = new ArrayList<>();
  private final List<int[]> indents = new ArrayList<>();

  /** A sum ends what was begun before it. */
  void sum() {
    kinds.clear();
    indents.clear();
  }

  /**
   * The level of a line.
   *
   * @param label its label
   * @param indent its indentation, in half-width blanks
   */
  int of(String label, int indent) {
    int kind = LineText.enumerator(label);
    if (kind < 0) {
      while (!indents.isEmpty() && indents.get(indents.size() - 1)[0] >= indent) {
        indents.remove(indents.size() - 1);
      }
      int level = (indents.isEmpty() ? kinds.size() : indents.get(indents.size() - 1)[1]) + 1;
      indents.add(new int[] {indent, level});
      return level;
    }
    indents.clear();
    int at = kinds.indexOf(kind);
    if (at >= 0) {
      while (kinds.size() > at + 1) {
        kinds.remove(kinds.size() - 1);
      }
    } else {
      kinds.add(kind);
    }
    indents.add(new int[] {indent, kinds.size()});
    return kinds.size();
  }

  /** The indentation that blanks in front of a printed label make. */
  static int indent(String printed) {
    int indent = 0;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == '\u3000') {
        indent += 2;
      } else if (c == ' ' || c == '\u00a0' || c == '\t') {
        indent++;
      } else {
        break;
      }
    }
    return indent;
  }
}
