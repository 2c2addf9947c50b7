package cn.sunledger.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How printed labels are brought to one form, so that wrapped, padded and differently bracketed
 * ones are equal.
 */
public final class Labels {
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Z}\\u200B\\u200C\\u200D\\u2060\\uFEFF]+");
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
    return BLANKS.matcher(text).replaceAll("");
  }

  /**
   * The form in which labels are compared: no blanks, compatibility forms resolved (⻔ → 门, （ → (, Ａ
   * → A), quotation marks dropped.
   *
   * @param text as printed
   */
  public static String normal(String text) {
    String folded =
        Normalizer.normalize(
            compact(text).replace('⻔', '门').replace('⻋', '车'), Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if ("\"'“”‘’「」『』＂".indexOf(c) < 0) {
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
    return ENUMERATOR.matcher(label).replaceFirst("");
  }
}
