package cn.sunledger.layout;

import cn.sunledger.model.LineRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Depth of lines without codes: by enumerators, by 其中, and by indentation where none is printed.
 */
final class LineLevels {
  /** The enumerators that stand open, the outermost first. */
  private final List<Open> open = new ArrayList<>();

  private final List<int[]> indents = new ArrayList<>();
  private int plain;

  private record Open(int kind, int level) {}

  /** A sum closes what stands open. */
  void sum() {
    open.clear();
    indents.clear();
    plain = 0;
  }

  /**
   * The depth of the next line.
   *
   * @param label its label
   * @param indent how far it is indented
   */
  int of(Word label, int indent) {
    boolean ofWhich = label.role() == LineRole.OF_WHICH;
    int kind = label.enumerator();
    int level = kind < 0 ? bare(indent) : enumerated(kind, ofWhich);
    if (ofWhich) {
      level = kind < 0 ? Math.max(level, plain + 1) : level;
    } else {
      plain = level;
    }
    if (kind >= 0) {
      indents.clear();
    }
    indents.add(new int[] {indent, level});
    return level;
  }

  /** The indentation that blanks in front of a printed label make, in half-width blanks. */
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

  private int enumerated(int kind, boolean ofWhich) {
    while (!open.isEmpty() && open.get(open.size() - 1).kind() > kind) {
      open.remove(open.size() - 1);
    }
    int top = open.isEmpty() ? 0 : open.get(open.size() - 1).level();
    if (!open.isEmpty() && open.get(open.size() - 1).kind() == kind) {
      return top;
    }
    int level = ofWhich ? Math.max(top, plain) + 1 : top + 1;
    open.add(new Open(kind, level));
    return level;
  }

  private int bare(int indent) {
    while (!indents.isEmpty() && indents.get(indents.size() - 1)[0] >= indent) {
      indents.remove(indents.size() - 1);
    }
    int outer = open.isEmpty() ? 0 : open.get(open.size() - 1).level();
    return (indents.isEmpty() ? outer : indents.get(indents.size() - 1)[1]) + 1;
  }
}
