package cn.sunledger.narrative;

import cn.sunledger.model.Narrative.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a text from what its templates printed. A blank line in a template ends a
 * paragraph; a single line end does not, so that sentences can be wrapped; a line that opens with
 * {@code ##} is the heading of a subsection, which is numbered here, and so is a paragraph that
 * opens with {@code #、}.
 */
final class Paragraphs {
  /** Stands for a blank line of a template; blank lines that mere output leaves are none. */
  private static final String BREAK = "\u2029";

  private static final String HEADING = "##";

  /** Opens a paragraph that is numbered like an item of a list. */
  private static final String ITEM = "#、";

  private final List<String> numbering;
  private final List<Section> sections = new ArrayList<>();
  private int chapters;

  /**
   * No paragraphs yet.
   *
   * @param numbering of chapters, subsections and items, with {@code {序}}
   * @param start number of the first chapter
   */
  Paragraphs(List<String> numbering, int start) {
    this.numbering = numbering;
    this.chapters = start - 1;
  }

  /** Adds what one template printed; a chapter without a word is left out and takes no number. */
  void add(String heading, String text) {
    List<Section> chapter = new ArrayList<>();
    String title = heading;
    int level = 1;
    int subsections = 0;
    int items = 0;
    List<String> paragraphs = new ArrayList<>();
    for (String block : blocks(text)) {
      if (block.startsWith(HEADING)) {
        chapter.add(new Section(title, level, paragraphs));
        paragraphs = new ArrayList<>();
        subsections++;
        level = 2;
        title = numbered(numbering.get(1), subsections) + block.substring(HEADING.length()).strip();
      } else if (block.startsWith(ITEM)) {
        paragraphs.add(ChineseNumerals.of(++items) + "、" + block.substring(ITEM.length()));
      } else {
        paragraphs.add(block);
      }
    }
    chapter.add(new Section(title, level, paragraphs));
    if (chapter.stream().allMatch(section -> section.paragraphs().isEmpty())) {
      return;
    }
    chapters++;
    Section first = chapter.get(0);
    chapter.set(
        0, new Section(numbered(numbering.get(0), chapters) + heading, 1, first.paragraphs()));
    sections.addAll(chapter);
  }

  private static String numbered(String pattern, int number) {
    return pattern.replace("{序}", ChineseNumerals.of(number));
  }

  /** A template's text in which blank lines are marked as ends of paragraphs. */
  static String marked(String template) {
    return template.replace("\r\n", "\n").replaceAll("(?m)^[ \\t\\u3000]*$", BREAK);
  }

  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    for (String block : text.split(BREAK)) {
      StringBuilder joined = new StringBuilder();
      for (String line : block.split("\n")) {
        String stripped = line.strip();
        if (stripped.startsWith(HEADING)) {
          addTo(blocks, joined);
          blocks.add(stripped);
        } else {
          joined.append(stripped);
        }
      }
      addTo(blocks, joined);
    }
    return blocks;
  }

  private static void addTo(List<String> blocks, StringBuilder joined) {
    if (!joined.isEmpty()) {
      blocks.add(joined.toString());
      joined.setLength(0);
    }
  }

  /** The sections so far. */
  List<Section> sections() {
    return List.copyOf(sections);
  }
}
