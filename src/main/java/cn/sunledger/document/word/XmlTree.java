package cn.sunledger.document.word;

import java.util.function.Consumer;

/**
 * Reads a part into elements with their places, so that it can be changed at one place and stay as
 * it is, character for character, everywhere else. A document type declaration is refused: no Word
 * document has one, and what it declares could be anything.
 */
final class XmlTree {
  private static final int DEEPEST = 1_000;

  private final String text;
  private int position;

  private XmlTree(String text) {
    this.text = text;
  }

  /**
   * Reads a part.
   *
   * @param text its text
   * @return its outermost element
   * @throws MalformedXmlException where it is no XML
   */
  static XmlNode read(String text) throws MalformedXmlException {
    return new XmlTree(text).root();
  }

  /** A part that is no XML. */
  static final class MalformedXmlException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedXmlException(int at) {
      super("malformed at " + at);
    }
  }

  private XmlNode root() throws MalformedXmlException {
    XmlNode root = null;
    XmlNode open = null;
    int depth = 0;
    while ((position = text.indexOf('<', position)) >= 0) {
      if (skipped()) {
        continue;
      }
      int start = position;
      if (text.startsWith("</", start)) {
        int end = behind('>');
        String name = text.substring(start + 2, end - 1).strip();
        if (open == null || !open.name.equals(name)) {
          throw new MalformedXmlException(start);
        }
        open.contentEnd = start;
        open.end = end;
        open = open.parent;
        depth--;
        continue;
      }
      XmlNode node = startTag(open);
      if (open != null) {
        open.children.add(node);
      } else if (root == null) {
        root = node;
      } else {
        throw new MalformedXmlException(start);
      }
      if (node.end == 0) {
        open = node;
        if (++depth > DEEPEST) {
          throw new MalformedXmlException(start);
        }
      }
    }
    if (root == null || open != null) {
      throw new MalformedXmlException(text.length());
    }
    return root;
  }

  private boolean skipped() throws MalformedXmlException {
    if (text.startsWith("<?", position)) {
      position = behind("?>");
      return true;
    }
    if (text.startsWith("<!--", position)) {
      position = behind("-->");
      return true;
    }
    if (text.startsWith("<![CDATA[", position)) {
      position = behind("]]>");
      return true;
    }
    if (text.startsWith("<!", position)) {
      throw new MalformedXmlException(position);
    }
    return false;
  }

  private int behind(String word) throws MalformedXmlException {
    int at = text.indexOf(word, position);
    if (at < 0) {
      throw new MalformedXmlException(position);
    }
    return at + word.length();
  }

  private int behind(char mark) throws MalformedXmlException {
    position = behind(String.valueOf(mark));
    return position;
  }

  private XmlNode startTag(XmlNode parent) throws MalformedXmlException {
    int start = position++;
    int nameStart = position;
    while (position < text.length() && " \t\r\n/>".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    XmlNode node = new XmlNode(text.substring(nameStart, position), parent, start);
    while (true) {
      char c = skipBlanks();
      if (c == '>') {
        position++;
        node.contentStart = position;
        return node;
      }
      if (c == '/') {
        position = behind(">");
        node.contentStart = position;
        node.contentEnd = position;
        node.end = position;
        return node;
      }
      attribute(node);
    }
  }

  private void attribute(XmlNode node) throws MalformedXmlException {
    int start = position;
    int equals = text.indexOf('=', start);
    if (equals < 0) {
      throw new MalformedXmlException(start);
    }
    position = equals + 1;
    char quote = skipBlanks();
    if (quote != '"' && quote != '\'') {
      throw new MalformedXmlException(position);
    }
    int end = text.indexOf(quote, position + 1);
    if (end < 0) {
      throw new MalformedXmlException(position);
    }
    node.attributes.put(
        text.substring(start, equals).strip(), unescaped(text.substring(position + 1, end)));
    position = end + 1;
  }

  private char skipBlanks() throws MalformedXmlException {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    if (position >= text.length()) {
      throw new MalformedXmlException(position);
    }
    return text.charAt(position);
  }

  /**
   * Walks over an element and all inside, outside first.
   *
   * @param node where to begin
   * @param visitor is called for each element
   */
  static void walk(XmlNode node, Consumer<XmlNode> visitor) {
    visitor.accept(node);
    node.children.forEach(child -> walk(child, visitor));
  }

  /** A text without references. */
  static String unescaped(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int length = unit(raw, i);
      plain.append(character(raw.substring(i, i + length)));
      i += length;
    }
    return plain.toString();
  }

  /** How long the character or reference at a place is. */
  static int unit(String raw, int at) {
    if (raw.charAt(at) != '&') {
      return 1;
    }
    int end = raw.indexOf(';', at);
    return end > at && end - at <= 10 ? end - at + 1 : 1;
  }

  /** What a character or reference stands for. */
  static String character(String unit) {
    if (unit.length() < 3) {
      return unit;
    }
    String name = unit.substring(1, unit.length() - 1);
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> numbered(name, unit);
    };
  }

  private static String numbered(String name, String unit) {
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    String digits = name.substring(hexadecimal ? 2 : Math.min(1, name.length()));
    if (!name.startsWith("#") || !digits.matches(hexadecimal ? "[0-9a-fA-F]{1,6}" : "\\d{1,7}")) {
      return unit;
    }
    int code = Integer.parseInt(digits, hexadecimal ? 16 : 10);
    return Character.isValidCodePoint(code) ? Character.toString(code) : unit;
  }

  /**
   * A text as content or attribute value; characters that XML cannot hold are left out.
   *
   * @param plain the text
   */
  static String escaped(String plain) {
    StringBuilder out = new StringBuilder(plain.length() + 16);
    plain
        .codePoints()
        .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
