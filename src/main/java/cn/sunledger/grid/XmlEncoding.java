package cn.sunledger.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes UTF-8 of whatever encoding an XML part is in; nearly all parts are UTF-8 as they stand. */
final class XmlEncoding {
  static final int HEAD = 256;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /** How nearly all parts begin. */
  private static final byte[] USUAL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"".getBytes(StandardCharsets.US_ASCII);

  private XmlEncoding() {}

  /** The length of the byte order mark at the start of a part. */
  static int mark(byte[] head, int length) {
    if (starts(head, length, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(head, length, 0xFF, 0xFE) || starts(head, length, 0xFE, 0xFF) ? 2 : 0;
  }

  /**
   * A part that is not UTF-8, as UTF-8.
   *
   * @param head the first bytes of the part, without its byte order mark
   * @param rest the bytes that follow
   */
  static InputStream utf8(byte[] head, InputStream rest, Charset charset) {
    return new Transcoded(new SequenceInputStream(new ByteArrayInputStream(head), rest), charset);
  }

  /**
   * The encoding of a part.
   *
   * @param head a buffer with its first bytes, byte order mark included
   * @param length how many of them there are
   */
  static Charset charset(byte[] head, int length) throws WorkbookFault {
    if (Arrays.mismatch(head, 0, Math.min(length, USUAL.length), USUAL, 0, USUAL.length) < 0
        || mark(head, length) == 3) {
      return StandardCharsets.UTF_8;
    }
    if (starts(head, length, 0xFF, 0xFE) || starts(head, length, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, length, 0xFE, 0xFF) || starts(head, length, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    String start = new String(head, 0, Math.min(HEAD, length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    String name = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
    if (name.equals("UTF-8") || name.startsWith("UTF-16") || name.equals("US-ASCII")) {
      // a part that says UTF-16 in single bytes is not
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw WorkbookFault.damaged("XML 的编码 " + name + " 无法识别", e);
    }
  }

  private static boolean starts(byte[] head, int length, int... bytes) {
    if (length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads characters of one encoding and gives the bytes of another. */
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[4_096];
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    Transcoded(InputStream in, Charset charset) {
      reader =
          new InputStreamReader(
              in,
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean fill() throws IOException {
      while (!bytes.hasRemaining()) {
        int read;
        try {
          read = reader.read(characters, 0, characters.length - 1);
          if (read > 0 && Character.isHighSurrogate(characters[read - 1])) {
            int low = reader.read();
            if (low >= 0) {
              characters[read++] = (char) low;
            }
          }
        } catch (CharacterCodingException e) {
          throw WorkbookFault.damaged("XML 的文字编码有误", e);
        }
        if (read < 0) {
          return false;
        }
        bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters, 0, read));
      }
      return true;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(target, offset, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
