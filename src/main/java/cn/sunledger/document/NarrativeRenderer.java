package cn.sunledger.document;

import cn.sunledger.model.Narrative;
import java.nio.charset.StandardCharsets;

/** 成文: turns a narrative into the bytes of a text file. */
public final class NarrativeRenderer {
  /**
   * Renders a text; what is published as a whole is a {@link WordDocument}.
   *
   * @param narrative the text
   * @param format the kind of text file
   * @return the file's content in UTF-8
   */
  public byte[] render(Narrative narrative, DocumentFormat format) {
    return switch (format) {
      case MD -> markdown(narrative).getBytes(StandardCharsets.UTF_8);
      case TXT -> plain(narrative).getBytes(StandardCharsets.UTF_8);
      case DOCX -> throw new IllegalArgumentException("a Word document is no text");
    };
  }

  private static String markdown(Narrative narrative) {
    StringBuilder text = new StringBuilder("# ").append(narrative.title()).append("\n");
    for (Narrative.Section section : narrative.sections()) {
      text.append("\n").append("#".repeat(section.level() + 1)).append(" ");
      text.append(section.heading()).append("\n");
      for (String paragraph : section.paragraphs()) {
        text.append("\n").append(literal(paragraph)).append("\n");
      }
    }
    return text.toString();
  }

  /** A paragraph that Markdown does not take for a list, a heading or an emphasis. */
  private static String literal(String paragraph) {
    return paragraph
        .replaceAll("([\\\\`*_<>#\\[\\]|~])", "\\\\$1")
        .replaceFirst("^([0-9]+)\\.", "$1\\\\.")
        .replaceFirst("^([-+])", "\\\\$1");
  }

  private static String plain(Narrative narrative) {
    StringBuilder text = new StringBuilder(narrative.title()).append("\n");
    for (Narrative.Section section : narrative.sections()) {
      text.append("\n").append(section.heading()).append("\n");
      for (String paragraph : section.paragraphs()) {
        text.append("　　").append(paragraph).append("\n");
      }
    }
    return text.toString();
  }
}
