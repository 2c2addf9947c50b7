package cn.sunledger.grid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The characters behind the bytes of XML text: references resolved, line ends made one. */
final class XmlText {
  private XmlText() {}

  /** Decodes bytes that hold neither references nor carriage returns. */
  static String plain(byte[] bytes, int from, int to) throws WorkbookFault {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return utf8(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String utf8(byte[] bytes, int from, int to) throws WorkbookFault {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        // bytes of another encoding must not turn into replacement characters unnoticed
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      } catch (CharacterCodingException e) {
        throw WorkbookFault.damaged("XML 的文字编码有误", e);
      }
    }
    return text;
  }

  /**
   * Decodes text with references.
   *
   * @param attribute whether it is an attribute's value, where blanks of all kinds become spaces
   */
  static void decode(byte[] bytes, int from, int to, boolean attribute, StringBuilder text)
      throws WorkbookFault {
    int start = from;
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      boolean line = b == '\r' || attribute && (b == '\n' || b == '\t');
      if (b != '&' && !line) {
        i++;
        continue;
      }
      text.append(plain(bytes, start, i));
      if (b == '&') {
        int end = i + 1;
        while (end < to && bytes[end] != ';') {
          end++;
        }
        if (end == to) {
          throw malformed();
        }
        text.appendCodePoint(
            reference(new String(bytes, i + 1, end - i - 1, StandardCharsets.US_ASCII)));
        i = end + 1;
      } else {
        text.append(attribute ? ' ' : '\n');
        i += b == '\r' && i + 1 < to && bytes[i + 1] == '\n' ? 2 : 1;
      }
      start = i;
    }
    text.append(plain(bytes, start, to));
  }

  /** The character of a reference; only the five that need no declaration have names. */
  private static int reference(String name) throws WorkbookFault {
    switch (name) {
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "amp":
        return '&';
      case "quot":
        return '"';
      case "apos":
        return '\'';
      default:
        break;
    }
    boolean hex = name.startsWith("#x");
    String digits = name.substring(Math.min(name.length(), hex ? 2 : 1));
    if (!name.startsWith("#") || !digits.matches(hex ? "[0-9A-Fa-f]{1,8}" : "[0-9]{1,8}")) {
      throw malformed();
    }
    long code = Long.parseLong(digits, hex ? 16 : 10);
    boolean allowed =
        code == '\t'
            || code == '\n'
            || code == '\r'
            || code >= 0x20 && code < 0xD800
            || code >= 0xE000 && code < 0xFFFE
            || code >= 0x10000 && code <= 0x10FFFF;
    if (!allowed) {
      throw malformed();
    }
    return (int) code;
  }

  static WorkbookFault malformed() {
    return WorkbookFault.damaged("XML 格式有误", null);
  }
}
