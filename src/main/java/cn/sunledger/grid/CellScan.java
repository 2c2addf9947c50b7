package cn.sunledger.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  static final int AHEAD = 256;

  private static final Mark START = Mark.of("<c");
  private static final Mark ADDRESSED = Mark.of("<c r=\"");
  private static final Mark STYLED = Mark.of("\" s=\"");
  private static final Mark SHARED_TEXT = Mark.of("\" t=\"s\">");
  private static final Mark VALUED = Mark.of("\"><v>");
  private static final Mark BLANK = Mark.of("\"/>");
  private static final Mark VALUE = Mark.of("<v>");
  private static final Mark VALUE_END = Mark.of("</v></c>");
  private static final Mark INLINE = Mark.of("<is><t>");
  private static final Mark STRING_TYPE = Mark.of("str\"");
  private static final Mark END = Mark.of("</c>");
  private static final byte[] INLINE_KEPT = ascii("<is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_END = ascii("</t></is></c>");
  private static final byte[] INLINE_TYPE = ascii("inlineStr\"");

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
    return text.getBytes(StandardCharsets.US_ASCII);
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
    if (!START.at(bytes, at)) {
      return Found.OTHER;
    }
    row = -1;
    inline = false;
    cell.clear();
    cell.style = 0;
    cell.type = RawCell.Type.NUMBER;
    if (ADDRESSED.at(bytes, at)) {
      at += ADDRESSED.length();
      if (!address()) {
        return Found.OTHER;
      }
      if (STYLED.at(bytes, at)) {
        at += STYLED.length();
        if (!style()) {
          return Found.OTHER;
        }
      }
      if (VALUED.at(bytes, at)) {
        return number(at + VALUED.length());
      }
      if (SHARED_TEXT.at(bytes, at)) {
        at += SHARED_TEXT.length() - 1;
        cell.type = RawCell.Type.SHARED_TEXT;
        return content();
      }
      if (BLANK.at(bytes, at)) {
        return found(at + BLANK.length(), Found.BLANK);
      }
      if (bytes[at++] != '"') {
        return Found.OTHER;
      }
    } else {
      at += START.length();
    }
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
    byte[] source = bytes;
    int i = at;
    int most = i + 6;
    int number = 0;
    for (int digit = source[i] - '0'; digit >= 0 && digit < 10 && i < most; ) {
      number = number * 10 + digit;
      digit = source[++i] - '0';
    }
    boolean given = i > at;
    at = i;
    cell.style = number;
    return given;
  }

  private boolean type() {
    if (bytes[at + 1] == '"') {
      cell.type = bytes[at] == 's' ? RawCell.Type.SHARED_TEXT : RawCell.Type.NUMBER;
      return bytes[at] == 's' && at++ > 0 || bytes[at] == 'n' && at++ > 0;
    }
    inline = here(INLINE_TYPE, at);
    if (inline || STRING_TYPE.at(bytes, at)) {
      cell.type = RawCell.Type.TEXT;
      at += (inline ? INLINE_TYPE.length : STRING_TYPE.length()) - 1;
      return true;
    }
    return false;
  }

  private Found content() {
    if (bytes[at] != '>') {
      return Found.OTHER;
    }
    at++;
    if (END.at(bytes, at)) {
      return found(at + END.length(), Found.BLANK);
    }
    if (!inline) {
      if (!VALUE.at(bytes, at)) {
        return Found.OTHER;
      }
      int from = at + VALUE.length();
      return cell.type == RawCell.Type.TEXT ? text(from) : number(from);
    }
    if (INLINE.at(bytes, at)) {
      return inline(at + INLINE.length());
    }
    return here(INLINE_KEPT, at) ? inline(at + INLINE_KEPT.length) : Found.OTHER;
  }

  /** A value of no more than Excel's digits, read while passing over them; else any text. */
  private Found number(int from) {
    int end = cell.count(bytes, from, window.limit);
    if (end < 0 || window.limit - end < VALUE_END.length() || !VALUE_END.at(bytes, end)) {
      return text(from);
    }
    cell.number(bytes, from, end);
    return found(end + VALUE_END.length(), Found.FILLED);
  }

  private Found text(int from) {
    int end = special(from);
    if (window.limit - end < VALUE_END.length() || !VALUE_END.at(bytes, end)) {
      return Found.OTHER;
    }
    cell.view(bytes, from, end);
    return found(end + VALUE_END.length(), Found.FILLED);
  }

  private Found inline(int from) {
    int end = special(from);
    if (window.limit - end < INLINE_END.length || !here(INLINE_END, end)) {
      return Found.OTHER;
    }
    cell.view(bytes, from, end);
    return found(end + INLINE_END.length, Found.FILLED);
  }

  /** The place of the next byte that is no plain text. */
  private int special(int from) {
    byte[] source = bytes;
    boolean[] special = XmlPart.SPECIAL;
    int limit = window.limit;
    int i = from;
    while (i < limit && !special[source[i] & 0xFF]) {
      i++;
    }
    return i;
  }

  private boolean here(byte[] word, int from) {
    return Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
  }
}
