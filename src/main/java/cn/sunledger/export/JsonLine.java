package cn.sunledger.export;

import java.util.Arrays;

/**
 * Builds one line of JSON in UTF-8, byte for byte as the library's generator with {@link Json}'s
 * settings does: of the millions of fields that tell of converted sheets, most are the same few
 * words, and a generator takes ten times as long for them. Half a character becomes a question
 * mark.
 */
final class JsonLine {
  private static final int FIRST_SIZE = 1 << 12;
  private static final int LONGEST = 6;
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private byte[] bytes = new byte[FIRST_SIZE];
  private int count;
  private boolean behind;

  /** Begins an object, or with {@code [} an array. */
  JsonLine begin(char bracket) {
    separate();
    put(bracket);
    behind = false;
    return this;
  }

  /** Ends an object, or with {@code ]} an array. */
  JsonLine end(char bracket) {
    put(bracket);
    behind = true;
    return this;
  }

  /** Names a field, whose value follows. */
  JsonLine field(String name) {
    separate();
    put('"');
    ascii(name);
    put('"');
    put(':');
    behind = false;
    return this;
  }

  /** A value that is a text. */
  JsonLine text(String text) {
    separate();
    put('"');
    characters(text);
    put('"');
    behind = true;
    return this;
  }

  /** A value that is a number. */
  JsonLine number(long number) {
    separate();
    ascii(Long.toString(number));
    behind = true;
    return this;
  }

  /** A value that is true or false. */
  JsonLine flag(boolean flag) {
    separate();
    ascii(flag ? "true" : "false");
    behind = true;
    return this;
  }

  /** Characters of ASCII that are JSON as they are, or part of it. */
  JsonLine raw(String text) {
    ascii(text);
    return this;
  }

  /** What follows is not separated from what is there. */
  void fresh() {
    behind = false;
  }

  /** All of it so far. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, count);
  }

  private void separate() {
    if (behind) {
      put(',');
    }
  }

  private void ascii(String text) {
    int length = text.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[count++] = (byte) text.charAt(i);
    }
  }

  private void put(char c) {
    reserve(1);
    bytes[count++] = (byte) c;
  }

  private void characters(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      reserve(LONGEST);
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        bytes[count++] = (byte) (0xC0 | c >> 6);
        bytes[count++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        bytes[count++] = (byte) (0xE0 | c >> 12);
        bytes[count++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[count++] = (byte) (0x80 | c & 0x3F);
      } else if (i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        bytes[count++] = (byte) (0xF0 | point >> 18);
        bytes[count++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[count++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[count++] = (byte) (0x80 | point & 0x3F);
      } else {
        bytes[count++] = '?';
      }
    }
  }

  private void ascii(char c) {
    if (c >= ' ' && c != '"' && c != '\\') {
      bytes[count++] = (byte) c;
      return;
    }
    bytes[count++] = '\\';
    switch (c) {
      case '"', '\\' -> bytes[count++] = (byte) c;
      case '\b' -> bytes[count++] = 'b';
      case '\t' -> bytes[count++] = 't';
      case '\n' -> bytes[count++] = 'n';
      case '\f' -> bytes[count++] = 'f';
      case '\r' -> bytes[count++] = 'r';
      default -> {
        bytes[count++] = 'u';
        bytes[count++] = '0';
        bytes[count++] = '0';
        bytes[count++] = (byte) HEX[c >> 4];
        bytes[count++] = (byte) HEX[c & 0xF];
      }
    }
  }

  private void reserve(int more) {
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + more, bytes.length * 2));
    }
  }
}
