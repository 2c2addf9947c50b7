package cn.sunledger.grid;

/** Names from files, made fit to stand in a message. */
final class Messages {
  private static final int LONGEST = 120;

  private Messages() {}

  /** A name without characters that control a terminal or turn the direction of writing. */
  static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints().map(c -> visible(c) ? c : '?').limit(LONGEST).forEach(clean::appendCodePoint);
    return clean.length() < name.length() && clean.length() >= LONGEST
        ? clean + "…"
        : clean.toString();
  }

  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
