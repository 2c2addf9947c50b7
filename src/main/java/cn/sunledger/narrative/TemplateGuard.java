package cn.sunledger.narrative;

import cn.sunledger.profile.ProfileException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets only that part of Freemarker through which a text of sentences needs. Whatever could reach
 * classes, other files, settings or the clock is refused before the template is parsed, in comments
 * too: what is a comment and what only looks like one is for the parser to know.
 */
final class TemplateGuard {
  private static final Pattern DIRECTIVE = Pattern.compile("</?#([A-Za-z_]+)");
  private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*([A-Za-z_][A-Za-z_0-9]*)");
  private static final Pattern SPECIAL =
      Pattern.compile("(?<![\\p{L}\\p{N}_)\\]\"'.])\\.\\s*([a-z_]+)");
  private static final Pattern RANGE = Pattern.compile("\\.\\.");

  /** A comment between the question mark and the name would hide the name. */
  private static final Pattern HIDDEN = Pattern.compile("\\?\\s*<");

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
    refuse(file, text, DIRECTIVE, DIRECTIVES, "模板里不能用指令 <#%s>，可用的有：" + names(DIRECTIVES));
    refuse(file, text, BUILT_IN, BUILT_INS, "模板里不能用 ?%s，可用的有：" + names(BUILT_INS));
    refuse(file, text, SPECIAL, Set.of(), "模板里不能用 .%s 这类内部变量，请删去");
    refuse(file, text, RANGE, "模板里不能写区间“..”，省略号请写“……”。");
    refuse(file, text, HIDDEN, "模板里的 ? 之后应紧接名称，不能隔着注释或指令。");
  }

  private static String names(Set<String> allowed) {
    return String.join("、", allowed.stream().sorted().toList());
  }

  private static void refuse(String file, String text, Pattern pattern, String problem) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      throw new ProfileException(file, line(text, matcher.start()), problem);
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

  private static int line(String text, int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
