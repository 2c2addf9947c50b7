package cn.sunledger.grid;

import java.util.Arrays;

/** The attributes of the start tag at hand, by their places in the buffer. */
final class XmlAttributes {
  private static final int INCOMPLETE = -1;

  private byte[] buffer;
  private int count;

  /** Four numbers per attribute: local name from and to, value from and to. */
  private int[] places = new int[64];

  private boolean[] prefixed = new boolean[16];

  /** Bytes that end an attribute's name, or stand in none. */
  private static final boolean[] ENDS_NAME = new boolean[256];

  static {
    for (char c : " \n\t\r=:><\"/".toCharArray()) {
      ENDS_NAME[c] = true;
    }
  }

  static boolean blank(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r');
  }

  /**
   * Reads attributes up to the end of a tag.
   *
   * @return the place behind the tag, or a negative number where the tag goes on behind the limit
   */
  int read(byte[] bytes, int from, int limit) throws WorkbookFault {
    buffer = bytes;
    count = 0;
    int i = from;
    while (true) {
      int before = i;
      while (i < limit && blank(bytes[i])) {
        i++;
      }
      if (i >= limit) {
        return INCOMPLETE;
      }
      if (bytes[i] == '>') {
        return i + 1;
      }
      if (bytes[i] == '/') {
        return slash(i, limit);
      }
      if (i == before) {
        throw XmlText.malformed();
      }
      i = attribute(i, limit);
      if (i < 0) {
        return INCOMPLETE;
      }
    }
  }

  private int slash(int at, int limit) throws WorkbookFault {
    if (at + 1 == limit) {
      return INCOMPLETE;
    }
    if (buffer[at + 1] != '>') {
      throw XmlText.malformed();
    }
    return at + 2;
  }

  private int attribute(int from, int limit) throws WorkbookFault {
    int i = from;
    int local = from;
    while (i < limit && (!ENDS_NAME[buffer[i] & 0xFF] || buffer[i] == ':')) {
      if (buffer[i++] == ':') {
        local = i;
      }
    }
    int nameEnd = i;
    i = blanks(i, limit);
    if (i >= limit) {
      return INCOMPLETE;
    }
    if (buffer[i] != '=' || nameEnd == from) {
      throw XmlText.malformed();
    }
    i = blanks(i + 1, limit);
    if (i >= limit) {
      return INCOMPLETE;
    }
    byte quote = buffer[i++];
    if (quote != '"' && quote != '\'') {
      throw XmlText.malformed();
    }
    int valueFrom = i;
    while (i < limit && buffer[i] != quote) {
      if (buffer[i] == '<') {
        throw XmlText.malformed();
      }
      i++;
    }
    if (i >= limit) {
      return INCOMPLETE;
    }
    add(from, local, nameEnd, valueFrom, i);
    return i + 1;
  }

  private int blanks(int from, int limit) {
    int i = from;
    while (i < limit && blank(buffer[i])) {
      i++;
    }
    return i;
  }

  /** Declarations of namespaces are no attributes. */
  private void add(int from, int local, int nameEnd, int valueFrom, int valueTo) {
    if (nameEnd - from >= 5 && equal(from, from + 5, "xmlns")) {
      return;
    }
    if (count == prefixed.length) {
      prefixed = Arrays.copyOf(prefixed, count * 2);
      places = Arrays.copyOf(places, count * 8);
    }
    int at = count * 4;
    places[at] = local;
    places[at + 1] = nameEnd;
    places[at + 2] = valueFrom;
    places[at + 3] = valueTo;
    prefixed[count++] = local > from;
  }

  private boolean equal(int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (buffer[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The place of an attribute by its local name, one without a prefix first; -1 where it misses.
   */
  int find(String name) {
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (equal(places[i * 4], places[i * 4 + 1], name)) {
        if (!prefixed[i]) {
          return i;
        }
        found = i;
      }
    }
    return found;
  }

  /** Where the value of an attribute starts in the buffer. */
  int from(int attribute) {
    return places[attribute * 4 + 2];
  }

  /** Where the value of an attribute ends in the buffer. */
  int to(int attribute) {
    return places[attribute * 4 + 3];
  }

  /** Whether an attribute has a value of plain ASCII. */
  boolean is(int attribute, String value) {
    return equal(from(attribute), to(attribute), value);
  }

  /** The value of an attribute as an address; {@link CellAddress#NONE} where it is none. */
  long address(int attribute) {
    return CellAddress.parse(buffer, from(attribute), to(attribute));
  }

  /** The value of an attribute; null where it is missing. */
  String text(String name) throws WorkbookFault {
    int attribute = find(name);
    if (attribute < 0) {
      return null;
    }
    int from = from(attribute);
    int to = to(attribute);
    for (int i = from; i < to; i++) {
      if (buffer[i] == '&' || buffer[i] < ' ' && buffer[i] >= 0) {
        StringBuilder text = new StringBuilder(to - from);
        XmlText.decode(buffer, from, to, true, text);
        return text.toString();
      }
    }
    return XmlText.plain(buffer, from, to);
  }

  /** Whether an attribute says yes. */
  boolean flag(String name) {
    int attribute = find(name);
    return attribute >= 0 && (is(attribute, "1") || is(attribute, "true") || is(attribute, "on"));
  }

  /** Whether an attribute says zero, as a number with or without decimals. */
  boolean zero(String name) {
    int attribute = find(name);
    if (attribute < 0 || from(attribute) == to(attribute)) {
      return false;
    }
    for (int i = from(attribute); i < to(attribute); i++) {
      if (buffer[i] != '0' && buffer[i] != '.') {
        return false;
      }
    }
    return true;
  }

  /** A whole number of up to nine digits, or another where the attribute is missing or none. */
  int number(String name, int otherwise) {
    int attribute = find(name);
    if (attribute < 0) {
      return otherwise;
    }
    int i = from(attribute);
    int to = to(attribute);
    boolean minus = i < to && buffer[i] == '-';
    i += minus ? 1 : 0;
    if (i == to || to - i > 9) {
      return otherwise;
    }
    int number = 0;
    for (; i < to; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return minus ? -number : number;
  }
}
