package cn.sunledger.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How printed labels are brought to one form, so that wrapped, padded and differently bracketed
 * ones are equal.
 */
public final class Labels {
  private static final String QUOTES = "\"'“”‘’「」『』＂";
  private static final char UNKNOWN = '\uffff';
  private static final char NONE = '\ufffe';
  private static final String CHINESE_DIGITS = "一二三四五六七八九十百零〇";
  private static final Pattern ENUMERATOR =
      Pattern.compile(
          "^(?:其中[:：])?(?:["
              + CHINESE_DIGITS
              + "]+[、.．，,]"
              + "|[（(]["
              + CHINESE_DIGITS
              + "]+[)）]、?"
              + "|[0-9０-９]+[、．.](?![0-9])"
              + "|[（(][0-9０-９]+[)）]、?"
              + "|[①-⑳]|[⒈-⒛])");

  private Labels() {}

  /**
   * A printed text without any blank, of whatever width, and without line breaks.
   *
   * @param text as printed
   */
  public static String compact(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (isBlank(text.charAt(i))) {
        StringBuilder rest = new StringBuilder(length).append(text, 0, i);
        for (int k = i + 1; k < length; k++) {
          if (!isBlank(text.charAt(k))) {
            rest.append(text.charAt(k));
          }
        }
        return rest.toString();
      }
    }
    return text;
  }

  /** Blanks of every width, line ends, and the characters that are not seen at all. */
  private static boolean isBlank(char c) {
    if (c < '\u00a0') {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return Character.isSpaceChar(c)
        || c >= '\u200B' && c <= '\u200D'
        || c == '\u2060'
        || c == '\uFEFF';
  }

  /**
   * The form in which labels are compared: no blanks, compatibility forms resolved (⻔ → 门, （ → (, Ａ
   * → A), quotation marks dropped.
   *
   * @param text as printed
   */
  public static String normal(String text) {
    String compact = compact(text);
    StringBuilder plain = null;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      char own = folded(c);
      if (own == UNKNOWN) {
        return normalised(compact);
      }
      if (own != c && plain == null) {
        plain = new StringBuilder(compact.length()).append(compact, 0, i);
      }
      if (plain != null && own != NONE) {
        plain.append(own);
      }
    }
    return plain == null ? compact : plain.toString();
  }

  /** The normal form of a character that has a simple one. */
  private static char folded(char c) {
    if (c >= '\u4e00' && c <= '\u9fff' || c == '、' || c == '。') {
      return c;
    }
    char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - '\uff01' + '!') : c;
    if (narrow > '\u007e' && QUOTES.indexOf(narrow) < 0) {
      return UNKNOWN;
    }
    if (QUOTES.indexOf(narrow) >= 0) {
      return NONE;
    }
    return narrow == '[' ? '(' : narrow == ']' ? ')' : narrow;
  }

  private static String normalised(String compact) {
    String folded =
        Normalizer.normalize(compact.replace('⻔', '门').replace('⻋', '车'), Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (QUOTES.indexOf(c) < 0) {
        plain.append(
            c == '【' || c == '〔' || c == '[' ? '(' : c == '】' || c == '〕' || c == ']' ? ')' : c);
      }
    }
    return plain.toString();
  }

  /**
   * A label without its enumerator: 一、一般公共服务支出 → 一般公共服务支出.
   *
   * @param label a compact or normal label
   */
  public static String withoutEnumerator(String label) {
    char first = label.isEmpty() ? ' ' : label.charAt(0);
    boolean letter = first >= '\u4e00' && first <= '\u9fff';
    return first == ' ' || letter && first != '其' && CHINESE_DIGITS.indexOf(first) < 0
        ? label
        : ENUMERATOR.matcher(label).replaceFirst("");
  }
}
