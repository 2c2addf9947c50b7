package cn.sunledger.narrative;

import cn.sunledger.model.Narrative.Section;
import cn.sunledger.model.Wording.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a text from what its templates printed. A blank line in a template ends a
 * paragraph; a single line end does not, so that sentences can be wrapped; a line that opens with
 * {@code ##} is the heading of a subsection, which is numbered here.
 */
final class Paragraphs {
  /** Stands for a blank line of a template; blank lines that mere output leaves are none. */
  private static final String BREAK = "\u2029";

  private static final String HEADING = "##";

  private final Outline outline;
  private final List<Section> sections = new ArrayList<>();
  private int chapters;

  Paragraphs(Outline outline) {
    this.outline = outline;
    this.chapters = outline.start() - 1;
  }

  /** Adds what one template printed; a chapter without a word is left out and takes no number. */
  void add(String heading, String text) {
    List<Section> chapter = new ArrayList<>();
    String title = heading;
    int level = 1;
    int subsections = 0;
    List<String> paragraphs = new ArrayList<>();
    for (String block : blocks(text)) {
      if (block.startsWith(HEADING)) {
        chapter.add(new Section(title, level, paragraphs));
        paragraphs = new ArrayList<>();
        subsections++;
        level = 2;
        title =
            numbered(outline.numbering().get(1), subsections)
                + block.substring(HEADING.length()).strip();
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
        0,
        new Section(
            numbered(outline.numbering().get(0), chapters) + heading, 1, first.paragraphs()));
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
