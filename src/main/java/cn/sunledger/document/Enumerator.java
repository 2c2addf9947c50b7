package cn.sunledger.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 层次序数: the number a heading or an item opens with, and how deep its form stands in the outline of
 * an official document (第一部分, 一、, （一）, 1., （1）, ①).
 *
 * @param text the number as printed
 * @param level 1 for 第一部分 … 6 for ①
 */
record Enumerator(String text, int level) {
  private static final String CHINESE = "[一二三四五六七八九十百零〇]+";
  private static final Pattern[] FORMS = {
    Pattern.compile("^第\\s*(?:" + CHINESE + "|[0-9０-９]+)\\s*(?:部分|章|篇)"),
    Pattern.compile("^" + CHINESE + "\\s*[、．.，,](?!\\s*[" + "万元" + "])"),
    Pattern.compile("^(?:[（(]\\s*" + CHINESE + "\\s*[）)]|[㈠-㈩])[、．.]?"),
    Pattern.compile("^(?:[0-9０-９]{1,3}\\s*(?:[、．]|[.](?!\\s*[0-9]))|[⒈-⒛])"),
    Pattern.compile("^(?:[（(]\\s*[0-9０-９]{1,3}\\s*[）)]|[0-9]{1,2}[）)]|[⑴-⒇])[、．.]?"),
    Pattern.compile("^[①-⑳❶-❿]")
  };

  /**
   * The number that a line opens with.
   *
   * @param line a line without leading blanks
   * @return the number, or empty where it opens with none
   */
  static Optional<Enumerator> of(String line) {
    for (int i = 0; i < FORMS.length; i++) {
      Matcher matcher = FORMS[i].matcher(line);
      if (matcher.find()) {
        return Optional.of(new Enumerator(matcher.group(), i + 1));
      }
    }
    return Optional.empty();
  }
}
