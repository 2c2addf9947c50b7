package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The smallest workbook there is. Its only sheet is marked as one of sunledger's own, so that
 * nothing of it is left once sunledger's sheets are written into it.
 */
public final class BlankWorkbook {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private BlankWorkbook() {}

  /** What is written into it. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param blank the workbook
     * @throws IOException where that fails
     */
    void into(OoxmlWorkbook blank) throws IOException;
  }

  /**
   * Makes one beside a file for as long as something is written into it.
   *
   * @param file the file that comes of it
   * @param role which of sunledger's sheets its only sheet is marked as, and is shown first
   * @param content is written into it
   * @throws IOException where it cannot be written
   */
  public static void fill(Path file, OwnSheet.Role role, Content content) throws IOException {
    Path blank = file.resolveSibling(file.getFileName() + ".blank");
    try {
      write(blank, role);
      try (OoxmlWorkbook workbook = new OoxmlWorkbook(blank)) {
        content.into(workbook);
      }
    } finally {
      Files.deleteIfExists(blank);
    }
  }

  private static void write(Path file, OwnSheet.Role role) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts(role).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((Ooxml.DECLARATION + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static Map<String, String> parts(OwnSheet.Role role) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\""
            + Ooxml.RELATIONS_TYPE
            + "\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("xl/workbook.xml", Ooxml.WORKBOOK_TYPE)
            + override(SHEET, Ooxml.WORKSHEET_TYPE)
            + "</Types>");
    parts.put(Relations.partOf(""), relation(Ooxml.OFFICE_DOCUMENT, "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + Ooxml.MAIN
            + "\" xmlns:r=\""
            + Ooxml.RELATIONS
            + "\"><bookViews><workbookView/></bookViews><sheets><sheet name=\""
            + role.title()
            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\""
            + role.mark()
            + "\" hidden=\"1\">"
            + References.quoted(role.title())
            + "!$A$1</definedName></definedNames></workbook>");
    parts.put(Relations.partOf("xl/workbook.xml"), relation(Ooxml.WORKSHEET, SHEET));
    parts.put(SHEET, "<worksheet xmlns=\"" + Ooxml.MAIN + "\"><sheetData/></worksheet>");
    return parts;
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + Ooxml.PACKAGE_RELATIONS
        + "\"><Relationship Id=\"rId1\" Type=\""
        + type
        + "\" Target=\"/"
        + target
        + "\"/></Relationships>";
  }
}
