package cn.sunledger.document.word;

import java.util.List;
import java.util.Optional;

/** A Word document that is read, and of which a copy with comments can be made. */
public final class WordFile {
  private final WordPackage parts;
  private final String main;
  private final String xml;
  private final XmlNode root;
  private final List<WordParagraph> paragraphs;

  private WordFile(WordPackage parts) {
    this.parts = parts;
    this.main = parts.main();
    this.xml = parts.text(main);
    this.root = parts.tree(main);
    WordStyles styles = new WordStyles(parts.related("styles").map(parts::tree));
    WordNumbering numbering = new WordNumbering(parts.related("numbering").map(parts::tree));
    this.paragraphs = new WordBody(xml, styles, numbering).read(root);
  }

  /**
   * Reads a document.
   *
   * @param file the file's name, for messages
   * @param bytes its content
   * @throws cn.sunledger.document.UnreadableNarrativeException where it is no Word document or is
   *     damaged
   */
  public static WordFile open(String file, byte[] bytes) {
    return new WordFile(WordPackage.open(file, bytes));
  }

  /**
   * A paragraph or a row of a table.
   *
   * @param text its text; the cells of a row are parted by tabs
   * @param depth depth of the heading that it is; 0 where it is none
   * @param label the number that Word draws in front of it; empty where it draws none
   */
  public record Line(String text, int depth, String label) {}

  /**
   * A comment to be put into a copy.
   *
   * @param line index of the line where it begins
   * @param start first character of what it is about
   * @param endLine index of the line where that ends
   * @param end one behind its last character there
   * @param paragraphs what it says
   */
  public record Comment(int line, int start, int endLine, int end, List<String> paragraphs) {
    /** Copies the list. */
    public Comment {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Its text. */
  public List<Line> lines() {
    return paragraphs.stream().map(p -> new Line(p.text(), p.depth(), p.label())).toList();
  }

  /** Whether it holds comments of ours. */
  public boolean isCommented() {
    return parts.related("comments").map(parts::tree).filter(Comments::hasOurs).isPresent();
  }

  /**
   * A copy with comments in place of those that were put in earlier. All else stays as it is.
   *
   * @param comments the comments, in the order of the text
   * @return the copy's content
   */
  public byte[] commented(List<Comment> comments) {
    WordPackage copy = parts.copy();
    Comments part = new Comments(copy, main);
    RangeMarks marks = new RangeMarks(xml, root, part.ours());
    int placed = 0;
    for (Comment comment : comments) {
      Optional<RangeMarks.Range> range = range(comment);
      if (range.isPresent()) {
        marks.mark(range.get(), part.next(comment.paragraphs()));
        placed++;
      }
    }
    if (placed > 0 || part.hasFormer()) {
      copy.put(main, marks.applied());
      part.write();
    }
    return copy.bytes();
  }

  /** The characters from the first that is held by an element to the last. */
  private Optional<RangeMarks.Range> range(Comment comment) {
    Optional<RangeMarks.Place> from = Optional.empty();
    Optional<RangeMarks.Place> to = Optional.empty();
    for (int i = comment.line(); i <= comment.endLine(); i++) {
      WordParagraph line = paragraphs.get(i);
      int start = i == comment.line() ? comment.start() : 0;
      int end = i == comment.endLine() ? comment.end() : line.text().length();
      for (WordParagraph.Piece piece : line.pieces()) {
        int first = Math.max(start, piece.start());
        int last = Math.min(end, piece.end());
        if (first < last) {
          if (from.isEmpty()) {
            from = Optional.of(new RangeMarks.Place(piece.node(), first - piece.start()));
          }
          to = Optional.of(new RangeMarks.Place(piece.node(), last - piece.start()));
        }
      }
    }
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(new RangeMarks.Range(from.get(), to.get()));
  }
}
