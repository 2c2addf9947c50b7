package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeText;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A narrative as understood: its statements with their figures, and what it says without figures.
 */
public final class Reading {
  private final NarrativeText text;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Assertion> assertions = new ArrayList<>();

  /**
   * One paragraph with its pieces.
   *
   * @param index the paragraph's index
   * @param paragraph the paragraph
   * @param folded its folded text
   * @param tokens its pieces
   * @param topic what its section is about
   * @param section number of its section
   * @param annex whether it stands in a report that may count differently
   */
  public record Passage(
      int index,
      NarrativeText.Paragraph paragraph,
      FoldedText folded,
      List<Token> tokens,
      Topic topic,
      int section,
      boolean annex) {
    /** Copies the list. */
    public Passage {
      tokens = List.copyOf(tokens);
    }
  }

  Reading(NarrativeText text) {
    this.text = text;
  }

  /** The narrative. */
  public NarrativeText text() {
    return text;
  }

  /** Its paragraphs, headings among them. */
  public List<Passage> passages() {
    return passages;
  }

  /** Its statements, in order. */
  public List<Statement> statements() {
    return statements;
  }

  /** Its figures, in order. */
  public List<Mention> mentions() {
    return mentions;
  }

  /** What it says without figures, in order. */
  public List<Assertion> assertions() {
    return assertions;
  }

  void add(Mention mention) {
    mention.statement().add(mention);
    mentions.add(mention);
  }
}
