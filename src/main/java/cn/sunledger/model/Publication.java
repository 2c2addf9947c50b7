package cn.sunledger.model;

import java.util.List;

/**
 * 公开文本: the whole document that a department publishes, of which the 情况说明 is one part.
 *
 * @param unitName the department
 * @param title such as 2023年度部门决算
 * @param parts its parts, in order
 * @param items 待填事项: what only a person can know, answered or not, in the order of the text
 */
public record Publication(String unitName, String title, List<Part> parts, List<ManualItem> items) {
  /** Copies the lists. */
  public Publication {
    parts = List.copyOf(parts);
    items = List.copyOf(items);
  }

  /**
   * 一部分.
   *
   * @param heading its heading as printed, numbering included; empty where its sections are parts
   *     themselves
   * @param content what it consists of
   * @param sections its text; empty for tables
   */
  public record Part(String heading, Content content, List<Narrative.Section> sections) {
    /** Copies the list. */
    public Part {
      sections = List.copyOf(sections);
    }
  }

  /** What a part consists of. */
  public enum Content {
    /** Sections of text. */
    TEXT,
    /** The tables of the workbook. */
    TABLES,
    /** Those tables of the workbook that are published as annexes. */
    ANNEXES
  }

  /** The items that nobody has answered yet. */
  public List<ManualItem> open() {
    return items.stream().filter(item -> item.answer().isEmpty()).toList();
  }
}
