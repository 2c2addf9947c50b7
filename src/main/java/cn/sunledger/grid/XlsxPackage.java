package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.zip.Inflater;

/** The package of an .xlsx: its parts by name. One part is open at a time. */
final class XlsxPackage implements Closeable {
  private static final int USUAL_PART = 1 << 14;

  /** From here on a thread of its own for unpacking pays. */
  private static final long LARGE_PART = 4L << 20;

  private final ZipBytes file;
  private final ZipDirectory directory;
  private final Inflater inflater = new Inflater(true);
  private final Unpacked unpacked;

  /** The buffer of the part that was read before. */
  private byte[] spare = new byte[USUAL_PART];

  XlsxPackage(ZipBytes bytes) throws IOException {
    file = bytes;
    unpacked = new Unpacked(file.length());
    ZipDirectory read = null;
    try {
      read = new ZipDirectory(file);
    } finally {
      if (read == null) {
        close();
      }
    }
    directory = read;
  }

  /** Whether the package has a part of this name, whatever the case of its letters. */
  boolean has(String name) {
    return directory.entry(name) != null;
  }

  /** Whether any part stands in a folder, given in small letters. */
  boolean hasFolder(String folder) {
    return directory.hasFolder(folder);
  }

  /**
   * Opens a part of XML.
   *
   * @param name its name in the package
   * @param most how many bytes it may have, unpacked
   */
  XmlPart xml(String name, long most) throws IOException {
    ZipDirectory.Entry entry = directory.entry(name);
    if (entry == null) {
      throw WorkbookFault.damaged("缺少部件 " + Messages.clean(name), null);
    }
    ZipPart part = new ZipPart(file, entry, most, inflater, unpacked);
    InputStream in = entry.size() < LARGE_PART ? part : new ReadAhead(part);
    XmlWindow window = new XmlWindow(in, Math.max(0, entry.size()), spare);
    spare = window.buffer;
    return new XmlPart(window);
  }

  /** A part's name from a target in the relationships of another part. */
  static String resolve(String source, String target) {
    String path = target.replace('\\', '/');
    int slash = source.lastIndexOf('/');
    String full = path.startsWith("/") ? path.substring(1) : source.substring(0, slash + 1) + path;
    if (!full.contains("//") && !full.contains("./")) {
      return full;
    }
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
    inflater.end();
    file.close();
  }
}
