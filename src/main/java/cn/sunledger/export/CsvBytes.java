package cn.sunledger.export;

import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records of {@link CsvRows} as bytes, for very many of them: what records have in common can
 * be kept as it is encoded, and digits are written one by one. The encoding must be one of which
 * ASCII is a part.
 */
final class CsvBytes {
  private static final int LONGEST = 4;

  /** A number of so many digits fits into a long. */
  private static final int DIGITS = 18;

  private final Charset encoding;
  private final boolean utf8;
  private final boolean raw;
  private final byte[] digits = new byte[DIGITS + 1];
  private byte[] bytes;
  private int count;
  private boolean first = true;

  CsvBytes(CsvOptions options, int size) {
    this.encoding = options.encoding();
    this.utf8 = encoding.equals(StandardCharsets.UTF_8);
    this.raw = options.raw();
    this.bytes = new byte[size];
  }

  /** Adds a text that somebody else wrote. */
  void text(String text) {
    word(raw ? text : CsvRows.defused(text));
  }

  /** Adds a word of ours. */
  void word(String word) {
    separate();
    if (!plain(word, false) && !quoted(word)) {
      put(CsvRows.field(word).getBytes(encoding));
    }
  }

  /** Adds the address of a cell, such as {@code C37}. */
  void address(CellRef cell) {
    word(CellRef.columnName(cell.column()));
    room(DIGITS);
    decimal(cell.row() + 1L, 0);
  }

  /**
   * Adds a number, plain.
   *
   * @param number the number
   * @param power the power of ten that it is written times
   */
  void number(BigDecimal number, int power) {
    int scale = number.scale() - power;
    if (number.scale() < 0 || number.precision() > DIGITS) {
      word(number.scaleByPowerOfTen(power).setScale(Math.max(0, scale)).toPlainString());
      return;
    }
    separate();
    room(2 * DIGITS + number.scale() + power);
    long unscaled = number.unscaledValue().longValue();
    if (unscaled < 0) {
      bytes[count++] = '-';
    }
    decimal(Math.abs(unscaled), Math.max(0, scale));
    for (int zeros = scale; zeros < 0 && unscaled != 0; zeros++) {
      bytes[count++] = '0';
    }
  }

  /** Digits, a point in front of so many of them. */
  private void decimal(long unscaled, int scale) {
    int length = 0;
    long rest = unscaled;
    do {
      digits[length++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int i = Math.max(length - 1, scale); i >= 0; i--) {
      bytes[count++] = i < length ? digits[i] : (byte) '0';
      if (i == scale && scale > 0) {
        bytes[count++] = '.';
      }
    }
  }

  /** Adds one or several fields as {@link #taken} gave them. */
  void part(byte[] encoded) {
    separate();
    put(encoded);
  }

  void endRecord() {
    room(1);
    bytes[count++] = '\n';
    first = true;
  }

  /** The fields so far, which are no record yet but a part of one or many. */
  byte[] taken() {
    byte[] part = Arrays.copyOf(bytes, count);
    count = 0;
    first = true;
    return part;
  }

  int count() {
    return count;
  }

  /** Hands on the records so far. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, count);
    count = 0;
  }

  private void separate() {
    if (!first) {
      room(1);
      bytes[count++] = ',';
    }
    first = false;
  }

  /** Writes a text that needs its quotes for nothing but commas, as 1,234.56. */
  private boolean quoted(String text) {
    if (text.indexOf(',') < 0) {
      return false;
    }
    int from = count;
    room(LONGEST * text.length() + 2);
    bytes[count++] = '"';
    boolean written = plain(text, true);
    bytes[count++] = '"';
    count = written ? count : from;
    return written;
  }

  /** Writes a text that needs no quotes and, but for ASCII, no other encoding than UTF-8. */
  private boolean plain(String text, boolean commas) {
    int length = text.length();
    room(LONGEST * length);
    byte[] target = bytes;
    int at = count;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80 && (CsvRows.isPlain(c) || commas && c == ',')) {
        target[at++] = (byte) c;
      } else if (utf8 && c >= 0x800 && !Character.isSurrogate(c)) {
        target[at++] = (byte) (0xE0 | c >> 12);
        target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        target[at++] = (byte) (0x80 | c & 0x3F);
      } else {
        return false;
      }
    }
    count = at;
    return true;
  }

  private void put(byte[] encoded) {
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, count, encoded.length);
    count += encoded.length;
  }

  private void room(int length) {
    if (count + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + length, 2 * bytes.length));
    }
  }
}
