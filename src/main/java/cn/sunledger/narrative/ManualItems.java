package cn.sunledger.narrative;

import cn.sunledger.model.ManualItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** 待填事项 of one narrative: what was asked so far, and the answers that people gave. */
final class ManualItems {
  private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n]+\\s*");
  private static final Pattern TRAILING = Pattern.compile("[\\s。；;，,、]+$");

  private final Given given;
  private final Map<String, ManualItem> asked = new LinkedHashMap<>();
  private final Map<String, String> printed = new LinkedHashMap<>();

  ManualItems(Given given) {
    this.given = given;
  }

  /** The answer to a key, on one line and without the stop that the sentence brings itself. */
  Optional<String> answer(String key) {
    return cleaned(given.answers().get(key));
  }

  /** What was answered to a key last year. */
  Optional<String> previous(String key) {
    return cleaned(given.previous().get(key)).filter(text -> !text.contains("【"));
  }

  private static Optional<String> cleaned(String typed) {
    return Optional.ofNullable(typed)
        .map(text -> LINE_ENDS.matcher(text.strip()).replaceAll(""))
        .map(text -> TRAILING.matcher(text).replaceAll(""))
        .filter(text -> !text.isEmpty());
  }

  /**
   * Puts a question on the list; an earlier one with the same key stays, one without key is none.
   */
  void note(Ask ask) {
    if (ask.key().isEmpty()) {
      return;
    }
    String hint =
        previous(ask.key())
            .map(text -> (ask.hint().isEmpty() ? "" : ask.hint() + "；") + "上年所填：" + text)
            .orElse(ask.hint());
    asked.putIfAbsent(
        ask.key(),
        new ManualItem(
            ask.key(),
            ask.kind(),
            ask.about(),
            ask.amounts(),
            hint,
            ask.refused() ? Optional.empty() : answer(ask.key())));
  }

  /**
   * The answer; what last year's answer or the figures propose, marked for confirmation; or the
   * blank that stands for it.
   */
  String textOf(Ask ask) {
    note(ask);
    String text = ask.refused() ? blank(ask.about()) : answer(ask.key()).orElse(proposed(ask));
    printed.putIfAbsent(ask.key(), text);
    return text;
  }

  private String proposed(Ask ask) {
    Optional<String> before = previous(ask.key());
    if (ask.kind().equals(Ask.REASON)) {
      if (given.draftReasons() && !ask.draft().isEmpty()) {
        return ask.draft() + check("按数字草拟的原因，请核实");
      }
      return blank(ask.about() + before.map(text -> "，上年所填为“" + text + "”").orElse(""));
    }
    return before.map(text -> text + check("上年所填，请核实")).orElseGet(() -> blank(ask.about()));
  }

  /** Whether a question is on the list. */
  boolean wasAsked(String key) {
    return asked.containsKey(key);
  }

  /** What was printed for a question that is on the list. */
  String again(String key) {
    return printed.get(key);
  }

  /** The mark for something that a person has still to confirm. */
  static String check(String about) {
    return "【待核：" + about + "】";
  }

  /** The mark for something that is not known yet. */
  static String blank(String about) {
    return "【待填：" + about + "】";
  }

  /** Everything that was asked, in the order of the text. */
  List<ManualItem> list() {
    return List.copyOf(asked.values());
  }
}
