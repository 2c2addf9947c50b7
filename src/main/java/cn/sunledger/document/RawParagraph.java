package cn.sunledger.document;

import cn.sunledger.model.NarrativeText.Line;
import java.util.List;

/**
 * A paragraph before its place in the outline is known.
 *
 * @param text its text as printed
 * @param style depth that the document's own heading style gives it; 0 where it has none
 * @param label the number that the document draws in front of it by itself; empty where the number
 *     stands in the text, or there is none
 * @param lines the lines it was joined from
 */
record RawParagraph(String text, int style, String label, List<Line> lines) {
  /** Copies the list. */
  RawParagraph {
    lines = List.copyOf(lines);
  }

  /** Number of its first line. */
  int source() {
    return lines.get(0).source();
  }

  /** The text behind the number that the document draws, trimmed. */
  String shown() {
    return (label + text).strip();
  }
}
