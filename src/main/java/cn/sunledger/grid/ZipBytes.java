package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a zip file by place: small files at once, large ones piece by piece. */
final class ZipBytes implements Closeable {
  /** Nearly all workbooks are smaller; reading them at once saves a call per part. */
  private static final int SMALL = 1 << 20;

  private final FileChannel channel;
  private final long length;
  private byte[] whole;

  /** A file that somebody else has read. */
  ZipBytes(byte[] whole) {
    this.channel = null;
    this.length = whole.length;
    this.whole = whole;
  }

  ZipBytes(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean opened = false;
    try {
      length = channel.size();
      if (length <= SMALL) {
        byte[] bytes = new byte[(int) length];
        fill(bytes, 0, bytes.length, 0);
        whole = bytes;
      }
      opened = true;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  long length() {
    return length;
  }

  /** All bytes, where the file is small; else null. */
  byte[] whole() {
    return whole;
  }

  /** Bytes from a place on; a fault where the file ends before. */
  byte[] read(long place, int count) throws IOException {
    byte[] bytes = new byte[count];
    fill(bytes, 0, count, place);
    return bytes;
  }

  /** Puts bytes from a place on into a buffer; a fault where the file ends before. */
  void fill(byte[] buffer, int offset, int count, long place) throws IOException {
    if (place < 0 || place > length - count) {
      throw WorkbookFault.damaged("压缩包不完整，可能没有下载完", null);
    }
    if (whole != null) {
      System.arraycopy(whole, (int) place, buffer, offset, count);
      return;
    }
    ByteBuffer target = ByteBuffer.wrap(buffer, offset, count);
    while (target.hasRemaining()) {
      int read = channel.read(target, place + target.position() - offset);
      if (read < 0) {
        throw WorkbookFault.damaged("文件在读取时变短了", null);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
