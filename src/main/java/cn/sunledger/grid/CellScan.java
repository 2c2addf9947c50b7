package cn.sunledger.grid;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a cell of one of the usual shapes in one go over the bytes; any other shape is left to the
 * parser, which gives the same cell for all of them.
 */
final class CellScan {
  /** What stood at the position. */
  enum Found {
    /** Something else, which was not touched. */
    OTHER,
    /** A cell without a value. */
    BLANK,
    /** A cell with a value. */
    FILLED
  }

  /** No usual tag of a cell is longer; so much is always in the buffer before a cell is read. */
  private static final int AHEAD = 256;

  private static final byte[] VALUE = ascii("<v>");
  private static final byte[] VALUE_END = ascii("</v></c>");
  private static final byte[] INLINE = ascii("<is><t>");
  private static final byte[] INLINE_KEPT = ascii("<is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_END = ascii("</t></is></c>");
  private static final byte[] INLINE_TYPE = ascii("inlineStr\"");
  private static final byte[] STRING_TYPE = ascii("str\"");
  private static final byte[] END = ascii("</c>");

  private final XmlWindow window;
  private final RawCell cell;
  private byte[] bytes;
  private int at;
  private int row;
  private int column;
  private boolean inline;

  CellScan(XmlWindow window, RawCell cell) {
    this.window = window;
    this.cell = cell;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** Reads the cell at the position into the raw cell, if its shape is usual. */
  Found scan() throws IOException {
    while (window.limit - window.position < AHEAD) {
      if (!window.more()) {
        return Found.OTHER;
      }
    }
    bytes = window.buffer;
    at = window.position;
    if (bytes[at] != '<' || bytes[at + 1] != 'c') {
      return Found.OTHER;
    }
    at += 2;
    row = -1;
    inline = false;
    cell.clear();
    cell.style = 0;
    cell.type = RawCell.Type.NUMBER;
    if (!attributes() || row < 0) {
      return Found.OTHER;
    }
    return bytes[at] == '/' && bytes[at + 1] == '>' ? found(at + 2, Found.BLANK) : content();
  }

  private Found found(int end, Found found) {
    cell.row = row;
    cell.column = column;
    window.position = end;
    return found;
  }

  private boolean attributes() {
    int far = window.position + AHEAD / 2;
    while (bytes[at] == ' ') {
      byte name = bytes[at + 1];
      if (bytes[at + 2] != '=' || bytes[at + 3] != '"' || at > far) {
        return false;
      }
      at += 4;
      boolean usual =
          switch (name) {
            case 'r' -> address();
            case 's' -> style();
            case 't' -> type();
            default -> false;
          };
      if (!usual || bytes[at] != '"') {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean address() {
    byte[] source = bytes;
    int i = at;
    int start = i;
    int letters = 0;
    for (int letter = source[i] - 'A'; letter >= 0 && letter < 26 && i - start < 3; ) {
      letters = letters * 26 + letter + 1;
      letter = source[++i] - 'A';
    }
    int digits = i;
    int number = 0;
    for (int digit = source[i] - '0'; digit >= 0 && digit < 10 && i - digits < 7; ) {
      number = number * 10 + digit;
      digit = source[++i] - '0';
    }
    at = i;
    row = number - 1;
    column = letters - 1;
    return letters > 0 && letters <= Bounds.COLUMNS && number > 0 && number <= Bounds.ROWS;
  }

  private boolean style() {
    cell.style = number(6);
    return cell.style >= 0;
  }

  /** A number of so many digits at most; -1 where none stands here. */
  private int number(int digits) {
    int start = at;
    int number = 0;
    while (bytes[at] >= '0' && bytes[at] <= '9' && at - start < digits) {
      number = number * 10 + bytes[at++] - '0';
    }
    return at == start ? -1 : number;
  }

  private boolean type() {
    if (bytes[at + 1] == '"') {
      cell.type = bytes[at] == 's' ? RawCell.Type.SHARED_TEXT : RawCell.Type.NUMBER;
      return bytes[at] == 's' && at++ > 0 || bytes[at] == 'n' && at++ > 0;
    }
    inline = here(INLINE_TYPE, at);
    if (inline || here(STRING_TYPE, at)) {
      cell.type = RawCell.Type.TEXT;
      at += (inline ? INLINE_TYPE.length : STRING_TYPE.length) - 1;
      return true;
    }
    return false;
  }

  private Found content() {
    if (bytes[at] != '>') {
      return Found.OTHER;
    }
    at++;
    if (here(END, at)) {
      return found(at + END.length, Found.BLANK);
    }
    if (!inline) {
      return here(VALUE, at) ? value(at + VALUE.length, VALUE_END) : Found.OTHER;
    }
    if (here(INLINE, at)) {
      return value(at + INLINE.length, INLINE_END);
    }
    return here(INLINE_KEPT, at) ? value(at + INLINE_KEPT.length, INLINE_END) : Found.OTHER;
  }

  private Found value(int from, byte[] end) {
    byte[] source = bytes;
    boolean[] special = XmlPart.SPECIAL;
    int limit = window.limit;
    int i = from;
    while (i < limit && !special[source[i] & 0xFF]) {
      i++;
    }
    if (limit - i < end.length || !here(end, i)) {
      return Found.OTHER;
    }
    cell.view(source, from, i);
    return found(i + end.length, Found.FILLED);
  }

  private boolean here(byte[] word, int from) {
    int to = from + word.length;
    return Arrays.equals(bytes, from, to, word, 0, word.length);
  }
}
