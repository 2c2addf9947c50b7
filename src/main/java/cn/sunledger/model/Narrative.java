package cn.sunledger.model;

import java.util.List;

/**
 * 情况说明: the generated text.
 *
 * @param title such as 2023年度部门决算情况说明
 * @param sections its sections, in order
 * @param items 待填事项: what only a person can know, answered or not, in the order of the text
 */
public record Narrative(String title, List<Section> sections, List<ManualItem> items) {
  /** Copies the lists. */
  public Narrative {
    sections = List.copyOf(sections);
    items = List.copyOf(items);
  }

  /**
   * 一节.
   *
   * @param heading its heading as printed, numbering included
   * @param level 1 for 一、; 2 for （一）
   * @param paragraphs its paragraphs
   */
  public record Section(String heading, int level, List<String> paragraphs) {
    /** Copies the list. */
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** The items that nobody has answered yet. */
  public List<ManualItem> open() {
    return items.stream().filter(item -> item.answer().isEmpty()).toList();
  }
}
