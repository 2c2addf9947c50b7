package cn.sunledger.serve;

import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Line;
import cn.sunledger.model.NarrativeText.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of ours in the form in which texts are checked: first its title, then section by section
 * its heading and its paragraphs. Checked, its figures are found again in the tables, which tells
 * where each of them stands.
 */
final class OwnText {
  private OwnText() {}

  static NarrativeText of(Narrative narrative) {
    List<Paragraph> paragraphs = new ArrayList<>();
    add(paragraphs, true, 1, List.of(), narrative.title());
    String chapter = "";
    for (Narrative.Section section : narrative.sections()) {
      List<String> above = section.level() > 1 ? List.of(chapter) : List.of();
      add(paragraphs, true, section.level() + 1, above, section.heading());
      List<String> headings = new ArrayList<>(above);
      headings.add(section.heading());
      if (section.level() == 1) {
        chapter = section.heading();
      }
      for (String text : section.paragraphs()) {
        add(paragraphs, false, 0, headings, text);
      }
    }
    return new NarrativeText(narrative.title(), paragraphs);
  }

  private static void add(
      List<Paragraph> paragraphs, boolean heading, int level, List<String> section, String text) {
    int number = paragraphs.size() + 1;
    paragraphs.add(
        new Paragraph(number, heading, level, section, text, List.of(new Line(number, 0))));
  }
}
