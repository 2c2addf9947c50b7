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

  private final Map<String, String> answers;
  private final Map<String, ManualItem> asked = new LinkedHashMap<>();

  ManualItems(Map<String, String> answers) {
    this.answers = answers;
  }

  /** The answer to a key, on one line and without the stop that the sentence brings itself. */
  Optional<String> answer(String key) {
    return Optional.ofNullable(answers.get(key))
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
    asked.putIfAbsent(
        ask.key(),
        new ManualItem(
            ask.key(),
            ask.kind(),
            ask.about(),
            ask.amounts(),
            ask.hint(),
            ask.refused() ? Optional.empty() : answer(ask.key())));
  }

  /** The answer, or the blank that stands for it. */
  String textOf(Ask ask) {
    note(ask);
    return ask.refused()
        ? blank(ask.about())
        : answer(ask.key()).orElseGet(() -> blank(ask.about()));
  }

  /** Whether a question is on the list. */
  boolean wasAsked(String key) {
    return asked.containsKey(key);
  }

  /** What was printed for a question that is on the list. */
  String again(String key) {
    ManualItem item = asked.get(key);
    return item.answer().isPresent() ? answer(key).orElseThrow() : blank(item.about());
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
