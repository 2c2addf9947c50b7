package cn.sunledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * UTF-8 for one thread: millions of short texts, without the locks and the detours of the library's
 * writer. Half a character becomes a question mark, as there.
 */
final class Utf8Writer extends Writer {
  private static final int SIZE = 1 << 15;

  /** A character that is one or two {@code char}s takes no more bytes than this. */
  private static final int LONGEST = 4;

  private final OutputStream out;
  private byte[] bytes = {};
  private int count;
  private char half;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  /** Begins anew, whatever became of what was written before. */
  void begin() {
    count = 0;
    half = 0;
  }

  /** Ends what was begun: what is still here is handed on. */
  void finish() throws IOException {
    if (half != 0) {
      half = 0;
      put('?');
    }
    drain();
  }

  @Override
  public void write(String text) throws IOException {
    write(text, 0, text.length());
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int to = from + length;
    for (int i = from; i < to; ) {
      i = half == 0 ? usual(text, i, to) : i;
      if (i < to) {
        put(text.charAt(i++));
      }
    }
  }

  /** Writes up to the next character that is not one or three bytes long, or to a full buffer. */
  private int usual(String text, int from, int to) throws IOException {
    if (count > bytes.length / 2 || bytes.length == 0) {
      drain();
    }
    int end = Math.min(to, from + (SIZE - count) / LONGEST);
    byte[] target = bytes;
    int at = count;
    int i = from;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (c >= 0x800 && !Character.isSurrogate(c)) {
        target[at++] = (byte) (0xE0 | c >> 12);
        target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        target[at++] = (byte) (0x80 | c & 0x3F);
      } else {
        break;
      }
    }
    count = at;
    return i;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      put(text[i]);
    }
  }

  @Override
  public void write(int one) throws IOException {
    put((char) one);
  }

  @Override
  public Writer append(char one) throws IOException {
    put(one);
    return this;
  }

  @Override
  public Writer append(CharSequence text) throws IOException {
    if (text instanceof String whole) {
      write(whole, 0, whole.length());
      return this;
    }
    return append(text, 0, text.length());
  }

  @Override
  public Writer append(CharSequence text, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      put(text.charAt(i));
    }
    return this;
  }

  private void put(char c) throws IOException {
    if (count > bytes.length - LONGEST) {
      drain();
    }
    if (half != 0) {
      second(c);
    } else if (c < 0x80) {
      bytes[count++] = (byte) c;
    } else if (c < 0x800) {
      bytes[count++] = (byte) (0xC0 | c >> 6);
      bytes[count++] = (byte) (0x80 | c & 0x3F);
    } else if (Character.isSurrogate(c)) {
      first(c);
    } else {
      bytes[count++] = (byte) (0xE0 | c >> 12);
      bytes[count++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[count++] = (byte) (0x80 | c & 0x3F);
    }
  }

  private void first(char c) {
    if (Character.isHighSurrogate(c)) {
      half = c;
    } else {
      bytes[count++] = '?';
    }
  }

  private void second(char c) throws IOException {
    char high = half;
    half = 0;
    if (!Character.isLowSurrogate(c)) {
      bytes[count++] = '?';
      put(c);
      return;
    }
    int point = Character.toCodePoint(high, c);
    bytes[count++] = (byte) (0xF0 | point >> 18);
    bytes[count++] = (byte) (0x80 | point >> 12 & 0x3F);
    bytes[count++] = (byte) (0x80 | point >> 6 & 0x3F);
    bytes[count++] = (byte) (0x80 | point & 0x3F);
  }

  /** Makes room. */
  private void drain() throws IOException {
    if (bytes.length == 0) {
      // many a writer is made and never used
      bytes = new byte[SIZE];
    }
    if (count > 0) {
      out.write(bytes, 0, count);
      count = 0;
    }
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      finish();
    } finally {
      out.close();
    }
  }
}
