package cn.sunledger.grid;

import java.util.Arrays;

/**
 * One cell as a sheet part has it, before styles and shared texts are applied. The scanner fills
 * the same object again for the next cell: a sink copies what it keeps.
 */
final class RawCell {
  /** What the text of a cell means. */
  enum Type {
    NUMBER,
    SHARED_TEXT,
    TEXT,
    BOOLEAN,
    ERROR,
    ISO_DATE
  }

  int row;
  int column;
  int style;
  Type type = Type.NUMBER;

  /** The formula; empty where the cell has none. */
  String formula = "";

  private byte[] bytes = new byte[64];
  private int length;
  private String text;
  private boolean valued;

  /** Makes the cell blank. */
  void clear() {
    valued = false;
    text = null;
    length = 0;
    formula = "";
  }

  /** Gives it a value of plain characters in UTF-8. */
  void value(byte[] source, int from, int to) {
    length = to - from;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
    }
    System.arraycopy(source, from, bytes, 0, length);
    text = null;
    valued = true;
  }

  /** Gives it a value. */
  void value(String value) {
    text = value;
    valued = true;
  }

  /** Whether it has a value, be it empty. */
  boolean valued() {
    return valued;
  }

  /** Whether nothing stands in it, neither a value nor a formula. */
  boolean blank() {
    return !valued && formula.isEmpty();
  }

  /** The text of its value. */
  String text() throws WorkbookFault {
    if (text == null) {
      text = XmlText.plain(bytes, 0, length);
    }
    return text;
  }

  /** The value's characters as they stand, where they are plain; null otherwise. */
  byte[] plain() {
    return text == null ? bytes : null;
  }

  /** How many of the bytes of {@link #plain} are the value's. */
  int length() {
    return length;
  }

  /** The value as the index of a shared text; -1 where it is none. */
  int index() throws WorkbookFault {
    int index = 0;
    int i = 0;
    while (text == null && i < length && i < 9 && bytes[i] >= '0' && bytes[i] <= '9') {
      index = index * 10 + bytes[i++] - '0';
    }
    if (text == null && i == length && i > 0) {
      return index;
    }
    String digits = text().strip();
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }
}
