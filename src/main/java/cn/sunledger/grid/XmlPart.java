package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * One XML part of a package, element by element, read straight from its bytes.
 *
 * <p>It knows as much of XML as workbooks use: elements, attributes, text, CDATA, comments, the
 * five named references and numbered ones. A document type is refused, since no workbook needs one
 * and every attack by entities does; so no entity is ever declared, and none is ever resolved.
 * Names are local ones: transitional and strict workbooks read alike.
 */
final class XmlPart implements Closeable {
  private static final int DEPTH = 1_000;

  /** The tag, or the text, goes on behind what is in the window.buffer. */
  private static final int MORE = -1;

  /** Bytes that end a run of plain text: markup, references, carriage returns, forbidden ones. */
  static final boolean[] SPECIAL = new boolean[256];

  static {
    Arrays.fill(SPECIAL, 0, 0x20, true);
    SPECIAL['\t'] = false;
    SPECIAL['\n'] = false;
    SPECIAL['<'] = true;
    SPECIAL['&'] = true;
  }

  private final XmlWindow window;
  private final XmlNames open = new XmlNames(DEPTH);
  private final XmlAttributes attributes = new XmlAttributes();
  private boolean start;
  private boolean emptyElement;
  private boolean rootSeen;
  private boolean prefixed;
  private int nameFrom;
  private int nameTo;
  private int textFrom;
  private int textTo;

  XmlPart(XmlWindow window) {
    this.window = window;
  }

  /** Goes to the next start or end of an element; false at the end of the part. */
  boolean next() throws IOException {
    if (emptyElement) {
      emptyElement = false;
      start = false;
      return true;
    }
    while (true) {
      if (!toMarkup()) {
        if (!open.isEmpty() || !rootSeen) {
          throw XmlText.malformed();
        }
        return false;
      }
      if (markup()) {
        return true;
      }
    }
  }

  /** Goes to the next {@code <}; false at the end of the part. */
  private boolean toMarkup() throws IOException {
    while (true) {
      byte[] bytes = window.buffer;
      int limit = window.limit;
      int i = window.position;
      while (i < limit && !SPECIAL[bytes[i] & 0xFF]) {
        i++;
      }
      window.position = i;
      if (i == limit) {
        if (!window.more()) {
          return false;
        }
      } else if (window.buffer[i] == '<') {
        return true;
      } else if (window.buffer[i] == '\r') {
        window.position++;
      } else {
        // text between elements says nothing, but must be text
        text(new StringBuilder(), false);
      }
    }
  }

  /** Reads the markup at hand; true for the start or the end of an element. */
  private boolean markup() throws IOException {
    while (true) {
      if (window.position + 1 < window.limit) {
        byte kind = window.buffer[window.position + 1];
        if (kind == '!' || kind == '?') {
          aside();
          return false;
        }
        int end = kind == '/' ? endTag(window.position) : startTag(window.position);
        if (end != MORE) {
          window.position = end;
          return true;
        }
      }
      if (!window.more()) {
        throw XmlText.malformed();
      }
    }
  }

  private int startTag(int at) throws WorkbookFault {
    int i = nameEnd(at + 1);
    if (i == MORE) {
      return MORE;
    }
    int end = attributes.read(window.buffer, i, window.limit);
    if (end < 0) {
      return MORE;
    }
    if (open.isEmpty() && rootSeen || i == at + 1) {
      throw XmlText.malformed();
    }
    rootSeen = true;
    emptyElement = window.buffer[end - 2] == '/';
    if (!emptyElement && !open.push(window.buffer, at + 1, i)) {
      throw WorkbookFault.excessive("XML 嵌套过深");
    }
    name(at + 1, i);
    start = true;
    return end;
  }

