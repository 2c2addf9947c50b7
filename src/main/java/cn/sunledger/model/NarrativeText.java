package cn.sunledger.model;

import java.util.List;

/**
 * 已有的情况说明: a published text as read, paragraph by paragraph, with the headings it stands under.
 *
 * @param file the file's name, without its folder
 * @param paragraphs headings and paragraphs, in order; wrapped lines are joined again
 */
public record NarrativeText(String file, List<Paragraph> paragraphs) {
  /** Copies the list. */
  public NarrativeText {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * 一段.
   *
   * @param source number of the line or of the document's paragraph where it begins, from 1
   * @param heading whether it is a heading
   * @param level depth of the outline that it opens: 第一部分 = 1, 一、 = 2, （一） = 3, 1. = 4, （1） = 5; 0
   *     where it carries no number
   * @param section the headings it stands under, from outside in; a heading's own text is not among
   *     them
   * @param text its text as printed
   * @param lines where each wrapped line begins in the text: one entry for a paragraph that was not
   *     wrapped
   */
  public record Paragraph(
      int source, boolean heading, int level, List<String> section, String text, List<Line> lines) {
    /** Copies the lists. */
    public Paragraph {
      section = List.copyOf(section);
      lines = List.copyOf(lines);
    }

    /** The headings as one text; empty before the first heading. */
    public String sectionText() {
      return String.join(" ", section);
    }
  }

  /**
   * One line of the source inside a paragraph.
   *
   * @param source its number in the source, from 1
   * @param start where it begins in the paragraph's text
   */
  public record Line(int source, int start) {}

  /**
   * A stretch of a paragraph.
   *
   * @param paragraph index in {@link #paragraphs()}
   * @param start first character
   * @param end one behind the last character
   */
  public record Span(int paragraph, int start, int end) {}
}
