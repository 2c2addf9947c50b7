package cn.sunledger.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The directory at the end of a zip file (PKWARE's APPNOTE, 4.3): the parts, their sizes, checksums
 * and places. Only what the directory lists exists; what else a file holds is not looked at.
 */
final class ZipDirectory {
  /**
   * One part.
   *
   * @param header where its own header stands in the file
   * @param packed its size in the file
   * @param size its size unpacked, as the directory says
   * @param checksum its CRC-32
   * @param deflated whether it is packed at all
   * @param encrypted whether it needs a password
   */
  record Entry(
      long header, long packed, long size, long checksum, boolean deflated, boolean encrypted) {}

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_SIZE = 56;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_SIZE = 20;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_SIZE = 46;
  private static final int EXTRA_64 = 1;
  private static final long UNSAID = 0xFFFFFFFFL;

  private final ZipBytes file;
  private final Map<String, Entry> entries = new HashMap<>();

  ZipDirectory(ZipBytes file) throws IOException {
    this.file = file;
    long tail = Math.max(0, file.length() - END_SIZE - LONGEST_COMMENT);
    byte[] bytes = file.read(tail, (int) (file.length() - tail));
    int end = bytes.length - END_SIZE;
    while (end >= 0 && int32(bytes, end) != END) {
      end--;
    }
    if (end < 0) {
      throw incomplete();
    }
    long count = int16(bytes, end + 10);
    long size = uint32(bytes, end + 12);
    long offset = uint32(bytes, end + 16);
    long directoryEnd = tail + end;
    if (count == 0xFFFF || size == UNSAID || offset == UNSAID) {
      byte[] end64 = end64(directoryEnd);
      if (end64 != null) {
        count = int64(end64, 32);
        size = int64(end64, 40);
        offset = int64(end64, 48);
        directoryEnd = offset + size;
      }
    }
    // bytes before the zip shift all places
    long shift = directoryEnd - size - offset;
    boolean inside = size >= 0 && size <= file.length() && offset >= 0 && offset <= file.length();
    if (!inside || shift < 0 || count < 0) {
      throw incomplete();
    }
    if (count > Bounds.ENTRIES || size > Bounds.DIRECTORY_BYTES) {
      throw WorkbookFault.excessive("压缩包内有 " + count + " 个部件");
    }
    read(file.read(offset + shift, (int) size), count, shift);
  }

  private static WorkbookFault incomplete() {
    return WorkbookFault.damaged("压缩包不完整，可能没有下载完", null);
  }

  private byte[] end64(long end) throws IOException {
    if (end < LOCATOR_64_SIZE) {
      return null;
    }
    byte[] locator = file.read(end - LOCATOR_64_SIZE, LOCATOR_64_SIZE);
    long at = int64(locator, 8);
    if (int32(locator, 0) != LOCATOR_64 || at < 0 || at > file.length() - END_64_SIZE) {
      return null;
    }
    byte[] end64 = file.read(at, END_64_SIZE);
    return int32(end64, 0) == END_64 ? end64 : null;
  }

  private void read(byte[] bytes, long count, long shift) throws WorkbookFault {
    int at = 0;
    for (long i = 0; i < count; i++) {
      if (at + HEADER_SIZE > bytes.length || int32(bytes, at) != HEADER) {
        throw incomplete();
      }
      int nameLength = int16(bytes, at + 28);
      int extraLength = int16(bytes, at + 30);
      int next = at + HEADER_SIZE + nameLength + extraLength + int16(bytes, at + 32);
      if (next > bytes.length) {
        throw incomplete();
      }
      String name = new String(bytes, at + HEADER_SIZE, nameLength, StandardCharsets.UTF_8);
      Entry entry = entry(bytes, at, at + HEADER_SIZE + nameLength, extraLength, shift);
      if (!name.endsWith("/") && entries.put(key(name), entry) != null) {
        // two readers would see two different workbooks
        throw WorkbookFault.damaged("压缩包内有重名的部件", null);
      }
      at = next;
    }
  }

  private static Entry entry(byte[] bytes, int at, int extra, int extraLength, long shift)
      throws WorkbookFault {
    int method = int16(bytes, at + 10);
    if (method != 0 && method != 8) {
      throw WorkbookFault.damaged("压缩包使用了不支持的压缩方法", null);
    }
    long size = uint32(bytes, at + 24);
    long packed = uint32(bytes, at + 20);
    long header = uint32(bytes, at + 42);
    int long64 = extra64(bytes, extra, extra + extraLength);
    if (long64 > 0) {
      // only those stand there, in this order, that had no room
      int place = long64;
      if (size == UNSAID) {
        size = int64(bytes, place);
        place += 8;
      }
      if (packed == UNSAID) {
        packed = int64(bytes, place);
        place += 8;
      }
      header = header == UNSAID ? int64(bytes, place) : header;
    }
    if (size < 0 || packed < 0 || header < 0) {
      throw incomplete();
    }
    boolean encrypted = (int16(bytes, at + 8) & 1) != 0;
    return new Entry(header + shift, packed, size, uint32(bytes, at + 16), method == 8, encrypted);
  }

  /** Where the long sizes of an entry stand; 0 where it has none, or not all of them. */
  private static int extra64(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 4 <= to) {
      int length = int16(bytes, at + 2);
      if (int16(bytes, at) == EXTRA_64) {
        return at + 4 + length <= to && at + 4 + 24 <= bytes.length ? at + 4 : 0;
      }
      at += 4 + length;
    }
    return 0;
  }

  /** Part names are compared without case (ECMA-376 part 2); some writers use backslashes. */
  private static String key(String name) {
    String path = name.indexOf('\\') < 0 ? name : name.replace('\\', '/');
    return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
  }

  /** A part by its name; null where there is none. */
  Entry entry(String name) {
    return entries.get(key(name));
  }

  /** Whether any part stands in a folder, given in small letters. */
  boolean hasFolder(String folder) {
    return entries.keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  static int int16(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  static int int32(byte[] bytes, int at) {
    return int16(bytes, at) | int16(bytes, at + 2) << 16;
  }

  private static long uint32(byte[] bytes, int at) {
    return int32(bytes, at) & UNSAID;
  }

  private static long int64(byte[] bytes, int at) {
    return uint32(bytes, at) | (long) int32(bytes, at + 4) << 32;
  }
}
