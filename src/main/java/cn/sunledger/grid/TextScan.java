package cn.sunledger.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a shared text of one of the usual shapes in one go over the bytes; any other shape is left
 * to the parser.
 */
final class TextScan {
  /** So much is in the buffer before a text is read; most texts are shorter. */
  private static final int AHEAD = 512;

  private static final Mark START = Mark.of("<si><t>");
  private static final Mark USUAL_END = Mark.of("</t></si");
  private static final byte[] KEPT = ascii("<si><t xml:space=\"preserve\">");
  private static final byte[] END = ascii("</t>");
  private static final byte[] PHONETIC = ascii("<phoneticPr ");
  private static final byte[] CLOSE = ascii("</si>");

  private final XmlWindow window;

  TextScan(XmlWindow window) {
    this.window = window;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The text at the position; null where something else stands there, which is not touched. */
  String scan() throws IOException {
    while (window.limit - window.position < AHEAD) {
      if (!window.more()) {
        break;
      }
    }
    int at = window.position;
    byte[] bytes = window.buffer;
    int limit = window.limit;
    int from = at + START.length();
    if (limit < from || !START.at(bytes, at)) {
      from = at + KEPT.length;
      if (!here(KEPT, at)) {
        return null;
      }
    }
    int to = from;
    while (to < limit && !XmlPart.SPECIAL[bytes[to] & 0xFF]) {
      to++;
    }
    int close = to + USUAL_END.length();
    if (close < limit && USUAL_END.at(bytes, to) && bytes[close] == '>') {
      return text(from, to, close + 1);
    }
    if (!here(END, to)) {
      return null;
    }
    int end = to + END.length;
    if (here(PHONETIC, end)) {
      while (end < window.limit && bytes[end] != '>') {
        end++;
      }
      if (bytes[end - 1] != '/') {
        return null;
      }
      end++;
    }
    if (!here(CLOSE, end)) {
      return null;
    }
    return text(from, to, end + CLOSE.length);
  }

  private String text(int from, int to, int end) throws WorkbookFault {
    String text = RichText.unescape(XmlText.plain(window.buffer, from, to));
    window.position = end;
    return text;
  }

  private boolean here(byte[] word, int from) {
    if (window.limit - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (window.buffer[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
