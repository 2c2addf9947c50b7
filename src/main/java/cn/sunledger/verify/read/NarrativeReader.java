package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeText;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Lexer;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads a narrative: what each of its figures is said to be of. */
public final class NarrativeReader {
  private final Lexer lexer;
  private final int documentYear;

  /**
   * For narratives of one department and year.
   *
   * @param lexer cuts the paragraphs
   * @param documentYear the year disclosed; 0 where unknown
   */
  public NarrativeReader(Lexer lexer, int documentYear) {
    this.lexer = lexer;
    this.documentYear = documentYear;
  }

  /**
   * Reads all paragraphs.
   *
   * @param text the narrative
   */
  public Reading read(NarrativeText text) {
    Reading reading = new Reading(text);
    Carry carry = new Carry();
    SentenceReader sentences = new SentenceReader(reading, documentYear, carry);
    List<String> before = List.of();
    int section = 0;
    for (int i = 0; i < text.paragraphs().size(); i++) {
      NarrativeText.Paragraph paragraph = text.paragraphs().get(i);
      List<String> headings = new ArrayList<>(paragraph.section());
      if (paragraph.heading()) {
        headings.add(paragraph.text());
      }
      if (!headings.equals(before)) {
        if (!sameSection(before, headings)) {
          section++;
          carry.section();
        }
        before = headings;
      }
      FoldedText folded = new FoldedText(paragraph.text());
      List<Token> tokens = lexer.tokens(folded);
      Topic topic = Topic.of(headings);
      Reading.Passage passage =
          new Reading.Passage(
              i, paragraph, folded, tokens, topic, section, Topic.isAnnex(headings));
      reading.passages().add(passage);
      boolean item = tokens.stream().anyMatch(token -> token.kind() == Token.Kind.PATH);
      boolean read = !paragraph.heading() || paragraph.level() > 3 || item;
      if (read && !isTableRow(paragraph.text())) {
        sentences.read(passage);
      }
    }
    return reading;
  }

  /** A row of a table that stands in the document: what it says is for the tables to say. */
  private static boolean isTableRow(String text) {
    boolean cells = text.indexOf('\t') >= 0 || text.startsWith("|") && text.endsWith("|");
    return cells && text.indexOf('。') < 0;
  }

  /** Items 1., （1） open no section of their own. */
  private static boolean sameSection(List<String> before, List<String> headings) {
    int common = 0;
    while (common < before.size()
        && common < headings.size()
        && before.get(common).equals(headings.get(common))) {
      common++;
    }
    return common > 0
        && before.subList(common, before.size()).stream().allMatch(NarrativeReader::isItem)
        && headings.subList(common, headings.size()).stream().allMatch(NarrativeReader::isItem);
  }

  private static boolean isItem(String heading) {
    return heading.matches("^(?:[0-9０-９⒈-⒛(（①-⑳].*)")
        && !heading.matches("^[（(][一二三四五六七八九十]+[)）].*");
  }
}
