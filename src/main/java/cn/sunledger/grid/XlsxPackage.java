package cn.sunledger.grid;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The package of an .xlsx: its parts by name, each read within bounds and against its checksum. */
final class XlsxPackage implements Closeable {
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  XlsxPackage(Path file) throws IOException {
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw WorkbookFault.damaged("压缩包不完整，可能没有下载完", e);
    }
    boolean read = false;
    try {
      index();
      read = true;
    } finally {
      if (!read) {
        zip.close();
      }
    }
  }

  private void index() throws WorkbookFault {
    if (zip.size() > Bounds.ENTRIES) {
      throw WorkbookFault.excessive("压缩包内有 " + zip.size() + " 个部件");
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
        // two readers would see two different workbooks
        throw WorkbookFault.damaged("压缩包内有重名的部件", null);
      }
    }
  }

  /** Part names are compared without case (ECMA-376 part 2); some writers use backslashes. */
  private static String key(String name) {
    String path = name.replace('\\', '/');
    return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** Whether any part stands in a folder. */
  boolean hasFolder(String folder) {
    return entries.keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  /** Opens a part of XML, which may have no more than some bytes, unpacked. */
  XmlPart xml(String name, long most) throws IOException {
    InputStream part = open(name, most);
    return new XmlPart(new XmlWindow(part, Math.max(0, entries.get(key(name)).getSize())));
  }

  /**
   * Opens a part.
   *
   * @param name its name in the package
   * @param most how many bytes it may have, unpacked
   */
  private InputStream open(String name, long most) throws IOException {
    ZipEntry entry = entries.get(key(name));
    if (entry == null) {
      throw WorkbookFault.damaged("缺少部件 " + Messages.clean(name), null);
    }
    try {
      return new Guarded(zip.getInputStream(entry), entry, most);
    } catch (ZipException e) {
      throw e.getMessage() != null && e.getMessage().contains("encrypted")
          ? new WorkbookFault("是加了密码的压缩包", "请先解压缩，再用其中的工作簿重试", e)
          : WorkbookFault.damaged("压缩包无法解开", e);
    }
  }

  /** A part's name from a target in the relationships of another part. */
  static String resolve(String source, String target) {
    String path = target.replace('\\', '/');
    int slash = source.lastIndexOf('/');
    String full = path.startsWith("/") ? path : source.substring(0, slash + 1) + path;
    ArrayDeque<String> steps = new ArrayDeque<>();
    for (String step : full.split("/")) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Counts what comes out against what went in, and checks the checksum at the end. */
  private static final class Guarded extends FilterInputStream {
    private final ZipEntry entry;
    private final long most;
    private final CRC32 checksum = new CRC32();
    private long count;
    private boolean ended;

    Guarded(InputStream in, ZipEntry entry, long most) {
      super(in);
      this.entry = entry;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read;
      try {
        read = in.read(buffer, offset, length);
      } catch (ZipException | java.io.EOFException e) {
        throw WorkbookFault.damaged("压缩数据有误", e);
      }
      if (read > 0) {
        count += read;
        checksum.update(buffer, offset, read);
        guard();
      } else if (read < 0 && !ended) {
        ended = true;
        if (entry.getCrc() >= 0 && checksum.getValue() != entry.getCrc()) {
          throw WorkbookFault.damaged("校验和不符", null);
        }
      }
      return read;
    }

    private void guard() throws WorkbookFault {
      if (count > most) {
        throw WorkbookFault.excessive("部件解压后超过 " + (most >> 20) + " MB");
      }
      long packed = Math.max(1, entry.getCompressedSize());
      if (count > Bounds.FREE_BYTES && count / packed > Bounds.RATIO) {
        throw WorkbookFault.excessive("压缩比超过 " + Bounds.RATIO + " 倍，疑似压缩炸弹");
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
