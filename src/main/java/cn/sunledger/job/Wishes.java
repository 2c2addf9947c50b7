package cn.sunledger.job;

import java.util.Map;

/**
 * What a user wants of a text besides its figures.
 *
 * @param answers 待填事项 by key that stand outside the workbook
 * @param draftReasons whether reasons that nobody gave are drafted from the figures, marked as such
 */
public record Wishes(Map<String, String> answers, boolean draftReasons) {
  /** Nothing else. */
  public static final Wishes NONE = new Wishes(Map.of(), false);

  /** Copies the answers. */
  public Wishes {
    answers = Map.copyOf(answers);
  }
}
