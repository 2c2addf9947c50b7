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

  /** An index of a shared text has fewer digits. */
  private static final int MOST_DIGITS = 10;

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
   * Reads a plain number of no more than Excel's digits, the form of nearly all numbers, into
   * {@link #unscaled} and {@link #scale}.
   *
   * @return the place behind it, or -1 where none stands there
   */
  int count(byte[] source, int start, int end) {
    boolean minus = start < end && source[start] == '-';
    int first = minus ? start + 1 : start;
    int far = Math.min(end, first + Decimals.EXCEL_DIGITS + 1);
    int point = -1;
    long digits = 0;
    int i = first;
    while (i < far) {
      int digit = source[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (digit == '.' - '0' && point < 0) {
        point = i;
      } else {
        break;
      }
      i++;
    }
    unscaled = minus ? -digits : digits;
    scale = point < 0 ? 0 : i - point - 1;
    boolean number = i > first && i - first <= Decimals.EXCEL_DIGITS;
    return number && point != first && point != i - 1 ? i : -1;
  }

  /** Gives it the value that {@link #count} has just read. */
  void number(byte[] source, int start, int end) {
    view(source, start, end);
    counted = true;
  }

  /** Whether the value is a plain number, {@link #unscaled} and {@link #scale}. */
  boolean counted() {
    counted = counted || plain() && valued && count(bytes, from, to) == to;
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

  private boolean plain() {
    return text == null;
  }

  /** The value as the index of a shared text; -1 where it is none. */
  int index() throws WorkbookFault {
    if (counted() && scale == 0 && to - from < MOST_DIGITS && bytes[from] != '-') {
      return (int) unscaled;
    }
    String digits = text().strip();
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }
}
