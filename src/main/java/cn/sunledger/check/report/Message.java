package cn.sunledger.check.report;

import java.util.Map;

/** Fills the placeholders of a rule's message. */
public final class Message {
  private Message() {}

  /**
   * Fills a message.
   *
   * @param template the message with {@code ${name}} placeholders
   * @param values what stands for them
   * @return the sentence, without the full stop at its end
   */
  public static String fill(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
  }
}
