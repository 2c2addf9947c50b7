package cn.sunledger.annotate.content;

/** How much room a text takes, estimated: a Chinese character is two Latin ones wide. */
public final class TextMeasure {
  private static final int COMMENT_UNITS = 52;
  private static final int COMMENT_WIDTH = 340;
  private static final int COMMENT_LINE = 17;
  private static final int COMMENT_TALLEST = 620;

  private TextMeasure() {}

  /**
   * A size in pixels.
   *
   * @param width across
   * @param height down
   */
  public record Box(int width, int height) {}

  /**
   * The width of one line in Latin characters.
   *
   * @param text without line breaks
   */
  public static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && (c <= 0x115F || c >= 0x2014 && c <= 0x2026 || c >= 0x2E80);
  }

  /**
   * How many lines a text takes.
   *
   * @param text with or without line breaks
   * @param width of a line in Latin characters
   */
  public static int lines(String text, double width) {
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += Math.max(1, (int) Math.ceil(width(line) / Math.max(1, width)));
    }
    return lines;
  }

  /**
   * The room a comment takes.
   *
   * @param text the whole comment
   */
  public static Box comment(String text) {
    int lines = lines(text, COMMENT_UNITS) + 1;
    if (lines * COMMENT_LINE <= COMMENT_TALLEST) {
      return new Box(COMMENT_WIDTH, lines * COMMENT_LINE);
    }
    int wide = lines(text, COMMENT_UNITS * 2) + 1;
    return new Box(COMMENT_WIDTH * 2, Math.min(wide * COMMENT_LINE, 2 * COMMENT_TALLEST));
  }
}
