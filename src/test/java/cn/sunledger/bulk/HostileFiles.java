package cn.sunledger.bulk;

import cn.sunledger.grid.XlsxFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the hostile and broken files, each with what must become of it. */
final class HostileFiles {
  private static final String AGAIN = "；请重新获取这份文件，或在 Excel 或 WPS 中打开并另存为 \\.xlsx 后重试。";
  private static final String EXCESS = "，为安全起见未读取；请在 Excel 或 WPS 中打开并另存为 \\.xlsx 后重试。";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final Path folder;
  private final List<HostileCase> cases = new ArrayList<>();

  HostileFiles(Path folder) {
    this.folder = folder;
  }

  List<HostileCase> write() throws IOException {
    bombs();
    entities();
    packages();
    cells();
    formulas();
    names();
    sizes();
    otherKinds();
    damaged();
    return cases;
  }

  private static String rows(String rows) {
    return "<sheetData>" + rows + "</sheetData>";
  }

  private static XlsxFixture sheet(String rows) {
    return XlsxFixture.sheet(rows(rows));
  }

  private void read(String file, XlsxFixture fixture, String... csv) throws IOException {
    fixture.write(folder.resolve(file));
    cases.add(HostileCase.read(file, csv));
  }

  private void says(String... words) {
    cases.set(cases.size() - 1, cases.get(cases.size() - 1).saying(words));
  }

  private void refused(String file, XlsxFixture fixture, String reason) throws IOException {
    fixture.write(folder.resolve(file));
    cases.add(HostileCase.refused(file, "《" + file + "》" + reason));
  }

  private void refused(String file, byte[] bytes, String reason) throws IOException {
    Files.write(folder.resolve(file), bytes);
    cases.add(HostileCase.refused(file, "《" + file + "》" + reason));
  }

