package cn.sunledger.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Knows a Word document of ours by the author in its properties. */
public final class DocumentMark {
  static final String AUTHOR = "sunledger";

  private static final String PROPERTIES = "docProps/core.xml";
  private static final int LONGEST = 1 << 16;

  private DocumentMark() {}

  /**
   * Whether sunledger wrote a document.
   *
   * @param file a file of any kind
   * @throws IOException where it cannot be read
   */
  public static boolean on(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(PROPERTIES);
      if (entry == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        String properties = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        return properties.contains("<dc:creator>" + AUTHOR + "</dc:creator>");
      }
    } catch (ZipException e) {
      return false;
    }
  }
}
