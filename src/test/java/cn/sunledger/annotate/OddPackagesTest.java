package cn.sunledger.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Packages as other programs write them, and files that must be refused. */
class OddPackagesTest {
  private static final String MAIN = TinyPackage.MAIN;
  private static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetProtection",
          "autoFilter",
          "mergeCells",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "ignoredErrors",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "picture",
          "oleObjects",
          "controls",
          "tableParts",
          "extLst");

  @TempDir Path folder;

  private Path annotate(Path input, String name, String... cells) throws AnnotationException {
    List<CellRef> refs = new ArrayList<>();
    for (String cell : cells) {
      refs.add(Changsha.cell("表", cell));
    }
    List<Finding> findings =
        refs.isEmpty()
            ? List.of()
            : List.of(
                new Finding(
                    "T-01",
                    Severity.ERROR,
                    "不符",
                    "表",
                    refs,
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    Optional.empty()));
    Path output = folder.resolve(name);
    new WorkbookAnnotator()
        .annotate(
            input,
            output,
            new Disclosure(
                "表.xlsx",
                DocumentKind.DEPARTMENT_BUDGET,
                Optional.empty(),
                "",
                "",
                List.of(),
                List.of(),
                List.of()),
            new CheckReport(findings, List.of(), 1, 0),
            Optional.empty(),
            Optional.empty());
    return output;
  }

  private static String part(Path file, String name) throws Exception {
    return new String(PackageParts.of(file).get(name), StandardCharsets.UTF_8);
  }

  @Test
  void cellsWithoutAddressesAreCounted() throws Exception {
    Path input =
        TinyPackage.withSheet(
                "<worksheet xmlns='"
                    + MAIN
                    + "'><sheetData><row><c><v>1</v></c><c><v>2</v></c>"
                    + "</row><row/><row><c/></row></sheetData></worksheet>")
            .write(folder.resolve("a.xlsx"));
    Path output = annotate(input, "b.xlsx", "B1", "C1", "B2", "A3", "A5");
    assertEquals(
        "<sheetData><row><c><v>1</v></c><c s=\"T\"><v>2</v></c><c r=\"C1\" s=\"O\"/></row>"
            + "<row><c r=\"B2\" s=\"O\"/></row><row><c s=\"O\"/></row>"
            + "<row r=\"5\"><c r=\"A5\" s=\"O\"/></row></sheetData>",
        tints(part(output, "xl/sheet.xml")));
    Path twice = annotate(output, "c.xlsx", "B1", "C1", "B2", "A3", "A5");
    assertEquals(-1, Files.mismatch(output, twice));
    assertEquals(
        "<sheetData><row><c><v>1</v></c><c s=\"0\"><v>2</v></c></row><row></row>"
            + "<row><c s=\"0\"/></row><row r=\"5\"></row></sheetData>",
        data(part(annotate(twice, "d.xlsx"), "xl/sheet.xml")));
  }

  private static String data(String sheet) {
    return sheet.substring(
        sheet.indexOf("<sheetData>"), sheet.indexOf("</sheetData>") + "</sheetData>".length());
  }

  /** The first style in use is that of the first cell, the other that of the other operands. */
  private static String tints(String sheet) {
    String data = data(sheet);
    int at = data.indexOf(" s=\"") + 4;
    String first = data.substring(at, data.indexOf('"', at));
    return data.replace("s=\"" + first + "\"", "s=\"T\"").replaceAll("s=\"[0-9]+\"", "s=\"O\"");
  }

  @Test
  void prefixedNamesAreUnderstood() throws Exception {
    Path input =
        TinyPackage.withSheet(
                "<x:worksheet xmlns:x='"
                    + MAIN
                    + "'><x:sheetData><x:row r='2'><x:c r='B2' s='0'>"
                    + "<x:v>1</x:v></x:c></x:row></x:sheetData><x:pageMargins left='1' right='1'"
                    + " top='1' bottom='1' header='1' footer='1'/></x:worksheet>")
            .write(folder.resolve("a.xlsx"));
    Path output = annotate(input, "b.xlsx", "B2", "D2");
    String sheet = part(output, "xl/sheet.xml");
    assertTrue(sheet.matches("(?s).*<x:c r='B2' s=\"\\d+\"><x:v>1</x:v></x:c>.*"), sheet);
    assertTrue(sheet.matches("(?s).*<x:c r=\"D2\" s=\"\\d+\"/></x:row>.*"), sheet);
    assertTrue(sheet.contains("<x:legacyDrawing xmlns:r="), sheet);
    inOrder(output);
    assertEquals(-1, Files.mismatch(output, annotate(output, "c.xlsx", "B2", "D2")));
  }

  @Test
  void aPartInAnotherEncodingIsUnderstood() throws Exception {
    String sheet =
        "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='"
            + MAIN
            + "'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>合计</t></is></c></row>"
            + "</sheetData></worksheet>";
    Path input =
        TinyPackage.withSheet("")
            .part("xl/sheet.xml", sheet, StandardCharsets.UTF_16)
            .write(folder.resolve("a.xlsx"));
    String written = part(annotate(input, "b.xlsx", "A1"), "xl/sheet.xml");
    assertTrue(written.startsWith("<?xml version='1.0' encoding='UTF-8'?><worksheet"), written);
    assertTrue(written.contains("<t>合计</t>"), written);
  }

  @Test
  void elementsStandWhereTheSchemaWantsThem() throws Exception {
    Path input =
        TinyPackage.withSheet(
                "<worksheet xmlns='"
                    + MAIN
                    + "' xmlns:mc='http://schemas.openxmlformats.org/"
                    + "markup-compatibility/2006'><sheetData><row r='1'><c r='A1'><v>1</v></c>"
                    + "</row></sheetData><pageMargins left='1' right='1' top='1' bottom='1'"
                    + " header='1' footer='1'/><mc:AlternateContent><mc:Choice Requires='x14'>"
                    + "<controls/></mc:Choice></mc:AlternateContent><extLst/></worksheet>")
            .write(folder.resolve("a.xlsx"));
    Path output = annotate(input, "b.xlsx", "A1");
    inOrder(output);
    String sheet = part(output, "xl/sheet.xml");
    assertTrue(sheet.indexOf("<legacyDrawing") < sheet.indexOf("<mc:AlternateContent"), sheet);
    new WorkbookAnnotator()
        .annotate(
            Changsha.FILE,
            folder.resolve("c.xlsx"),
            Changsha.disclosure(Changsha.FILE),
            Changsha.report(),
            Optional.of(Changsha.comparison("changsha-2023-final-accounts.xlsx")),
            Optional.of(Changsha.narrative("")));
    inOrder(folder.resolve("c.xlsx"));
  }

  private static void inOrder(Path file) throws Exception {
    for (Map.Entry<String, byte[]> part : PackageParts.of(file).entrySet()) {
      if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels")) {
        Document document = parse(part.getValue());
        if (document.getDocumentElement().getLocalName().equals("worksheet")) {
          int last = -1;
          Node child = document.getDocumentElement().getFirstChild();
          for (; child != null; child = child.getNextSibling()) {
            int place = ORDER.indexOf(child.getLocalName());
            if (MAIN.equals(child.getNamespaceURI())) {
              assertTrue(place >= 0, part.getKey() + " " + child.getLocalName());
              assertTrue(place >= last, part.getKey() + " " + child.getLocalName());
              last = place;
            }
          }
        }
      }
    }
  }

  private static Document parse(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(bytes));
  }

  private void refused(Path input, String sentence) {
    AnnotationException e =
        assertThrows(AnnotationException.class, () -> annotate(input, "out.xlsx", "A1"));
    assertEquals(input.getFileName() + "：" + sentence, e.getMessage());
    assertFalse(Files.exists(folder.resolve("out.xlsx")));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static TinyPackage plain() {
    return TinyPackage.withSheet("<worksheet xmlns='" + MAIN + "'><sheetData/></worksheet>");
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws Exception {
    refused(folder.resolve("none.xlsx"), "文件不存在。");
    refused(file("empty.xlsx", new byte[0]), "文件是空的。");
    refused(
        file("page.xlsx", "<html></html>".getBytes(StandardCharsets.UTF_8)),
        "不是 Excel 工作簿，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试。");
    refused(
        file("cut.xlsx", java.util.Arrays.copyOf(Files.readAllBytes(Changsha.FILE), 5000)),
        "文件已损坏或不完整，请用 Excel 或 WPS 打开修复并另存后再试。");
    refused(
        plain()
            .part("_rels/.rels", TinyPackage.relations("urn:other", "xl/workbook.xml"))
            .write(folder.resolve("other.xlsx")),
        "不是 Excel 工作簿（找不到工作簿部分）。");
  }

  @Test
  void whatCannotBeWrittenSafelyIsRefused() throws Exception {
    refused(
        plain()
            .part(
                "_rels/.rels",
                TinyPackage.relations(
                    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                    "xl/workbook.xml"))
            .write(folder.resolve("strict.xlsx")),
        "文件为 Strict Open XML 格式，请在 Excel 中另存为普通的“Excel 工作簿（*.xlsx）”后再试。");
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    refused(
        plain()
            .part(
                "_rels/.rels",
                TinyPackage.relations(office + "/officeDocument", "xl/workbook.xml")
                    .replace(
                        "</Relationships>",
                        "<Relationship Id='s' Type='http://schemas.openxmlformats.org/package/2006/"
                            + "relationships/digital-signature/origin' Target='s'/>"
                            + "</Relationships>"))
            .write(folder.resolve("signed.xlsx")),
        "文件带有数字签名，改动后签名会失效，请先移除签名或另存副本后再试。");
    refused(
        plain()
            .part(
                "xl/_rels/workbook.xml.rels",
                TinyPackage.relations(office + "/worksheet", "sheet.xml")
                    .replace(
                        "</Relationships>",
                        "<Relationship Id='h' Type='"
                            + office
                            + "/revisionHeaders' Target='h.xml'/></Relationships>"))
            .write(folder.resolve("shared.xlsx")),
        "文件是带修订记录的共享工作簿，请先取消共享再试。");
    refused(
        plain()
            .part("xl/sheet.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>")
            .write(folder.resolve("doctype.xlsx")),
        "文件内部带有文档类型声明（DOCTYPE），不安全，请用 Excel 或 WPS 另存后再试。");
    refused(
        plain()
            .part("xl/sheet.xml", "<worksheet xmlns='" + MAIN + "'><sheetData")
            .write(folder.resolve("broken.xlsx")),
        "文件内部的 XML 不完整，请用 Excel 或 WPS 打开并另存后再试。");
  }

  @Test
  void whatHasAPasswordIsRefused() throws Exception {
    Path xlsx = folder.resolve("password.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("1");
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(Changsha.FILE, out);
      }
      try (OutputStream out = Files.newOutputStream(xlsx)) {
        files.writeFilesystem(out);
      }
    }
    refused(xlsx, "文件有打开密码，请先去掉密码再试。");
    Path xls = folder.resolve("password.xls");
    Biff8EncryptionKey.setCurrentUserPassword("1");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue(1);
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    refused(xls, "文件有打开密码，请先去掉密码再试。");
  }

  /** Macros are kept byte for byte and never run, in either format. */
  @Test
  void macrosAreKept() throws Exception {
    String shared = System.getenv().getOrDefault("SUNLEDGER_SHARED", "../shared");
    Path corpus = Path.of(shared, "poi-corpus");
    if (!Files.isDirectory(corpus)) {
      System.out.println("left out: no " + corpus);
      return;
    }
    Path old = annotated(corpus.resolve("SimpleMacro.xls"), "macro.xls");
    XlsRecords before = XlsRecords.of(corpus.resolve("SimpleMacro.xls"));
    assertTrue(before.streams().stream().anyMatch(name -> name.startsWith("/_VBA_PROJECT_CUR/")));
    assertEquals(java.util.Set.of(), before.lostStreams(XlsRecords.of(old)));
    for (String name : List.of("SimpleMacro.xlsm", "xlmmacro.xlsm", "45431.xlsm", "47026.xlsm")) {
      Path file = corpus.resolve(name);
      Path copy = annotated(file, name);
      Map<String, byte[]> parts = PackageParts.of(file);
      Map<String, byte[]> kept = PackageParts.of(copy);
      parts.forEach(
          (part, bytes) -> {
            if (part.contains("vba") || part.contains("macrosheets")) {
              assertTrue(java.util.Arrays.equals(bytes, kept.get(part)), name + " " + part);
            }
          });
      String types =
          new String(kept.get("[Content_Types].xml"), java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(types.contains("sheet.macroEnabled"), name);
    }
  }

  private Path annotated(Path file, String name) throws Exception {
    Path out = folder.resolve(name);
    new WorkbookAnnotator()
        .annotate(
            file,
            out,
            new Disclosure(
                name,
                DocumentKind.DEPARTMENT_BUDGET,
                Optional.empty(),
                "",
                "",
                List.of(),
                List.of(),
                List.of()),
            new CheckReport(List.of(), List.of(), 1, 1),
            Optional.empty(),
            Optional.empty());
    return out;
  }
}
