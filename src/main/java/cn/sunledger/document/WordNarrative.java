package cn.sunledger.document;

import cn.sunledger.document.word.WordFile;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Line;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.NarrativeText.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A 情况说明 that is a Word document: its text, and copies of it with comments. */
public final class WordNarrative {
  private final WordFile document;
  private final NarrativeText text;

  /**
   * Reads a document.
   *
   * @param file the file's name
   * @param bytes its content
   * @throws UnreadableNarrativeException where it is no Word document or is damaged
   */
  public WordNarrative(String file, byte[] bytes) {
    this.document = WordFile.open(file, bytes);
    this.text = read(file);
  }

  /**
   * What is said of a stretch of the text.
   *
   * @param span where; an empty stretch stands for the whole paragraph
   * @param paragraphs the comment's paragraphs
   */
  public record Note(Span span, List<String> paragraphs) {
    /** Copies the list. */
    public Note {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Its text; the number of a paragraph's line is the document's paragraph, from 1. */
  public NarrativeText text() {
    return text;
  }

  private NarrativeText read(String file) {
    List<Wrapping.Numbered> lines = new ArrayList<>();
    List<WordFile.Line> read = document.lines();
    for (int i = 0; i < read.size(); i++) {
      WordFile.Line line = read.get(i);
      lines.add(new Wrapping.Numbered(i + 1, line.text(), line.depth(), line.label()));
    }
    List<String> texts =
        read.stream().map(line -> line.text().strip()).filter(t -> !t.isEmpty()).toList();
    return new NarrativeText(file, new Outline().of(Wrapping.of(texts).join(lines)));
  }

  /** Whether a copy with comments of ours is what it is. */
  public boolean isCommented() {
    return document.isCommented();
  }

  /**
   * A copy with comments; all else stays as it is, and comments of ours that were put in earlier
   * are replaced.
   *
   * @param notes the comments
   * @return the copy's content
   */
  public byte[] commented(List<Note> notes) {
    List<WordFile.Comment> comments = new ArrayList<>();
    for (Note note : notes) {
      comments.add(comment(note));
    }
    comments.sort(
        Comparator.comparingInt(WordFile.Comment::line)
            .thenComparingInt(WordFile.Comment::start)
            .thenComparingInt(WordFile.Comment::end));
    return document.commented(comments);
  }

  private WordFile.Comment comment(Note note) {
    Span span = note.span();
    Paragraph paragraph = text.paragraphs().get(span.paragraph());
    boolean whole = span.end() <= span.start();
    int start = whole ? 0 : span.start();
    int end = whole ? paragraph.text().length() : span.end();
    Line first = line(paragraph, start);
    Line last = line(paragraph, end - 1);
    return new WordFile.Comment(
        first.source() - 1,
        start - first.start() + blanks(first),
        last.source() - 1,
        end - last.start() + blanks(last),
        note.paragraphs());
  }

  private static Line line(Paragraph paragraph, int at) {
    Line found = paragraph.lines().get(0);
    for (Line line : paragraph.lines()) {
      if (line.start() <= at) {
        found = line;
      }
    }
    return found;
  }

  /** A paragraph's text has lost the blanks in front. */
  private int blanks(Line line) {
    String printed = document.lines().get(line.source() - 1).text();
    return printed.length() - printed.stripLeading().length();
  }
}
