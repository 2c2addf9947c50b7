package cn.sunledger.grid;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One part of a zip file, unpacked as it is read: within bounds, to the size that the directory
 * says, and against its checksum.
 */
final class ZipPart extends InputStream {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int PIECE = 1 << 16;

  private final ZipBytes file;
  private final ZipDirectory.Entry entry;
  private final long most;
  private final Unpacked unpacked;
  private final Inflater inflater;
  private final CRC32 checksum = new CRC32();
  private final byte[] packed;
  private long place;
  private long packedLeft;
  private long count;
  private boolean ended;

  /**
   * Opens a part.
   *
   * @param most how many bytes it may have, unpacked
   * @param inflater unpacks it; it is reset, and not closed
   * @param unpacked counts what the whole package gives
   */
  ZipPart(ZipBytes file, ZipDirectory.Entry entry, long most, Inflater inflater, Unpacked unpacked)
      throws IOException {
    this.file = file;
    this.entry = entry;
    this.most = most;
    this.inflater = inflater;
    this.unpacked = unpacked;
    if (entry.encrypted()) {
      throw new WorkbookFault("是加了密码的压缩包", "请先解压缩，再用其中的工作簿重试");
    }
    byte[] header = file.read(entry.header(), LOCAL_SIZE);
    if (ZipDirectory.int32(header, 0) != LOCAL_HEADER) {
      throw damaged(null);
    }
    place =
        entry.header()
            + LOCAL_SIZE
            + ZipDirectory.int16(header, 26)
            + ZipDirectory.int16(header, 28);
    packedLeft = entry.packed();
    inflater.reset();
    boolean held = file.whole() != null && place >= 0 && place <= file.length() - packedLeft;
    if (held && entry.deflated()) {
      packed = file.whole();
      inflater.setInput(packed, (int) place, (int) packedLeft);
      packedLeft = 0;
    } else {
      packed = new byte[(int) Math.max(1, Math.min(PIECE, packedLeft))];
    }
  }

  private static WorkbookFault damaged(Exception cause) {
    return WorkbookFault.damaged("压缩数据有误", cause);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int read = entry.deflated() ? inflate(buffer, offset, length) : copy(buffer, offset, length);
    if (read > 0) {
      count += read;
      checksum.update(buffer, offset, read);
      guard();
      unpacked.add(read);
      return read;
    }
    ended = true;
    if (checksum.getValue() != entry.checksum() || count != entry.size()) {
      throw WorkbookFault.damaged("校验和不符", null);
    }
    return -1;
  }

  private int copy(byte[] buffer, int offset, int length) throws IOException {
    int read = (int) Math.min(length, packedLeft);
    file.fill(buffer, offset, read, place);
    place += read;
    packedLeft -= read;
    return read;
  }

  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = inflater.inflate(buffer, offset, length);
      while (read == 0 && !inflater.finished()) {
        if (packedLeft == 0 || inflater.needsDictionary()) {
          throw damaged(null);
        }
        inflater.setInput(packed, 0, copy(packed, 0, packed.length));
        read = inflater.inflate(buffer, offset, length);
      }
      return read;
    } catch (DataFormatException e) {
      throw damaged(e);
    }
  }

  private void guard() throws WorkbookFault {
    if (count > most) {
      throw WorkbookFault.excessive("部件解压后超过 " + (most >> 20) + " MB");
    }
    long in = Math.max(1, entry.packed());
    if (count > Bounds.FREE_BYTES && count / in > Bounds.RATIO) {
      throw WorkbookFault.excessive("压缩比超过 " + Bounds.RATIO + " 倍，疑似压缩炸弹");
    }
  }
}
