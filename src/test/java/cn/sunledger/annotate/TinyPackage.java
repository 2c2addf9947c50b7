package cn.sunledger.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of a few parts, written by hand. */
final class TinyPackage {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook with one sheet named 表 that holds what is given. */
  static TinyPackage withSheet(String sheet) {
    return new TinyPackage()
        .part(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package"
                + ".relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd."
                + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                + "<Override PartName='/xl/sheet.xml' ContentType='application/vnd."
                + "openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>")
        .part("_rels/.rels", relations(OFFICE + "/officeDocument", "xl/workbook.xml"))
        .part(
            "xl/workbook.xml",
            "<workbook xmlns='"
                + MAIN
                + "' xmlns:r='"
                + OFFICE
                + "'><sheets><sheet name='表' sheetId='7' r:id='rId1'/></sheets></workbook>")
        .part("xl/_rels/workbook.xml.rels", relations(OFFICE + "/worksheet", "sheet.xml"))
        .part("xl/sheet.xml", sheet);
  }

  static String relations(String type, String target) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + "<Relationship Id='rId1' Type='"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  TinyPackage part(String name, String text) {
    return part(name, text, StandardCharsets.UTF_8);
  }

  TinyPackage part(String name, String text, Charset charset) {
    parts.put(name, text.getBytes(charset));
    return this;
  }

  Path write(Path file) throws IOException {
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
