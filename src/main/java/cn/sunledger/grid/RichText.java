package cn.sunledger.grid;

import java.io.IOException;

/** Texts of cells: runs joined, phonetic guides left out, escapes undone. */
final class RichText {
  private RichText() {}

  /** The text of a {@code si} or {@code is} element that starts here. */
  static String read(XmlPart xml, String element) throws IOException {
    String first = "";
    StringBuilder joined = null;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        String text = xml.text();
        if (joined != null) {
          joined.append(text);
        } else if (first.isEmpty()) {
          first = text;
        } else {
          joined = new StringBuilder(first).append(text);
        }
        if (joined != null && joined.length() > Bounds.CELL_CHARACTERS) {
          throw WorkbookFault.longText();
        }
      }
    }
    return unescape(joined == null ? first : joined.toString());
  }

  /** Undoes {@code _x000D_}, the form of characters that XML does not allow. */
  static String unescape(String text) {
    int at = text.indexOf('_') < 0 ? -1 : text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int code = escape(text, at);
      if (code < 0) {
        at = text.indexOf("_x", at + 1);
      } else {
        plain.append(text, from, at).append((char) code);
        from = at + 7;
        at = text.indexOf("_x", from);
      }
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int escape(String text, int at) {
    if (at + 6 >= text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
