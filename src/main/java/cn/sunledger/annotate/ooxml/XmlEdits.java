package cn.sunledger.annotate.ooxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, gathered in any order and done at once. */
final class XmlEdits {
  private record Edit(int start, int end, String text, int order) {}

  private final List<Edit> edits = new ArrayList<>();

  /** Puts a text in the place of a stretch. */
  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text, edits.size()));
  }

  /** Puts a text in front of a place; several at one place stay in their order. */
  void insert(int at, String text) {
    if (!text.isEmpty()) {
      replace(at, at, text);
    }
  }

  /** Drops a stretch. */
  void delete(int start, int end) {
    replace(start, end, "");
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The text with all replacements done. */
  String apply(String text) {
    if (edits.isEmpty()) {
      return text;
    }
    edits.sort(
        Comparator.comparingInt(Edit::start)
            .thenComparing(edit -> edit.end() > edit.start())
            .thenComparingInt(Edit::order));
    StringBuilder out = new StringBuilder(text.length() + 1024);
    int from = 0;
    for (Edit edit : edits) {
      if (edit.start() < from) {
        throw new IllegalStateException("edits overlap at " + edit.start());
      }
      out.append(text, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
