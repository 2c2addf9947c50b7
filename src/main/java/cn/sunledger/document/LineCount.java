package cn.sunledger.document;

/**
 * How many lines a paragraph takes where Chinese and Latin letters mix: numbers are not broken, a
 * line does not open with a closing mark nor end with an opening one, and a quarter of a character
 * parts Chinese from Latin. Widths are quarters of a Chinese character.
 */
final class LineCount {
  private static final String NEVER_FIRST = "，。、；：！？）〕】》”’%…";
  private static final String NEVER_LAST = "（〔【《“‘";
  private static final int CHINESE = 4;
  private static final int LATIN = 2;
  private static final int GAP = 1;

  private LineCount() {}

  /**
   * Counts.
   *
   * @param text the paragraph
   * @param indent of its first line
   * @param width of a line
   */
  static int of(String text, int indent, int width) {
    int lines = 1;
    int used = indent;
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      int length = length(text, from, to);
      if (used + length > width && used > 0) {
        lines++;
        used = 0;
      }
      used += length;
      from = to;
    }
    return lines;
  }

  /** Where a stretch ends that stays on one line. */
  private static int end(String text, int from) {
    int to = from;
    while (to < text.length() && NEVER_LAST.indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    boolean latin = to < text.length() && isLatin(text.charAt(to));
    to++;
    while (latin && to < text.length() && isLatin(text.charAt(to))) {
      to++;
    }
    while (to < text.length() && NEVER_FIRST.indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return Math.min(to, text.length());
  }

  private static int length(String text, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean latin = isLatin(text.charAt(i));
      length += latin ? LATIN : CHINESE;
      if (i > 0 && latin != isLatin(text.charAt(i - 1)) && isWord(text, i) && isWord(text, i - 1)) {
        length += GAP;
      }
    }
    return length;
  }

  private static boolean isLatin(char letter) {
    return letter < 0x2000;
  }

  private static boolean isWord(String text, int at) {
    return isLatin(text.charAt(at)) || Character.isLetter(text.charAt(at));
  }
}
