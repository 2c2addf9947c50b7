package cn.sunledger.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word documents written by hand, so that they hold what a library would not write. */
final class WordSample {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder types = new StringBuilder();

  /** A document with this body. */
  WordSample(String body) {
    parts.put("[Content_Types].xml", "");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + R
            + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    parts.put(
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\""
            + W
            + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:r=\""
            + R
            + "\"><w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>");
    parts.put("word/media/image1.png", "not really a picture");
  }

  /** Adds a part of the document and its relation. */
  WordSample with(String kind, String content) {
    relations.append(
        "<Relationship Id=\"rId"
            + (parts.size() + 1)
            + "\" Type=\""
            + R
            + "/"
            + kind
            + "\" Target=\""
            + kind
            + ".xml\"/>");
    types.append(
        "<Override PartName=\"/word/"
            + kind
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
            + "wordprocessingml."
            + kind
            + "+xml\"/>");
    parts.put("word/" + kind + ".xml", content.replaceFirst(">", " xmlns:w=\"" + W + "\">"));
    return this;
  }

  /** Puts this in the place of the document. */
  WordSample document(String xml) {
    parts.put("word/document.xml", xml);
    return this;
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>(parts);
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            + "relationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + types
            + "</Types>");
    all.put(
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relations
            + "</Relationships>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A paragraph of runs. */
  static String p(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  /** A run with a text. */
  static String r(String text) {
    return "<w:r><w:t>" + text + "</w:t></w:r>";
  }

  /** The parts of a file. */
  static Map<String, String> parts(byte[] file) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
