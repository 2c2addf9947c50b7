package cn.sunledger.annotate.ooxml;

import java.util.Optional;

/**
 * What is to be put back when a mark is taken off, besides the style: as a text in a hidden cell.
 *
 * @param absent whether the sheet did not write the cell
 * @param anchor where the box of the cell's own comment lay before it was made larger
 */
record MarkState(boolean absent, Optional<String> anchor) {
  private static final String ABSENT = "空";
  private static final String BOX = "框";

  /** The state that a text says. */
  static MarkState of(String text) {
    int box = text.indexOf(BOX);
    return new MarkState(
        text.startsWith(ABSENT),
        box < 0 ? Optional.empty() : Optional.of(text.substring(box + BOX.length())));
  }

  /** The text that says it; empty where nothing is to be put back. */
  String text() {
    return (absent ? ABSENT : "") + anchor.map(each -> BOX + each).orElse("");
  }
}
