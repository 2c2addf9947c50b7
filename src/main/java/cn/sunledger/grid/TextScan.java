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

  private static final byte[] START = ascii("<si><t>");
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
    int from = at + START.length;
    if (!here(START, at)) {
      from = at + KEPT.length;
      if (!here(KEPT, at)) {
        return null;
      }
    }
    byte[] bytes = window.buffer;
    int to = from;
    while (to < window.limit && !XmlPart.SPECIAL[bytes[to] & 0xFF]) {
      to++;
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
    String text = RichText.unescape(XmlText.plain(bytes, from, to));
    window.position = end + CLOSE.length;
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
