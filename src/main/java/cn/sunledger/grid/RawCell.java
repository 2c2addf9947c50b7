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

  /** No index of a shared text has more than nine digits. */
  private static final int MOST_TEXTS = 1_000_000_000;

  int row;
  int column;
  int style;
  Type type = Type.NUMBER;

  /** The formula; empty where the cell has none. */
  String formula = "";

  private byte[] own = new byte[64];
  private byte[] bytes = own;
  private int from;
  private int to;
  private String text;
  private boolean valued;
  private boolean counted;
  private long unscaled;
  private int scale;

  /** Makes the cell blank. */
  void clear() {
    valued = false;
    counted = false;
    text = null;
    formula = "";
  }

  /**
   * Says what number the digits of the value are, which {@link #view} gives.
   *
   * @param unscaledValue all digits and the sign, without the point
   * @param digitsBehind how many of them stand behind the point
   */
  void number(long unscaledValue, int digitsBehind) {
    counted = true;
    unscaled = unscaledValue;
    scale = digitsBehind;
  }

  /** Whether {@link #unscaled} and {@link #scale} are the value. */
  boolean counted() {
    return counted;
  }

  long unscaled() {
    return unscaled;
  }

  int scale() {
    return scale;
  }

  /** Gives it a value of plain characters in UTF-8, which stay where they are for as long. */
  void view(byte[] source, int start, int end) {
    bytes = source;
    from = start;
    to = end;
    text = null;
    valued = true;
  }

  /** Gives it a value of plain characters in UTF-8. */
  void value(byte[] source, int start, int end) {
    int length = end - start;
    if (length > own.length) {
      own = Arrays.copyOf(own, Math.max(length, own.length * 2));
    }
    System.arraycopy(source, start, own, 0, length);
    view(own, 0, length);
  }

  /** Gives it a value, escapes undone. */
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
      String plain = XmlText.plain(bytes, from, to);
      text = type == Type.TEXT ? RichText.unescape(plain) : plain;
    }
    return text;
  }

  /** Whether the value's characters stand, plain ones, between {@link #from} and {@link #to}. */
  boolean plain() {
    return text == null;
  }

  /** The array that holds the value's characters where they are plain. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the value starts in {@link #bytes}. */
  int from() {
    return from;
  }

  /** Where the value ends in {@link #bytes}. */
  int to() {
    return to;
  }

  /** The value as the index of a shared text; -1 where it is none. */
  int index() throws WorkbookFault {
    if (counted && scale == 0 && unscaled >= 0 && unscaled < MOST_TEXTS) {
      return (int) unscaled;
    }
    if (plain() && to - from < 10 && to > from) {
      int index = 0;
      int i = from;
      while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
        index = index * 10 + bytes[i++] - '0';
      }
      if (i == to) {
        return index;
      }
    }
    String digits = text().strip();
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }
}
