package cn.sunledger.grid;

/**
 * Passes from the end of a row to the cells of the next one in one go over the bytes, where that
 * row says its number and nothing of being hidden; any other is left to the parser.
 */
final class RowScan {
  /** Something else stands there, which was not touched. */
  static final int OTHER = -1;

  /** No usual tag of a row is longer. */
  private static final int LONGEST = 240;

  private static final int DIGITS = 7;

  private static final Mark END = Mark.of("</row>");
  private static final Mark START = Mark.of("<row r=\"");
  private static final Mark HEIGHT = Mark.of("ht=\"");

  private final XmlWindow window;
  private byte[] bytes;

  RowScan(XmlWindow window) {
    this.window = window;
  }

  /** The number of the row whose cells begin at the position then, counted from 1. */
  int scan() {
    bytes = window.buffer;
    int at = window.position;
    if (window.limit - at < LONGEST || !END.at(bytes, at) || !START.at(bytes, at + END.length())) {
      return OTHER;
    }
    int last = at + LONGEST;
    int digits = at + END.length() + START.length();
    int i = digits;
    int number = 0;
    for (int digit = bytes[i] - '0'; digit >= 0 && digit < 10 && i - digits < DIGITS; ) {
      number = number * 10 + digit;
      digit = bytes[++i] - '0';
    }
    if (bytes[i] != '"' || number < 1 || number > Bounds.ROWS) {
      return OTHER;
    }
    i++;
    while (i > 0 && bytes[i] == ' ') {
      i = attribute(i + 1, last);
    }
    if (i < 0 || bytes[i] != '>') {
      return OTHER;
    }
    window.position = i + 1;
    return number;
  }

  /** The place behind an attribute that does not hide the row; a negative one for any other. */
  private int attribute(int from, int last) {
    int i = from;
    if (telling(bytes[i]) && (!HEIGHT.at(bytes, i) || bytes[i + HEIGHT.length()] == '0')) {
      return OTHER;
    }
    while (i < last && bytes[i] != '=') {
      if (!inName(bytes[i]) || bytes[i] == ':' && telling(bytes[i + 1])) {
        return OTHER;
      }
      i++;
    }
    if (i == from || bytes[i + 1] != '"') {
      return OTHER;
    }
    i += 2;
    while (i < last && bytes[i] != '"') {
      if (bytes[i] == '<') {
        return OTHER;
      }
      i++;
    }
    return i < last ? i + 1 : OTHER;
  }

  private static boolean inName(byte letter) {
    return letter >= 'a' && letter <= 'z'
        || letter >= 'A' && letter <= 'Z'
        || letter >= '0' && letter <= ':';
  }

  /** Whether a name that begins so may be that of the number, the height or the hiding. */
  private static boolean telling(byte letter) {
    return letter == 'r' || letter == 'h';
  }
}
