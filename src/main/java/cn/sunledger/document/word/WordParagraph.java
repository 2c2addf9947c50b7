package cn.sunledger.document.word;

import java.util.ArrayList;
import java.util.List;

/** A paragraph, or a row of a table, as text whose characters know their {@code w:t}. */
final class WordParagraph {
  /**
   * A stretch of the text that one element holds.
   *
   * @param start first character of the text
   * @param end one behind the last
   * @param node the {@code w:t}
   */
  record Piece(int start, int end, XmlNode node) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final int depth;
  private final String label;

  /**
   * An empty one.
   *
   * @param depth depth of the heading that it is; 0 where it is none
   * @param label the number that is drawn in front of it
   */
  WordParagraph(int depth, String label) {
    this.depth = depth;
    this.label = label;
  }

  void add(XmlNode node, String content) {
    pieces.add(new Piece(text.length(), text.length() + content.length(), node));
    text.append(content);
  }

  void add(char mark) {
    text.append(mark);
  }

  String text() {
    return text.toString();
  }

  List<Piece> pieces() {
    return pieces;
  }

  int depth() {
    return depth;
  }

  String label() {
    return label;
  }
}
