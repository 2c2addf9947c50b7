package cn.sunledger.narrative;

/**
 * A question to a person.
 *
 * @param key stable key
 * @param kind 原因, 用途, 数量, 金额 or 情况
 * @param about what it is about, in Chinese
 * @param amounts the amounts concerned; empty where none are
 * @param hint what the figures suggest; empty where they suggest nothing
 * @param draft what could be said from the figures; empty where they say nothing
 * @param refused whether the answer given is unusable, so that the question stays open
 */
record Ask(
    String key,
    String kind,
    String about,
    String amounts,
    String hint,
    String draft,
    boolean refused) {
  /** The kind of a question for a reason. */
  static final String REASON = "原因";

  /** A question without amounts or hint. */
  static Ask plain(String key, String kind, String about) {
    return new Ask(key, kind, about, "", "", "", false);
  }

  /** The same question, with the amounts concerned and a hint. */
  Ask with(String newAmounts, String newHint) {
    return new Ask(key, kind, about, newAmounts, newHint, draft, refused);
  }

  /** The same question, whose answer cannot be used. */
  Ask refuse(String answer, String why) {
    return new Ask(key, kind, about + "，所填“" + answer + "”" + why, amounts, hint, draft, true);
  }
}
