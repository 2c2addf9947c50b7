package cn.sunledger.narrative;

import java.io.IOException;
import java.io.Writer;

/** A text that refuses to grow without end. */
final class BoundedText extends Writer {
  private static final int LIMIT = 2_000_000;

  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    if (text.length() + length > LIMIT) {
      throw new TemplateLimitException("输出的文字超过" + LIMIT + "字");
    }
    text.append(buffer, offset, length);
  }

  @Override
  public void flush() {
    // nothing is buffered
  }

  @Override
  public void close() {
    // nothing is open
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
