package cn.sunledger.narrative;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people mean by what they type. */
final class Answers {
  private static final Set<String> NONE =
      Set.of("无", "没有", "未发生", "不涉及", "不适用", "无此事项", "-", "—", "/");
  private static final Pattern COUNT = Pattern.compile("^([0-9]{1,9})\\p{IsHan}{0,2}(（[^）]*）)?$");

  private Answers() {}

  /** Whether an answer says that there is nothing. */
  static boolean isNone(String answer) {
    return NONE.contains(answer.strip());
  }

  /** A whole number, with or without its measure word: 13, 13个. */
  static Optional<Integer> count(String answer) {
    if (isNone(answer)) {
      return Optional.of(0);
    }
    Matcher matcher = COUNT.matcher(answer.replaceAll("[\\s,，]", ""));
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