  /** A part of any size, written without holding it. */
  private void repeated(
      String file, XlsxFixture fixture, String part, String[] frame, String unit, long size)
      throws IOException {
    Path sound = fixture.without(part).write(folder.resolve(file));
    byte[] whole = Files.readAllBytes(sound);
    try (OutputStream out = Files.newOutputStream(sound);
        ZipOutputStream zip = new ZipOutputStream(out);
        var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(whole))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(in.readAllBytes());
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(frame[0].getBytes(StandardCharsets.UTF_8));
      byte[] block =
          unit.repeat(Math.max(1, 65_536 / unit.length())).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < size; written += block.length) {
        zip.write(block);
      }
      zip.write(frame[1].getBytes(StandardCharsets.UTF_8));
    }
  }

  private void bombs() throws IOException {
    String[] sheet = {"<worksheet><sheetData><row r=\"1\">", "</row></sheetData></worksheet>"};
    String[] texts = {"<sst>", "</sst>"};
    String text = "<c r=\"A1\" t=\"s\"><v>0</v></c>";
    repeated("bomb-ratio.xlsx", sheet(""), SHEET, sheet, "<c/>", 100L << 20);
    cases.add(
        HostileCase.refused(
            "bomb-ratio.xlsx", "《bomb-ratio\\.xlsx》的内容超出合理范围（压缩比超过 250 倍.*" + EXCESS));
    repeated(
        "bomb-strings.xlsx",
        sheet(text),
        "xl/sharedStrings.xml",
        texts,
        "<si><t>长</t></si>",
        80L << 20);
    cases.add(HostileCase.refused("bomb-strings.xlsx", ".*压缩比超过 250 倍.*" + EXCESS));
    repeated(
        "bomb-endless-text.xlsx",
        sheet(text),
        "xl/sharedStrings.xml",
        new String[] {"<sst><si><t>", "</t></si></sst>"},
        "啊",
        20L << 20);
    cases.add(HostileCase.refused("bomb-endless-text.xlsx", ".*一个单元格的文字超过 4194304 个字符.*" + EXCESS));
    StringBuilder sheets = new StringBuilder();
    for (int i = 1; i <= 2_000; i++) {
      sheets.append("<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"rId1\"/>".formatted(i, i));
    }
    repeated(
        "bomb-one-part-many-sheets.xlsx",
        XlsxFixture.sheet("").workbook("<sheets>" + sheets + "</sheets>"),
        SHEET,
        sheet,
        "<c r=\"A1\"/>",
        30L << 20);
    cases.add(
        HostileCase.refused("bomb-one-part-many-sheets.xlsx", ".*全部内容解压后超过原文件的 250 倍.*" + EXCESS));
    XlsxFixture many = sheet("");
    for (int i = 0; i < 50_000; i++) {
      many.part("xl/x" + i, "");
    }
    refused("bomb-entries.xlsx", many, "的内容超出合理范围（压缩包内有 50005 个部件）" + EXCESS);
    repeated("ghosts.xlsx", sheet(""), SHEET, sheet, "<c r=\"XFD1\" s=\"3\"/>", 60L << 20);
    cases.add(HostileCase.read("ghosts.xlsx").saying("\"cells\":0"));
    repeated(
        "no-bomb.xlsx",
        sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>7</v></c></row>"),
        "xl/sharedStrings.xml",
        texts,
        "<si><t>" + "财政拨款收入".repeat(5_000) + "</t></si>",
        9L << 20);
    cases.add(HostileCase.read("no-bomb.xlsx", "财政拨款收入".repeat(5_000) + ",7"));
  }

  private void entities() throws IOException {
    String secret = folder.toUri().toString();
    String declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret + "\">]>";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String[] parts = {
      SHEET,
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "_rels/.rels"
    };
    for (int i = 0; i < parts.length; i++) {
      String refusal = "已损坏（XML 中含有不允许的 DOCTYPE 声明）" + AGAIN;
      refused(
          "entity-" + i + ".xlsx",
          sheet("").part(parts[i], declaration + "<Relationships/>"),
          refusal);
      refused(
          "laughs-" + i + ".xlsx",
          sheet("").part(parts[i], laughs + "]><Relationships>&a39;</Relationships>"),
          refusal);
    }
  }

  private void packages() throws IOException {
    XlsxFixture sound = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    refused(
        "twice.xlsx",
        sound.part("XL/Worksheets/Sheet1.xml", "<worksheet/>"),
        "已损坏（压缩包内有重名的部件）" + AGAIN);
    read("missing-sheet.xlsx", sheet("").without(SHEET));
    says("缺少这张工作表的内容");
    read(
        "strict.xlsx",
        XlsxFixture.sheet("")
            .part(
                SHEET,
                "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"d\"><x:v>2023-12-31</x:v></x:c></x:row></x:sheetData></x:worksheet>"),
        "2023-12-31");
    refused(
        "binary.xlsb",
        sheet("").without("xl/workbook.xml").part("xl/workbook.bin", "x"),
        "是 \\.xlsb（Excel 二进制工作簿）；.*");
  }

  private void cells() throws IOException {
    read(
        "lying-dimension.xlsx",
        XlsxFixture.sheet(
            "<dimension ref=\"A1:XFD1048576\"/>"
                + rows("<row r=\"2\"><c r=\"B2\"><v>3</v></c></row>")),
        ",",
        ",3");
    read(
        "far-addresses.xlsx",
        sheet(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>2</v></c></row>"
                + "<row r=\"2147483647\"><c r=\"A2147483647\"><v>3</v></c><c><v>4</v></c></row>"
                + "<row r=\"99999999999999999999\"><c><v>5</v></c></row>"),
        "1");
    says("ZZZZZ1 等 4 个单元格的地址超出工作表范围，未读取。");
    read(
        "indexes.xlsx",
        sheet(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"B1\" t=\"s\"><v>-1</v></c><c r=\"C1\" s=\"4294967295\"><v>7</v></c><c r=\"D1\" s=\"77\"><v>8</v></c></row>")
            .strings("<si><t>x</t></si>"),
        ",,7,8");
    says("A1 等 2 个单元格指向不存在的共享文字", "D1 ");
    read(
        "no-addresses.xlsx",
        sheet("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        "1,,2",
        "3,,");
    read(
        "no-numbers.xlsx",
        sheet(
            "<row r=\"1\"><c r=\"A1\"><v>abc</v></c><c r=\"B1\"><v>1E400</v></c><c r=\"C1\"><v>NaN</v></c><c r=\"D1\"><v></v></c><c r=\"E1\"><v>INF</v></c><c r=\"F1\"><v>5</v></c></row>"),
        "abc,1E400,NaN,,INF,5");
    says("A1 等 5 个单元格的数无法识别，按文字读取。");
    read(
        "date-1904.xlsx",
        XlsxFixture.sheet(rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c></row>"))
            .workbook(
                "<workbookPr date1904=\"1\"/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")
            .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"),
        "1904-01-01");
  }

  private void formulas() throws IOException {
    String deep = "(".repeat(60_000) + "1" + ")".repeat(60_000);
    read(
        "formulas.xlsx",
        sheet(
            "<row r=\"1\"><c r=\"A1\"><f>B1</f><v>0</v></c><c r=\"B1\"><f>A1</f><v>0</v></c><c r=\"C1\"><f>"
                + deep
                + "</f><v>1</v></c><c r=\"D1\"><f>A1</f></c></row>"),
        "0,0,1,");
    says("D1 的公式没有保存计算结果");
    refused(
        "deep-tags.xlsx",
        XlsxFixture.sheet("<a>".repeat(300_000) + "</a>".repeat(300_000) + "<sheetData/>"),
        "的内容超出合理范围（XML 嵌套过深）" + EXCESS);
  }

  private void names() throws IOException {
    String[] names = {"../../evil", "a".repeat(200), "con", "\u202Eslx.evil", "&#9;&#10;x", ".."};
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId1\"/>".formatted(names[i], i + 1));
    }
    read(
        "names.xlsx",
        sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .workbook("<sheets>" + sheets + "</sheets>"));
    says("\"csv\":\"_.._evil.csv\"", "\"csv\":\"_con.csv\"");
  }

  private void sizes() throws IOException {
    StringBuilder merges = new StringBuilder(rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    merges.append("<mergeCells>");
    for (int i = 1; i <= 60_000; i++) {
      merges.append("<mergeCell ref=\"A%d:XFD%d\"/>".formatted(i, i));
    }
    read("merges.xlsx", XlsxFixture.sheet(merges.append("</mergeCells>").toString()), "1");
    StringBuilder wide = new StringBuilder();
    for (int row = 1; row <= 40; row++) {
      wide.append("<row>").append("<c><v>1</v></c>".repeat(16_384)).append("</row>");
    }
    read("wide.xlsx", sheet(wide.toString()));
    says("\"columns\":16384");
    StringBuilder disorder = new StringBuilder();
    for (int row = 100_000; row > 0; row--) {
      disorder.append(
          "<row r=\"%d\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>".formatted(row));
    }
    refused("disorder.xlsx", sheet(disorder.toString()), "的内容超出合理范围（工作表“表”很大，而各行没有按顺序存放）" + EXCESS);
    read(
        "corners.xlsx",
        sheet(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>"));
    says("\"rows\":1048576,\"columns\":16384,\"cells\":2");
    GeneratedWorkbooks.oneSheet(folder.resolve("large.xlsx"), 60_000, 10);
    cases.add(HostileCase.read("large.xlsx").saying("\"rows\":60003"));
  }

  private void otherKinds() throws IOException {
    Charset gbk = Charset.forName("GBK");
    refused("empty.xlsx", new byte[0], "是空文件（0 字节）；.*");
    refused(
        "page.xls", "<html><body><table><tr><td>收入".getBytes(gbk), "是网页（HTML）.*；.*另存为 \\.xlsx 再试。");
    refused(
        "xml2003.xls",
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            .getBytes(StandardCharsets.UTF_8),
        "是 XML 表格（XML 电子表格 2003）；.*");
    refused("comma.xls", "项目,决算数\n收入,1.5\n".getBytes(gbk), "是纯文本（如 CSV）.*；.*");
    refused("biff5.xls", ole("Book"), "是 Excel 95 或更早版本的工作簿；.*");
    refused("biff2.xls", new byte[] {9, 0, 4, 0, 2, 0, 16, 0}, "是 Excel 95 或更早版本的工作簿；.*");
    refused("locked.xlsx", ole("EncryptedPackage"), "设有打开密码，无法读取；.*");
    refused("junk.xlsx", new byte[] {0x7F, 1, 2, 3, 4, 5, 6, 7}, "不是 Excel 工作簿；.*");
  }

  private static byte[] ole(String stream) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        var out = new java.io.ByteArrayOutputStream()) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private void damaged() throws IOException {
    Path sample = Path.of("sample-workbooks", "changsha-2023-final-accounts.xlsx");
    byte[] whole = Files.readAllBytes(sample);
    refused("truncated.xlsx", Arrays.copyOf(whole, whole.length * 2 / 3), "已损坏（.*" + AGAIN);
    byte[] flipped = whole.clone();
    flipped[whole.length / 3] ^= 0x10;
    refused("flipped.xlsx", flipped, "已损坏（.*" + AGAIN);
    byte[] old =
        Files.readAllBytes(Path.of("sample-workbooks", "changsha-2023-final-accounts.xls"));
    refused("truncated.xls", Arrays.copyOf(old, old.length / 2), "已损坏（.*" + AGAIN);
  }
}
