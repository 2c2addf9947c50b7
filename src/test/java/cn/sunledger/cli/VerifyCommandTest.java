package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command verify: what it prints, writes and returns. */
class VerifyCommandTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final Path FINAL = SAMPLES.resolve("changsha-2023-final-accounts.xlsx");
  private static final String TEXT =
      """
      长沙市信访局2023年度部门决算情况说明
      一、一般公共预算财政拨款支出决算情况说明
      2023年度一般公共预算财政拨款支出1717.31万元，占本年支出合计的100.00%。
      二、一般公共预算财政拨款基本支出决算情况说明
      2023年度财政拨款基本支出1435.38万元，其中：人员经费1311.48万元，公用经费124.40万元。
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void textNamesQuoteFigureAndCell() throws IOException {
    Run run = Run.of("verify", write("说明.txt", TEXT), FINAL);
    assertEquals(ExitCode.FINDINGS, run.code(), run.err());
    assertTrue(run.out().contains("2023年度财政拨款基本支出【1435.38万元】"), run.out());
    assertTrue(run.out().contains("应为 1435.88万元"), run.out());
    assertTrue(run.out().contains("依据：公开05表 一般公共预算财政拨款支出!D7"), run.out());
    assertTrue(run.out().contains("第5行"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void failOnDecidesTheExitCode() throws IOException {
    Path text = write("说明.txt", TEXT);
    assertEquals(ExitCode.DONE, Run.of("verify", text, FINAL, "--fail-on", "never").code());
    Path right = write("对的.txt", TEXT.replace("1435.38", "1435.88"));
    Run clean = Run.of("verify", right, FINAL);
    assertEquals(ExitCode.DONE, clean.code(), clean.out());
    assertTrue(clean.out().contains("核对说法 5 处：一致 5 处；没有发现文字问题。"), clean.out());
  }

  @Test
  void jsonAndCsvHoldEveryClaim() throws IOException {
    Path text = write("说明.txt", TEXT);
    Map<String, Set<String>> keys =
        JsonKeys.of(Run.of("verify", text, FINAL, "--format", "json").out());
    assertTrue(
        keys.get("files.claims")
            .containsAll(
                Set.of("quote", "section", "kind", "stated", "expected", "verdict", "sources")));
    assertEquals(Set.of("file", "sheet", "cell"), keys.get("files.claims.sources"));
    List<String> rows = Run.of("verify", text, FINAL, "--format", "csv").out().lines().toList();
    assertEquals(
        "file,line,section,quote,kind,stated,expected,verdict,severity,rule,reason,cause,sources",
        rows.get(0));
    assertEquals(6, rows.size());
    List<String> verdicts = rows.stream().skip(1).map(row -> row.split(",")[7]).toList();
    assertEquals(List.of("ok", "ok", "wrong", "ok", "ok"), verdicts);
  }

  @Test
  void withoutWorkbookTheTextIsCheckedByItself() throws IOException {
    Path text = write("说明.txt", TEXT);
    Run run = Run.of("verify", text);
    assertEquals(ExitCode.FINDINGS, run.code());
    assertTrue(run.out().contains("没有给出工作簿，只核对文内的数"), run.out());
    assertTrue(run.out().contains("1311.48"), run.out());
  }

  @Test
  void aWordDocumentComesBackWithComments() throws IOException {
    Path document = word("说明.docx", TEXT);
    byte[] before = Files.readAllBytes(document);
    Run run = Run.of("verify", document, FINAL, "--annotate", "--out", folder.resolve("out"));
    assertEquals(ExitCode.FINDINGS, run.code(), run.err());
    Path copy = folder.resolve("out/说明.annotated.docx");
    assertTrue(run.err().contains("批注副本：" + copy), run.err());
    assertArrayEquals(before, Files.readAllBytes(document));
    assertEquals(texts(document), texts(copy));
    List<String> comments = comments(copy);
    assertEquals(1, comments.size(), comments.toString());
    assertTrue(comments.get(0).contains("应为：1435.88万元"), comments.toString());
    byte[] first = Files.readAllBytes(copy);
    Run again = Run.of("verify", document, FINAL, "--annotate", "--out", folder.resolve("out"));
    assertEquals(ExitCode.FINDINGS, again.code(), again.err());
    assertArrayEquals(first, Files.readAllBytes(copy));
  }

  @Test
  void whatIsNotOursIsNotOverwritten() throws IOException {
    Path document = word("说明.docx", TEXT);
    Path taken = Files.writeString(folder.resolve("说明.annotated.docx"), "mine");
    Run run = Run.of("verify", document, FINAL, "--annotate");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("已经存在"), run.err());
    assertEquals("mine", Files.readString(taken));
    assertEquals(
        ExitCode.FINDINGS, Run.of("verify", document, FINAL, "--annotate", "--force").code());
    assertEquals(1, comments(taken).size());
  }

  @Test
  void onlyWordDocumentsCarryComments() throws IOException {
    Run run = Run.of("verify", write("说明.txt", TEXT), FINAL, "--annotate");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("是纯文本"), run.err());
  }

  @Test
  void theNarrativeOfAWorkbookItself() throws IOException {
    Path copy = folder.resolve("changsha.xlsx");
    Files.copy(FINAL, copy);
    assertEquals(ExitCode.DONE, Run.of("annotate", copy).code());
    Run run = Run.of("verify", folder.resolve("changsha.annotated.xlsx"));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("“情况说明”"), run.out());
    assertFalse(run.out().contains("不一致"), run.out());
    Run none = Run.of("verify", FINAL);
    assertEquals(ExitCode.UNREADABLE, none.code());
    assertTrue(none.err().contains("里没有写着情况说明的工作表"), none.err());
  }

  @Test
  void aFolderPairsEachNarrativeWithItsWorkbook() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/下级"));
    Files.copy(FINAL, in.resolve("a.xlsx"));
    Files.copy(SAMPLES.resolve("changsha-2022-final-accounts.xlsx"), in.resolve("b.xlsx"));
    Files.copy(SAMPLES.resolve("pingshan-2023-budget.xlsx"), in.resolve("c.xlsx"));
    Files.writeString(in.resolve("信访局.txt"), TEXT);
    Files.writeString(in.resolve("坪山.md"), "# 深圳市坪山区信访局2023年部门预算说明\n\n部门预算收入1877万元。\n");
    Files.writeString(in.resolve("别处.txt"), "某县教育局2019年部门决算说明\n支出合计1万元。\n");
    Run run = Run.of("verify", folder.resolve("in"));
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertTrue(run.out().contains("对照《下级/a.xlsx》，上年《下级/b.xlsx》"), run.out());
    assertTrue(run.err().contains("《下级/别处.txt》"), run.err());
    assertTrue(run.out().contains("对照《下级/c.xlsx》"), run.out() + run.err());
  }

  @Test
  void findingsJoinTheAnnotatedWorkbook() throws IOException {
    Path document = word("说明.docx", TEXT);
    Run run =
        Run.of("annotate", FINAL, "--narrative", document, "--out", folder.resolve("annotated"));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    Path copy = folder.resolve("annotated/changsha-2023-final-accounts.annotated.xlsx");
    assertTrue(strings(copy).contains("《说明.docx》第5行“2023年度财政拨款基本支出1435.38万元”写为"), "missing");
    Run plain = Run.of("annotate", FINAL, "--out", folder.resolve("plain"));
    assertEquals(ExitCode.DONE, plain.code());
    assertFalse(
        strings(folder.resolve("plain/changsha-2023-final-accounts.annotated.xlsx"))
            .contains("《说明.docx》"));
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws Exception {
    Map<String, String> faults =
        Map.of(
            "空.docx", "是空文件",
            "文.pdf", "是 PDF",
            "旧.doc", "是旧版 .doc",
            "锁.docx", "有打开密码",
            "坏.docx", "已损坏",
            "无字.txt", "里没有文字",
            "图.txt", "不是文字文件",
            "页.docx", "是网页",
            "富.rtf", "是 RTF",
            "没有.docx", "不存在");
    Files.createFile(folder.resolve("空.docx"));
    write("文.pdf", "%PDF-1.7\n1 0 obj\n");
    ole("旧.doc", "WordDocument");
    ole("锁.docx", "EncryptedPackage");
    byte[] good = Files.readAllBytes(word("好.docx", TEXT));
    Files.write(folder.resolve("坏.docx"), java.util.Arrays.copyOf(good, good.length / 2));
    write("无字.txt", "  \n\n");
    Files.write(folder.resolve("图.txt"), new byte[] {1, 0, 2, 0, (byte) 0xFF, (byte) 0xFE, 0, 0});
    write("页.docx", "<html><body>x</body></html>");
    write("富.rtf", "{\\rtf1 x}");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      Run run = Run.of("verify", folder.resolve(fault.getKey()), FINAL);
      assertEquals(ExitCode.UNREADABLE, run.code(), fault.getKey() + run.out() + run.err());
      assertEquals("", run.out());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(
          run.err().contains(fault.getKey()) && run.err().contains(fault.getValue()), run.err());
    }
  }

  private void ole(String name, String stream) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      container.createDocument(
          new java.io.ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)), stream);
      container.writeFilesystem(out);
    }
  }

  /** A document whose figures are parted into several runs. */
  private Path word(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String line : text.split("\n")) {
        var paragraph = document.createParagraph();
        for (int from = 0; from < line.length(); from += 7) {
          XWPFRun run = paragraph.createRun();
          run.setText(line.substring(from, Math.min(line.length(), from + 7)));
          run.setBold(from % 2 == 0);
        }
      }
      document.write(out);
    }
    return file;
  }

  private static List<String> texts(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      return document.getParagraphs().stream()
          .map(p -> String.join("", p.getRuns().stream().map(XWPFRun::text).toList()))
          .toList();
    }
  }

  private static List<String> comments(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      List<String> texts = new ArrayList<>();
      for (XWPFComment comment : document.getDocComments().getComments()) {
        texts.add(comment.getText());
      }
      return texts;
    }
  }

  private static String strings(Path workbook) throws IOException {
    try (var zip = new java.util.zip.ZipFile(workbook.toFile())) {
      StringBuilder all = new StringBuilder();
      for (var entry : java.util.Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".xml")) {
          all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return all.toString();
    }
  }
}
