package cn.sunledger.verify.text;

import java.text.Normalizer;

/**
 * A paragraph in the form in which it is read: no blanks, no quotation marks, compatibility forms
 * resolved (（ → (, ％ → %, ⒉ → 2.), and every character knows where it stood in the original. A
 * blank between two digits is kept, so that two numbers never become one.
 */
public final class FoldedText {
  private static final String QUOTES = "\"“”‘’'「」『』＂";

  private final String original;
  private final StringBuilder folded = new StringBuilder();
  private final int[] positions;
  private int length;

  /**
   * Folds a paragraph.
   *
   * @param original the text as printed
   */
  public FoldedText(String original) {
    this.original = original;
    this.positions = new int[original.length() * 4 + 1];
    boolean blank = false;
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (isBlank(c)) {
        blank = true;
        continue;
      }
      if (QUOTES.indexOf(c) >= 0) {
        continue;
      }
      String form = form(c);
      if (blank && length > 0 && isDigit(folded.charAt(length - 1)) && isDigit(form.charAt(0))) {
        put(' ', i - 1);
      }
      blank = false;
      for (int k = 0; k < form.length(); k++) {
        put(form.charAt(k), i);
      }
    }
  }

  private void put(char c, int position) {
    if (length < positions.length) {
      folded.append(c);
      positions[length++] = position;
    }
  }

  private static String form(char c) {
    switch (c) {
      case '〔', '【', '［', '‟', '„', '﹝', '[' -> {
        return "(";
      }
      case '〕', '】', '］', '﹞', ']' -> {
        return ")";
      }
      case '⻔' -> {
        return "门";
      }
      case '⻋' -> {
        return "车";
      }
      case '−', '－', '–' -> {
        return "-";
      }
      default -> {
        if (isEnclosed(c)) {
          return "(" + (c - '\u245F') + ")";
        }
        String form = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return form.isEmpty() || form.length() > 4 ? String.valueOf(c) : form;
      }
    }
  }

  /** ① to ⑳. */
  private static boolean isEnclosed(char c) {
    return c >= '\u2460' && c <= '\u2473';
  }

  /**
   * Whether a folded character stood as one of ① to ⑳, which number what follows.
   *
   * @param index of the folded text
   */
  boolean isEnumerator(int index) {
    return isEnclosed(original.charAt(originalStart(index)));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\u200C'
        || c == '\u200D'
        || c == '\u2060'
        || c == '\uFEFF';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The folded text. */
  public String text() {
    return folded.toString();
  }

  /** The text as printed. */
  public String original() {
    return original;
  }

  /**
   * Where a folded character stood.
   *
   * @param index of the folded text; its length stands for the end
   */
  public int originalStart(int index) {
    return index >= length ? original.length() : positions[index];
  }

  /**
   * Where a stretch of folded characters ended.
   *
   * @param end one behind the last folded character
   */
  public int originalEnd(int end) {
    return end <= 0 ? 0 : positions[Math.min(end, length) - 1] + 1;
  }

  /**
   * The printed text of a stretch, trimmed of nothing.
   *
   * @param start first folded character
   * @param end one behind the last one
   */
  public String printed(int start, int end) {
    return end <= start ? "" : original.substring(originalStart(start), originalEnd(end));
  }

  /**
   * Whether the character was printed as an ASCII comma, the only one that separates thousands.
   *
   * @param index of the folded text
   */
  boolean isPlainComma(int index) {
    int at = positions[index];
    return original.charAt(at) == ',' || at > 0 && isWide(at - 1) && isGroup(at + 1);
  }

  private boolean isWide(int at) {
    return at < original.length() && original.charAt(at) >= '０' && original.charAt(at) <= '９';
  }

  /** Three full-width digits and no fourth, as behind a separator of thousands. */
  private boolean isGroup(int from) {
    return isWide(from) && isWide(from + 1) && isWide(from + 2) && !isWide(from + 3);
  }
}
