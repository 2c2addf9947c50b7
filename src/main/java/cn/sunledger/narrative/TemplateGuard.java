package cn.sunledger.narrative;

import cn.sunledger.profile.ProfileException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets only that part of Freemarker through which a text of sentences needs. Whatever could reach
 * classes, other files, settings or the clock is refused before the template is parsed.
 */
final class TemplateGuard {
  private static final Pattern COMMENT = Pattern.compile("<#--.*?-->", Pattern.DOTALL);
  private static final Pattern DIRECTIVE = Pattern.compile("</?#([A-Za-z_]+)");
  private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*([A-Za-z_][A-Za-z_0-9]*)");
  private static final Pattern SPECIAL =
      Pattern.compile("(?<![\\p{L}\\p{N}_)\\]\"'.>}])\\.\\s*([a-z_]+)");
  private static final Pattern RANGE = Pattern.compile("\\.\\.");
  private static final Set<String> DIRECTIVES =
      Set.of(
          "if", "elseif", "else", "list", "items", "sep", "break", "assign", "local", "macro",
          "nested", "return", "include", "switch", "case", "on", "default", "t", "lt", "rt", "nt");
  private static final Set<String> BUILT_INS =
      Set.of("has_content", "size", "first", "last", "is_first", "is_last", "has_next", "then");

  private TemplateGuard() {}

  /**
   * Checks a template.
   *
   * @param file its path, for messages
   * @param text its text
   * @throws ProfileException where it uses something that templates may not use
   */
  static void check(String file, String text) {
    String bare = withoutComments(text);
    Map<Pattern, String> allowed =
        Map.of(
            DIRECTIVE, String.join("、", DIRECTIVES.stream().sorted().toList()),
            BUILT_IN, String.join("、", BUILT_INS.stream().sorted().toList()));
    refuse(file, bare, DIRECTIVE, DIRECTIVES, "模板里不能用指令 <#%s>，可用的有：" + allowed.get(DIRECTIVE));
    refuse(file, bare, BUILT_IN, BUILT_INS, "模板里不能用 ?%s，可用的有：" + allowed.get(BUILT_IN));
    refuse(file, bare, SPECIAL, Set.of(), "模板里不能用 .%s 这类内部变量，请删去");
    Matcher range = RANGE.matcher(bare);
    if (range.find()) {
      throw new ProfileException(
          file, line(bare, range.start()), "模板里不能写区间“..”，省略号请写“……”。");
    }
  }

  private static void refuse(
      String file, String text, Pattern pattern, Set<String> allowed, String problem) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (!allowed.contains(matcher.group(1))) {
        throw new ProfileException(
            file, line(text, matcher.start()), String.format(problem, matcher.group(1)) + "。");
      }
    }
  }

  /** The text with comments blanked out, line by line where it was. */
  private static String withoutComments(String text) {
    return COMMENT
        .matcher(text)
        .replaceAll(match -> "\n".repeat((int) match.group().chars().filter(c -> c == '\n').count()));
  }

  private static int line(String text, int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
