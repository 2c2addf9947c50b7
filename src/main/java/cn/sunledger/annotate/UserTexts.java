package cn.sunledger.annotate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 用户写过的内容: what a user wrote elsewhere than in the workbook that is being annotated.
 *
 * @param answers answers to 待填事项 by key, which count where the workbook itself has none
 * @param opinions 处理意见 by rule and first cell of their finding, likewise
 */
public record UserTexts(Map<String, String> answers, Map<String, String> opinions) {
  /** Nothing. */
  public static final UserTexts NONE = new UserTexts(Map.of(), Map.of());

  /** Copies the maps. */
  public UserTexts {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    opinions = Collections.unmodifiableMap(new LinkedHashMap<>(opinions));
  }

  /** These texts, those of a workbook's own laid over them. */
  UserTexts under(ManualAnswers own) {
    return new UserTexts(laid(answers, own.answers()), laid(opinions, own.opinions()));
  }

  private static Map<String, String> laid(Map<String, String> below, Map<String, String> above) {
    Map<String, String> all = new LinkedHashMap<>(below);
    all.putAll(above);
    return all;
  }
}
