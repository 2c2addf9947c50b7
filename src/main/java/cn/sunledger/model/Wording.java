package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 行文规范: how a place writes its 情况说明. Everything that differs from one place to another and is no
 * sentence stands here; the sentences stand in the templates.
 *
 * @param unit the unit of money in the text
 * @param amountDigits decimals of amounts
 * @param trimmed whether zeros at the end of decimals are left out: 6.10 as 6.1
 * @param grouping whether thousands are separated by commas
 * @param rateDigits decimals of percentages
 * @param change how a change is worded
 * @param zeroOfZero the rate that is printed where both numbers are zero; empty where none is
 * @param rateWithoutBase the rate that is printed where only the base is zero; empty where none is
 * @param zeroLines whether lines of zero are listed (收入来源, 支出性质) or left out
 * @param outlines the outline of the text, one per kind of document
 */
public record Wording(
    Unit unit,
    int amountDigits,
    boolean trimmed,
    boolean grouping,
    int rateDigits,
    ChangeWords change,
    String zeroOfZero,
    String rateWithoutBase,
    boolean zeroLines,
    List<Outline> outlines) {
  /** Copies the lists. */
  public Wording {
    outlines = List.copyOf(outlines);
  }

  /**
   * The outline for a kind of document.
   *
   * @param document the kind
   * @return the outline, or empty where the profile has none
   */
  public Optional<Outline> outline(DocumentKind document) {
    return outlines.stream().filter(outline -> outline.document() == document).findFirst();
  }

  /**
   * 增减的说法, with {@code {额}} for the amount and {@code {率}} for the rate.
   *
   * @param up such as 增加{额}，增长{率}
   * @param down such as 减少{额}，下降{率}
   * @param upWithoutRate an increase from zero
   * @param downWithoutRate a decrease without a base
   * @param equal 持平
   */
  public record ChangeWords(
      String up, String down, String upWithoutRate, String downWithoutRate, String equal) {}

  /**
   * 提纲: what the text consists of.
   *
   * @param document the kind of document it is for
   * @param title with {@code {年度}}, {@code {单位}} and {@code {部门}}
   * @param numbering of sections, subsections and items, with {@code {序}}: Chinese numerals in the
   *     first two, digits in the third
   * @param start number of the first section
   * @param sections its sections, in order
   * @param publication the whole document that the text is a part of
   */
  public record Outline(
      DocumentKind document,
      String title,
      List<String> numbering,
      int start,
      List<Chapter> sections,
      Frame publication) {
    /** Copies the lists; there are three numberings. */
    public Outline {
      numbering = List.copyOf(numbering);
      sections = List.copyOf(sections);
      if (numbering.size() != 3) {
        throw new IllegalArgumentException("three numberings, not " + numbering.size());
      }
    }
  }

  /**
   * 公开文本的框架.
   *
   * @param title of the whole, with {@code {年度}} and {@code {部门}}
   * @param numbering of its parts, with {@code {序}} in Chinese numerals
   * @param parts its parts, in order
   */
  public record Frame(String title, String numbering, List<Part> parts) {
    /** Copies the list. */
    public Frame {
      parts = List.copyOf(parts);
    }
  }

  /**
   * 一部分.
   *
   * @param heading without its number; empty where its sections are parts themselves
   * @param content tables, annexes or text
   * @param template the template of its text; empty where its text is the 情况说明
   */
  public record Part(String heading, Publication.Content content, String template) {}

  /**
   * 一节的模板.
   *
   * @param heading without its number, with {@code {年度}}, {@code {单位}} and {@code {部门}}
   * @param template name of its template, such as {@code final-01-total.ftl}
   */
  public record Chapter(String heading, String template) {}
}
