package cn.sunledger.grid;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small .xlsx packages written part by part, so that a test says exactly what stands in a file. */
public final class XlsxFixture {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A package with one sheet, named 表, whose part holds this XML between its root tags. */
  public static XlsxFixture sheet(String content) {
    return new XlsxFixture()
        .part("_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml"))
        .workbook("<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")
        .part(
            "xl/_rels/workbook.xml.rels",
            relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId8", "sharedStrings", "sharedStrings.xml")
                + relation("rId9", "styles", "styles.xml"))
        .styles("")
        .worksheet("xl/worksheets/sheet1.xml", content);
  }

  /** One relationship as it stands in a .rels part. */
  public static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATION, type, target);
  }

  public XlsxFixture workbook(String content) {
    return part("xl/workbook.xml", root("workbook", content));
  }

  public XlsxFixture worksheet(String name, String content) {
    return part(name, root("worksheet", content));
  }

  public XlsxFixture strings(String content) {
    return part("xl/sharedStrings.xml", root("sst", content));
  }

  public XlsxFixture styles(String content) {
    return part("xl/styles.xml", root("styleSheet", content));
  }

  private static String root(String name, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%s xmlns=\"%s\" xmlns:r=\"%s\">%s</%s>"
        .formatted(name, MAIN, RELATION, content, name);
  }

  /** Sets a part; relationships are given without their root. */
  public XlsxFixture part(String name, String xml) {
    String whole =
        name.endsWith(".rels") && !xml.contains("<Relationships")
            ? "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + xml
                + "</Relationships>"
            : xml;
    return part(name, whole.getBytes(StandardCharsets.UTF_8));
  }

  public XlsxFixture part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  public XlsxFixture without(String name) {
    parts.remove(name);
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
