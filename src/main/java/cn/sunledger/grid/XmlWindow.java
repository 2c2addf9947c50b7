package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a part that are in memory: what is being read, and what follows. The fields are open
 * to the scanners of this package, which live on them.
 */
final class XmlWindow implements Closeable {
  private static final int LEAST = 1 << 10;
  private static final int USUAL = 1 << 16;

  /** The largest text of a cell in UTF-8, with room for references. */
  private static final int MOST = 8 * Bounds.CELL_CHARACTERS;

  byte[] buffer;
  int position;
  int limit;

  private InputStream in;
  private boolean ended;

  /**
   * Opens a part.
   *
   * @param size its size as far as it is known; a part of this size is read at once
   * @param spare a buffer that is used where it is large enough; {@link #buffer} may be used again
   *     for another part when this one is closed
   */
  XmlWindow(InputStream part, long size, byte[] spare) throws IOException {
    int wanted = (int) Math.max(LEAST, Math.min(USUAL, size + 1)) + Mark.REACH;
    buffer = spare.length >= wanted ? spare : new byte[wanted];
    in = part;
    boolean opened = false;
    try {
      open();
      opened = true;
    } finally {
      if (!opened) {
        part.close();
      }
    }
  }

  /** Nearly all parts are UTF-8 and stay as they are. */
  private void open() throws IOException {
    while (limit < XmlEncoding.HEAD && more()) {
      // the encoding is told within the head
    }
    Charset charset = XmlEncoding.charset(buffer, limit);
    position = XmlEncoding.mark(buffer, limit);
    if (!charset.equals(StandardCharsets.UTF_8)) {
      in = XmlEncoding.utf8(Arrays.copyOfRange(buffer, position, limit), in, charset);
      position = 0;
      limit = 0;
      ended = false;
    }
  }

  /** Reads more into the buffer, keeping what starts at the position; false at the end. */
  boolean more() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    } else if (limit == buffer.length - Mark.REACH) {
      if (buffer.length >= MOST) {
        throw WorkbookFault.longText();
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = ended ? -1 : in.read(buffer, limit, buffer.length - Mark.REACH - limit);
    ended = read < 0;
    limit += Math.max(0, read);
    return read > 0;
  }

  /** Whether a word stands at the position. */
  boolean at(String word) throws IOException {
    while (limit - position < word.length()) {
      if (!more()) {
        return false;
      }
    }
    for (int i = 0; i < word.length(); i++) {
      if (buffer[position + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Goes behind the next place where a word stands. */
  void skipPast(String word) throws IOException {
    while (!at(word)) {
      if (limit - position < word.length()) {
        throw XmlText.malformed();
      }
      position++;
    }
    position += word.length();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