  private int endTag(int at) throws WorkbookFault {
    int i = nameEnd(at + 2);
    if (i == MORE) {
      return MORE;
    }
    int end = i;
    while (end < window.limit && XmlAttributes.blank(window.buffer[end])) {
      end++;
    }
    if (end == window.limit) {
      return MORE;
    }
    if (window.buffer[end] != '>' || !open.pop(window.buffer, at + 2, i)) {
      throw XmlText.malformed();
    }
    name(at + 2, i);
    start = false;
    return end + 1;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < window.limit) {
      byte b = window.buffer[i];
      if (b == '>' || b == '/' || b <= ' ' && b >= 0) {
        return i;
      }
      i++;
    }
    return MORE;
  }

  /** Whether the name of the element at hand stands without a prefix. */
  boolean unprefixed() {
    return !prefixed;
  }

  private void name(int from, int to) {
    nameFrom = from;
    nameTo = to;
    for (int i = from; i < to; i++) {
      if (window.buffer[i] == ':') {
        nameFrom = i + 1;
      }
    }
    prefixed = nameFrom > from;
  }

  /** Passes over a comment, an instruction or a CDATA section; a document type ends the reading. */
  private void aside() throws IOException {
    if (window.at("<?")) {
      window.skipPast("?>");
    } else if (window.at("<!--")) {
      window.skipPast("-->");
    } else if (window.at("<![CDATA[")) {
      window.skipPast("]]>");
    } else if (window.at("<!DOCTYPE")) {
      throw WorkbookFault.damaged("XML 中含有不允许的 DOCTYPE 声明", null);
    } else {
      throw XmlText.malformed();
    }
  }

  boolean start() {
    return start;
  }

  /** Whether an element of this name starts here. */
  boolean starts(String name) {
    return start && named(name);
  }

  /** Whether an element of this name ends here. */
  boolean ends(String name) {
    return !start && named(name);
  }

  private boolean named(String name) {
    int length = nameTo - nameFrom;
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (window.buffer[nameFrom + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The attributes of the element that starts here, until the part is read on. */
  XmlAttributes attributes() {
    return attributes;
  }

  /** An attribute of the element that starts here, by its local name; null where it is missing. */
  String attribute(String name) throws WorkbookFault {
    return attributes.text(name);
  }

  /** Whether an attribute says yes. */
  boolean flag(String name) {
    return attributes.flag(name);
  }

  /** A whole number in an attribute, or another where it is missing or none. */
  int number(String name, int otherwise) {
    return attributes.number(name, otherwise);
  }

  /** The text up to the end of the element that starts here, the texts of its children left out. */
  String text() throws IOException {
    if (plainText()) {
      String plain = XmlText.plain(window.buffer, textFrom, textTo);
      if (plain.length() > Bounds.CELL_CHARACTERS) {
        throw WorkbookFault.longText();
      }
      return plain;
    }
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      text(text, depth == 1);
      if (!window.at("<![CDATA[")) {
        if (markup()) {
          depth += start ? 1 : -1;
          depth -= emptyElement ? 1 : 0;
          emptyElement = false;
        }
      } else {
        cdata(text, depth == 1);
      }
    }
    return text.toString();
  }

  /**
   * Reads the element that starts here to its end where it holds nothing but plain characters; they
   * then stand between {@link #textFrom} and {@link #textTo} in the window until the part is read
   * on. Otherwise false, and nothing is read.
   */
  boolean plainText() throws IOException {
    if (emptyElement) {
      emptyElement = false;
      start = false;
      textFrom = window.position;
      textTo = window.position;
      return true;
    }
    int i = window.position;
    while (true) {
      while (i < window.limit && !SPECIAL[window.buffer[i] & 0xFF]) {
        i++;
      }
      int end = MORE;
      if (i + 1 < window.limit) {
        if (window.buffer[i] != '<' || window.buffer[i + 1] != '/') {
          return false;
        }
        end = endTag(i);
      }
      if (end != MORE) {
        textFrom = window.position;
        textTo = i;
        window.position = end;
        return true;
      }
      i -= window.position;
      if (!window.more()) {
        throw XmlText.malformed();
      }
    }
  }

  /** The bytes at hand; who reads on them must leave them at the end of an element. */
  XmlWindow window() {
    return window;
  }

  /** Whether the element that starts here ends at once. */
  boolean empty() {
    return emptyElement;
  }

  int textFrom() {
    return textFrom;
  }

  int textTo() {
    return textTo;
  }

  /** Reads the characters up to the next markup. */
  private void text(StringBuilder text, boolean wanted) throws IOException {
    int i = window.position;
    while (true) {
      while (i < window.limit && window.buffer[i] != '<') {
        byte b = window.buffer[i];
        if (b >= 0 && b < ' ' && !XmlAttributes.blank(b)) {
          throw XmlText.malformed();
        }
        i++;
      }
      if (i < window.limit) {
        break;
      }
      i -= window.position;
      if (!window.more()) {
        break;
      }
    }
    StringBuilder target = wanted ? text : new StringBuilder();
    XmlText.decode(window.buffer, window.position, Math.min(i, window.limit), false, target);
    window.position = Math.min(i, window.limit);
    if (target.length() > Bounds.CELL_CHARACTERS) {
      throw WorkbookFault.longText();
    }
  }

  private void cdata(StringBuilder text, boolean wanted) throws IOException {
    window.position += "<![CDATA[".length();
    int i = window.position;
    while (true) {
      while (i + 2 < window.limit) {
        if (window.buffer[i] == ']' && window.buffer[i + 1] == ']' && window.buffer[i + 2] == '>') {
          if (wanted) {
            text.append(XmlText.plain(window.buffer, window.position, i).replace("\r\n", "\n"));
          }
          window.position = i + 3;
          return;
        }
        i++;
      }
      i -= window.position;
      if (!window.more()) {
        throw XmlText.malformed();
      }
    }
  }

  /** Goes to the end of the element that starts here. */
  void skip() throws IOException {
    for (int depth = 1; depth > 0; ) {
      if (!next()) {
        throw XmlText.malformed();
      }
      depth += start ? 1 : -1;
    }
  }

  /** Passes over all that is left, which is unpacked and checked against its sum but not read. */
  void drain() throws IOException {
    do {
      window.position = window.limit;
    } while (window.more());
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
