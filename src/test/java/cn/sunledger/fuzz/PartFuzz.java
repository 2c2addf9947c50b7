package cn.sunledger.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any bytes as one part of a package that is otherwise sound; the first byte says which part. */
public final class PartFuzz {
  static final String SHEET = "xl/worksheets/sheet1.xml";

  private static final Map<String, String> SOUND = new LinkedHashMap<>();

  static {
    String relation =
        "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>";
    SOUND.put(
        SHEET,
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>1.5</v></c></row></sheetData></worksheet>");
    SOUND.put("xl/sharedStrings.xml", "<sst><si><t>收入</t></si></sst>");
    SOUND.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"0.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>");
    SOUND.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    SOUND.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
            + relation.formatted("rId1", "worksheet", "worksheets/sheet1.xml")
            + relation.formatted("rId2", "sharedStrings", "sharedStrings.xml")
            + relation.formatted("rId3", "styles", "styles.xml")
            + "</Relationships>");
    SOUND.put(
        "_rels/.rels",
        "<Relationships>"
            + relation.formatted("rId1", "officeDocument", "xl/workbook.xml")
            + "</Relationships>");
  }

  private PartFuzz() {}

  /**
   * One input.
   *
   * @param bytes which part, then its content
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length > 0) {
      String part = SOUND.keySet().toArray(String[]::new)[(bytes[0] & 0xFF) % SOUND.size()];
      Promise.ofFile(workbook(part, Arrays.copyOfRange(bytes, 1, bytes.length)));
    }
  }

  static byte[] workbook(String changed, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, String> part : SOUND.entrySet()) {
        byte[] text =
            part.getKey().equals(changed)
                ? content
                : part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(text);
        entry.setCrc(checksum.getValue());
        entry.setSize(text.length);
        zip.putNextEntry(entry);
        zip.write(text);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
