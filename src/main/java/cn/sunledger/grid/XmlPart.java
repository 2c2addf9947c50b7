package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
  private static final int START_SIZE = 1 << 16;

  /** The largest text of a cell in UTF-8, with room for references. */
  private static final int MOST = 8 * Bounds.CELL_CHARACTERS;

  private static final int DEPTH = 1_000;

  /** The tag, or the text, goes on behind what is in the buffer. */
  private static final int MORE = -1;

  /** Bytes that end a run of plain text: markup, references, carriage returns, forbidden ones. */
  private static final boolean[] SPECIAL = new boolean[256];

  static {
    Arrays.fill(SPECIAL, 0, 0x20, true);
    SPECIAL['\t'] = false;
    SPECIAL['\n'] = false;
    SPECIAL['<'] = true;
    SPECIAL['&'] = true;
  }

  private final InputStream in;
  private byte[] buffer = new byte[START_SIZE];
  private int position;
  private int limit;

  private final XmlNames open = new XmlNames(DEPTH);
  private final XmlAttributes attributes = new XmlAttributes();
  private boolean start;
  private boolean emptyElement;
  private boolean rootSeen;
  private int nameFrom;
  private int nameTo;
  private int textFrom;
  private int textTo;

  XmlPart(InputStream part) throws IOException {
    try {
      in = XmlEncoding.utf8(part);
    } catch (IOException e) {
      part.close();
      throw e;
    }
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
      int i = position;
      while (i < limit && !SPECIAL[buffer[i] & 0xFF]) {
        i++;
      }
      position = i;
      if (i == limit) {
        if (!more()) {
          return false;
        }
      } else if (buffer[i] == '<') {
        return true;
      } else if (buffer[i] == '\r') {
        position++;
      } else {
        // text between elements says nothing, but must be text
        text(new StringBuilder(), false);
      }
    }
  }

  /** Reads the markup at hand; true for the start or the end of an element. */
  private boolean markup() throws IOException {
    while (true) {
      if (position + 1 < limit) {
        byte kind = buffer[position + 1];
        if (kind == '!' || kind == '?') {
          aside();
          return false;
        }
        int end = kind == '/' ? endTag(position) : startTag(position);
        if (end != MORE) {
          position = end;
          return true;
        }
      }
      if (!more()) {
        throw XmlText.malformed();
      }
    }
  }

  /** Reads more into the buffer, keeping what starts at the position; false at the end. */
  private boolean more() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    } else if (limit == buffer.length) {
      if (buffer.length >= MOST) {
        throw tooLong();
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, read);
    return read > 0;
  }

  private static WorkbookFault tooLong() {
    return WorkbookFault.excessive("一个单元格的文字超过 " + Bounds.CELL_CHARACTERS + " 个字符");
  }

  private int startTag(int at) throws WorkbookFault {
    int i = nameEnd(at + 1);
    if (i == MORE) {
      return MORE;
    }
    int end = attributes.read(buffer, i, limit);
    if (end < 0) {
      return MORE;
    }
    if (open.isEmpty() && rootSeen || i == at + 1) {
      throw XmlText.malformed();
    }
    rootSeen = true;
    emptyElement = buffer[end - 2] == '/';
    if (!emptyElement && !open.push(buffer, at + 1, i)) {
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
    while (end < limit && XmlAttributes.blank(buffer[end])) {
      end++;
    }
    if (end == limit) {
      return MORE;
    }
    if (buffer[end] != '>' || !open.pop(buffer, at + 2, i)) {
      throw XmlText.malformed();
    }
    name(at + 2, i);
    start = false;
    return end + 1;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < limit) {
      byte b = buffer[i];
      if (b == '>' || b == '/' || b <= ' ' && b >= 0) {
        return i;
      }
      i++;
    }
    return MORE;
  }

  private void name(int from, int to) {
    nameFrom = from;
    nameTo = to;
    for (int i = from; i < to; i++) {
      if (buffer[i] == ':') {
        nameFrom = i + 1;
      }
    }
  }

  /** Passes over a comment, an instruction or a CDATA section; a document type ends the reading. */
  private void aside() throws IOException {
    if (at("<?")) {
      skipPast("?>");
    } else if (at("<!--")) {
      skipPast("-->");
    } else if (at("<![CDATA[")) {
      skipPast("]]>");
    } else if (at("<!DOCTYPE")) {
      throw WorkbookFault.damaged("XML 中含有不允许的 DOCTYPE 声明", null);
    } else {
      throw XmlText.malformed();
    }
  }

  private boolean at(String word) throws IOException {
    while (limit - position < word.length()) {
      if (!more()) {
        return false;
      }
    }
    for (int i = 0; i < word.length(); i++) {
      if (buffer[position + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipPast(String end) throws IOException {
    while (!at(end)) {
      if (limit - position < end.length()) {
        throw XmlText.malformed();
      }
      position++;
    }
    position += end.length();
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
      if (buffer[nameFrom + i] != name.charAt(i)) {
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
  boolean flag(String name) throws WorkbookFault {
    String value = attributes.text(name);
    return "1".equals(value) || "true".equals(value) || "on".equals(value);
  }

  /** A whole number in an attribute, or another where it is missing or none. */
  int number(String name, int otherwise) {
    return attributes.number(name, otherwise);
  }

  /** The text up to the end of the element that starts here, the texts of its children left out. */
  String text() throws IOException {
    if (plainText()) {
      String plain = XmlText.plain(buffer, textFrom, textTo);
      if (plain.length() > Bounds.CELL_CHARACTERS) {
        throw tooLong();
      }
      return plain;
    }
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      text(text, depth == 1);
      if (!at("<![CDATA[")) {
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
   * then stand between {@link #textFrom} and {@link #textTo} in {@link #bytes} until the part is
   * read on. Otherwise false, and nothing is read.
   */
  boolean plainText() throws IOException {
    if (emptyElement) {
      emptyElement = false;
      start = false;
      textFrom = position;
      textTo = position;
      return true;
    }
    int i = position;
    while (true) {
      while (i < limit && !SPECIAL[buffer[i] & 0xFF]) {
        i++;
      }
      int end = MORE;
      if (i + 1 < limit) {
        if (buffer[i] != '<' || buffer[i + 1] != '/') {
          return false;
        }
        end = endTag(i);
      }
      if (end != MORE) {
        textFrom = position;
        textTo = i;
        position = end;
        return true;
      }
      i -= position;
      if (!more()) {
        throw XmlText.malformed();
      }
    }
  }

  byte[] bytes() {
    return buffer;
  }

  int textFrom() {
    return textFrom;
  }

  int textTo() {
    return textTo;
  }

  /** Reads the characters up to the next markup. */
  private void text(StringBuilder text, boolean wanted) throws IOException {
    int i = position;
    while (true) {
      while (i < limit && buffer[i] != '<') {
        byte b = buffer[i];
        if (b >= 0 && b < ' ' && !XmlAttributes.blank(b)) {
          throw XmlText.malformed();
        }
        i++;
      }
      if (i < limit) {
        break;
      }
      i -= position;
      if (!more()) {
        break;
      }
    }
    StringBuilder target = wanted ? text : new StringBuilder();
    XmlText.decode(buffer, position, Math.min(i, limit), false, target);
    position = Math.min(i, limit);
    if (target.length() > Bounds.CELL_CHARACTERS) {
      throw tooLong();
    }
  }

  private void cdata(StringBuilder text, boolean wanted) throws IOException {
    position += "<![CDATA[".length();
    int i = position;
    while (true) {
      while (i + 2 < limit) {
        if (buffer[i] == ']' && buffer[i + 1] == ']' && buffer[i + 2] == '>') {
          if (wanted) {
            text.append(XmlText.plain(buffer, position, i).replace("\r\n", "\n"));
          }
          position = i + 3;
          return;
        }
        i++;
      }
      i -= position;
      if (!more()) {
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

  @Override
  public void close() throws IOException {
    in.close();
  }
}
