package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no workbook that can be read: one Chinese sentence each, and the remedy. */
class UnreadableFilesTest {
  private static final String EXPORT = "；请取得表格的原件，或在 Excel、WPS 中另存为 .xlsx 后重试。";
  private static final String SAVE_AS = "；请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。";
  private static final String OPEN_AND_SAVE = "；请用 Excel 或 WPS 打开核对无误后另存为 .xlsx 再试。";
  private static final String AGAIN = "；请重新获取这份文件，或在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。";
  private static final String PASSWORD = "设有打开密码，无法读取；请在 Excel 或 WPS 中输入密码打开、去掉密码后另存为 .xlsx 再试。";

  @TempDir Path folder;

  private static void refused(Path file, String rest) {
    UnreadableWorkbookException refusal =
        assertThrows(UnreadableWorkbookException.class, () -> new WorkbookReader().read(file));
    assertEquals("《" + file.getFileName() + "》" + rest, refusal.getMessage());
  }

  private void refused(String name, byte[] content, String rest) throws IOException {
    refused(Files.write(folder.resolve(name), content), rest);
  }

  private void refused(String name, String content, String rest) throws IOException {
    refused(name, content.getBytes(StandardCharsets.UTF_8), rest);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[64];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void whatIsNotThere() throws Exception {
    refused(folder.resolve("没有.xlsx"), "不存在；请检查文件名和所在文件夹。");
    refused(Files.createDirectory(folder.resolve("文件夹.xlsx")), "是一个文件夹，不是工作簿；请指定其中的 Excel 文件。");
    refused("空.xlsx", "", "是空文件（0 字节）；请重新获取这份文件。");
  }

  @Test
  void otherDocuments() throws Exception {
    refused("a.xlsx", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "是一份 PDF，不是 Excel 工作簿" + EXPORT);
    refused("b.xls", "{\\rtf1\\ansi", "是 RTF 文档，不是 Excel 工作簿" + EXPORT);
    refused("c.xlsx", bytes(0x89, 'P', 'N', 'G'), "是图片，不是 Excel 工作簿" + EXPORT);
    refused("d.xlsx", bytes('R', 'a', 'r', '!', 0x1A), "是压缩包，不是 Excel 工作簿；请先解压缩，再用其中的工作簿重试。");
    refused("e.xls", bytes(1, 2, 3, 0), "不是 Excel 工作簿" + EXPORT);
    refused("f.xls", bytes(9, 4, 6, 0, 0, 0, 16), "是 Excel 95 或更早版本的工作簿" + SAVE_AS);
    refused("g.xls", "ID;PWXL;N;E\r\n", "是 SYLK 表格，不是 Excel 工作簿" + OPEN_AND_SAVE);
  }

  @Test
  void textUnderAWorkbooksName() throws Exception {
    String text = "是纯文本（如 CSV），不是 Excel 工作簿" + OPEN_AND_SAVE;
    refused("a.xls", "科目,金额\n合计,1.00\n", text);
    refused("b.xls", "科目,金额\n合计,1.00\n".getBytes(Charset.forName("GBK")), text);
    refused("c.xls", "\uFEFF科目\t金额".getBytes(StandardCharsets.UTF_16LE), text);
    String page = "是网页（HTML），不是 Excel 工作簿" + OPEN_AND_SAVE;
    refused("d.xls", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", page);
    refused("e.xls", "\uFEFF\n <!DOCTYPE html>\n<HTML>", page);
    refused("f.xls", "<meta charset=\"utf-8\"><table><tr><td>1</td></tr></table>", page);
    refused(
        "g.xls",
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook",
        "是单个文件网页（MHTML），不是 Excel 工作簿" + OPEN_AND_SAVE);
    refused(
        "h.xls",
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
        "是 XML 表格（XML 电子表格 2003）" + SAVE_AS);
    refused("i.xlsx", "<?xml version=\"1.0\"?><note/>", "是 XML 文件，不是 Excel 工作簿" + EXPORT);
  }

  @Test
  void otherPackages() throws Exception {
    refused(
        new XlsxFixture().part("word/document.xml", "<d/>").write(folder.resolve("a.xlsx")),
        "是 Word 文档（.docx），不是 Excel 工作簿" + EXPORT);
    refused(
        new XlsxFixture().part("ppt/presentation.xml", "<d/>").write(folder.resolve("b.xlsx")),
        "是演示文稿（.pptx），不是 Excel 工作簿" + EXPORT);
    refused(
        new XlsxFixture()
            .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .part("content.xml", "<d/>")
            .write(folder.resolve("c.xlsx")),
        "是 OpenDocument 文件（如 .ods）" + SAVE_AS);
    refused(
        new XlsxFixture().part("xl/workbook.bin", "x").write(folder.resolve("d.xlsx")),
        "是 .xlsb（Excel 二进制工作簿）" + SAVE_AS);
    refused(
        new XlsxFixture().part("OFD.xml", "<d/>").write(folder.resolve("e.xlsx")),
        "是一份 OFD 版式文件，不是 Excel 工作簿" + EXPORT);
    refused(
        new XlsxFixture().part("决算.xlsx", "x").write(folder.resolve("f.xlsx")),
        "是压缩包，不是 Excel 工作簿；请先解压缩，再用其中的工作簿重试。");
  }

  @Test
  void compoundDocumentsWithoutAWorkbook() throws Exception {
    compound("a.xls", "WordDocument", "是 Word 文档（.doc），不是 Excel 工作簿" + EXPORT);
    compound("b.xls", "PowerPoint Document", "是演示文稿（.ppt），不是 Excel 工作簿" + EXPORT);
    compound("c.xls", "Book", "是 Excel 95 或更早版本的工作簿" + SAVE_AS);
    compound("d.xls", "Contents", "是 OLE 复合文档，但其中没有工作簿" + EXPORT);
    compound("e.xls", "Workbook", "已损坏（工作簿记录有误或不完整）" + AGAIN);
  }

  private void compound(String name, String entry, String rest) throws IOException {
    Path file = folder.resolve(name);
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
      container.writeFilesystem(out);
    }
    refused(file, rest);
  }

  @Test
  void passwords() throws Exception {
    Path xlsx = folder.resolve("a.xlsx");
    try (POIFSFileSystem container = new POIFSFileSystem();
        XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(xlsx)) {
      workbook.createSheet("表");
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("秘密");
      try (OutputStream packed = encryptor.getDataStream(container)) {
        workbook.write(packed);
      }
      container.writeFilesystem(out);
    }
    refused(xlsx, PASSWORD);

    Path xls = folder.resolve("b.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue("收入");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    refused(xls, PASSWORD);
  }

  @Test
  void truncatedAndFlippedPackages() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            XlsxFixture.sheet(
                    "<sheetData>"
                        + "<row><c><v>12345.67</v></c><c><v>890.12</v></c></row>".repeat(200)
                        + "</sheetData>")
                .write(folder.resolve("whole.xlsx")));
    refused("cut.xlsx", Arrays.copyOf(whole, whole.length / 2), "已损坏（压缩包不完整，可能没有下载完）" + AGAIN);
    // wherever a bit of a part's content flips, the file is refused and no other value is read
    int refused = 0;
    String right = GridText.of(read(whole));
    for (int at = 30; at < whole.length; at += 7) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      try {
        // a part's name may flip too: then the part is missing, and the grid says so
        String text = GridText.of(read(flipped)).replace("\nremark 工作簿中缺少样式，数字按原值读取。", "");
        String missing = "# 0 表\nremark 工作簿中缺少这张工作表的内容。";
        assertEquals(text.equals(missing) ? missing : right, text, "bit flipped in byte " + at);
      } catch (UnreadableWorkbookException e) {
        refused++;
        assertTrue(e.getMessage().matches("《flipped.xlsx》[^a-zA-Z]*[^。]*。"), e.getMessage());
      }
    }
    assertTrue(refused > 20, "only " + refused + " of the flipped files were refused");
  }

  private WorkbookGrid read(byte[] content) throws Exception {
    return new WorkbookReader().read(Files.write(folder.resolve("flipped.xlsx"), content));
  }

  @Test
  void brokenXml() throws Exception {
    for (String broken :
        Stream.of(
                "<sheetData><row>",
                "<sheetData><row></c></sheetData>",
                "<a b=c/>",
                "&nbsp;",
                "\u0001")
            .toList()) {
      refused(
          XlsxFixture.sheet(broken).write(folder.resolve("broken.xlsx")), "已损坏（XML 格式有误）" + AGAIN);
    }
    refused(
        XlsxFixture.sheet("")
            .without("xl/workbook.xml")
            .part("xl/x.xml", "")
            .write(folder.resolve("a.xlsx")),
        "是压缩包，不是 Excel 工作簿；请先解压缩，再用其中的工作簿重试。");
  }

  @Test
  void namesThatWouldSpoilAMessage() throws Exception {
    Path file = folder.resolve("a\u202Eslx\u0007.xlsx");
    UnreadableWorkbookException refusal =
        assertThrows(UnreadableWorkbookException.class, () -> new WorkbookReader().read(file));
    assertEquals("《a?slx?.xlsx》不存在；请检查文件名和所在文件夹。", refusal.getMessage());
  }
}
