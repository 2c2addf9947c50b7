package cn.sunledger.narrative;

import cn.sunledger.model.Disclosure;
import java.util.List;
import java.util.Map;

/**
 * What people gave for a text.
 *
 * @param answers 待填事项 by key, as far as they are answered
 * @param previous last year's answers by key, which are offered for confirmation
 * @param draftReasons whether reasons that nobody gave are drafted from the figures, marked as such
 * @param related other workbooks of the same unit and year, among which 机构运行信息表 may be
 */
public record Given(
    Map<String, String> answers,
    Map<String, String> previous,
    boolean draftReasons,
    List<Disclosure> related) {
  /** Copies the maps and the list. */
  public Given {
    related = List.copyOf(related);
    answers = Map.copyOf(answers);
    previous = Map.copyOf(previous);
  }

  /**
   * Answers and nothing else.
   *
   * @param answers 待填事项 by key
   */
  public static Given of(Map<String, String> answers) {
    return new Given(answers, Map.of(), false, List.of());
  }
}
