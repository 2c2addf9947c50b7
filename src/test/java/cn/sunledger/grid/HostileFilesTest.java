package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files made to do harm: they are refused in a sentence, or read without harm. */
@Timeout(60)
class HostileFilesTest {
  private static final String AGAIN = "；请重新获取这份文件，或在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。";
  private static final String EXCESS = "，为安全起见未读取；请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。";

  @TempDir Path folder;

  private String refusal(XlsxFixture fixture) throws IOException {
    Path file = fixture.write(folder.resolve("a.xlsx"));
    return assertThrows(UnreadableWorkbookException.class, () -> new WorkbookReader().read(file))
        .getMessage();
  }

  private static XlsxFixture harmless() {
    return XlsxFixture.sheet("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>")
        .strings("<si><t>收入</t></si>")
        .styles("<cellXfs><xf numFmtId=\"0\"/></cellXfs>");
  }

  /** Puts a declaration and a reference into a part that is otherwise as it must be. */
  private static String with(String declaration, String root, String content) {
    return "<?xml version=\"1.0\"?>" + declaration + "<" + root + ">" + content + "</" + root + ">";
  }

  @Test
  void externalEntitiesReachNeitherFileNorNetwork() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "机密");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (String target : new String[] {secret.toUri().toString(), url}) {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + target + "\">]>";
        String external = "<!DOCTYPE x SYSTEM \"" + target + "\">";
        String parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + target + "\"> %p;]>";
        for (String declaration : new String[] {entity, external, parameter}) {
          everyPartRefuses(declaration);
        }
      }
      server.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, server::accept, "a part reached the network");
    }
  }

  private void everyPartRefuses(String declaration) throws IOException {
    String expected = "《a.xlsx》已损坏（XML 中含有不允许的 DOCTYPE 声明）" + AGAIN;
    String rows = "<sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData>";
    assertEquals(
        expected,
        refusal(harmless().part("xl/worksheets/sheet1.xml", with(declaration, "worksheet", rows))));
    assertEquals(
        expected,
        refusal(
            harmless()
                .part("xl/sharedStrings.xml", with(declaration, "sst", "<si><t>&e;</t></si>"))));
    assertEquals(
        expected, refusal(harmless().part("xl/styles.xml", with(declaration, "styleSheet", ""))));
    assertEquals(
        expected, refusal(harmless().part("xl/workbook.xml", with(declaration, "workbook", ""))));
    assertEquals(
        expected,
        refusal(
            harmless().part("xl/_rels/workbook.xml.rels", with(declaration, "Relationships", ""))));
    assertEquals(
        expected, refusal(harmless().part("_rels/.rels", with(declaration, "Relationships", ""))));
  }

  @Test
  void entityBombsDoNotExpand() throws Exception {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    assertEquals(
        "《a.xlsx》已损坏（XML 中含有不允许的 DOCTYPE 声明）" + AGAIN,
        refusal(
            harmless()
                .part(
                    "xl/sharedStrings.xml",
                    with(bomb.append("]>").toString(), "sst", "<si><t>&a39;</t></si>"))));
  }

  @Test
  void bombsByRatioAreStopped() throws Exception {
    Path file = folder.resolve("bomb.xlsx");
    bomb(file, "<c/>", 128L << 20);
    assertEquals(
        "《bomb.xlsx》的内容超出合理范围（压缩比超过 250 倍，疑似压缩炸弹）" + EXCESS,
        assertThrows(UnreadableWorkbookException.class, () -> new WorkbookReader().read(file))
            .getMessage());
  }

  @Test
  void longRepeatsThatAreNoBombAreRead() throws Exception {
    String text = "财政拨款收入".repeat(5_000);
    StringBuilder strings = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      strings.append("<si><t>").append(text).append("</t></si>");
    }
    Path file = harmless().strings(strings.toString()).write(folder.resolve("long.xlsx"));
    WorkbookGrid grid = new WorkbookReader().read(file);
    assertEquals(text, grid.sheets().get(0).value(0, 0).text());
    assertTrue(Files.size(file) * 100 < 50L * text.length() * 3, "the file is not packed well");
  }

  private static void bomb(Path file, String unit, long size) throws IOException {
    Path harmless = harmless().write(file.resolveSibling("harmless.xlsx"));
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        java.util.zip.ZipFile source = new java.util.zip.ZipFile(harmless.toFile())) {
      for (ZipEntry entry : source.stream().toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          zip.write("<worksheet><sheetData><row>".getBytes(StandardCharsets.UTF_8));
          byte[] block = unit.repeat(16_384).getBytes(StandardCharsets.UTF_8);
          for (long written = 0; written < size; written += block.length) {
            zip.write(block);
          }
          zip.write("</row></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        } else {
          zip.write(source.getInputStream(entry).readAllBytes());
        }
        zip.closeEntry();
      }
    }
  }

  @Test
  void endlessTextsAreStopped() throws Exception {
    String endless = "<si><t>" + "长".repeat(Bounds.CELL_CHARACTERS + 1) + "</t></si>";
    assertEquals(
        "《a.xlsx》的内容超出合理范围（一个单元格的文字超过 4194304 个字符）" + EXCESS, refusal(harmless().strings(endless)));
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    XlsxFixture fixture = harmless();
    for (int i = 0; i < Bounds.ENTRIES; i++) {
      fixture.part("xl/x" + i, "");
    }
    assertEquals("《a.xlsx》的内容超出合理范围（压缩包内有 50006 个部件）" + EXCESS, refusal(fixture));
  }

  @Test
  void partsOfTheSameNameAreRefused() throws Exception {
    assertEquals(
        "《a.xlsx》已损坏（压缩包内有重名的部件）" + AGAIN,
        refusal(harmless().part("XL/Worksheets/Sheet1.xml", "<worksheet/>")));
  }

  @Test
  void partNamesDoNotLeaveThePackage() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.xml"), "<worksheet/>");
    Path file =
        harmless()
            .part(
                "xl/_rels/workbook.xml.rels",
                XlsxFixture.relation("rId1", "worksheet", "../../../../../" + outside))
            .write(folder.resolve("a.xlsx"));
    assertEquals("# 0 表\nremark 工作簿中缺少这张工作表的内容。", GridText.of(new WorkbookReader().read(file)));
  }

  @Test
  void deepNestingDoesNotOverflowTheStack() throws Exception {
    String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
    assertEquals(
        "《a.xlsx》的内容超出合理范围（XML 嵌套过深）" + EXCESS, refusal(XlsxFixture.sheet(deep + "<sheetData/>")));
  }

  @Test
  void manyMergesAndColumnsAreRead() throws Exception {
    StringBuilder merges = new StringBuilder("<sheetData/><mergeCells>");
    for (int i = 1; i <= 60_000; i++) {
      merges.append("<mergeCell ref=\"A%d:XFD%d\"/>".formatted(i, i));
    }
    Path file =
        XlsxFixture.sheet(merges.append("</mergeCells>").toString())
            .write(folder.resolve("a.xlsx"));
    SheetGrid sheet = new WorkbookReader().read(file).sheets().get(0);
    assertEquals(60_000, sheet.merges().size());
    assertEquals(new Merge(59_999, 0, 59_999, 16_383), sheet.merges().get(59_999));
    assertFalse(sheet.rowHidden(0));
  }
}
