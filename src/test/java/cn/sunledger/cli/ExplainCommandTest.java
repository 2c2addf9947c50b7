package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explain takes and writes beyond the plain text. */
class ExplainCommandTest {
  private static final String SAMPLES = "sample-workbooks/";
  private static final String FINAL = SAMPLES + "changsha-2023-final-accounts.xlsx";
  private static final String BUDGET = SAMPLES + "changsha-2023-budget.xlsx";
  private static final String PREVIOUS = SAMPLES + "changsha-2022-final-accounts.xlsx";
  private static final String ANSWERS = SAMPLES + "changsha-2023-final-accounts.answers.csv";

  @TempDir Path folder;

  private String text() throws IOException {
    return Files.readString(folder.resolve("changsha-2023-final-accounts.narrative.txt"));
  }

  private Run explain(Object... more) {
    Object[] words = {"explain", FINAL, "--format", "txt", "--out", folder, "--force"};
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  @Test
  void answersMayStandInACsv() throws IOException {
    Run run = explain("--budget", BUDGET, "--previous", PREVIOUS, "--answers", ANSWERS);
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.err().startsWith("《changsha-2023-final-accounts.xlsx》：还有 5 项待填（金额 2，情况 3）：\n"),
        run.err());
    assertTrue(text().contains("用于召开驻京信访维稳劝返工作总结述职会"), text());

    Path broken = Files.writeString(folder.resolve("broken.csv"), "编号,答案\na,b\n");
    for (Object file : List.of(broken, folder.resolve("missing.csv"))) {
      Run refused = explain("--answers", file);
      assertEquals(2, refused.code());
      assertTrue(refused.err().contains("应是 UTF-8 的 CSV，第一行写 key,answer。"), refused.err());
    }
  }

  @Test
  void draftedReasonsAreMarkedAndCounted() throws IOException {
    Run run = explain("--previous", PREVIOUS, "--draft-reasons");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("处原因按数字草拟，待核"), run.err());
    assertTrue(text().contains("【待核：按数字草拟的原因，请核实】"), text());
    explain("--previous", PREVIOUS);
    assertFalse(text().contains("待核"), text());
  }

  /** Last year's workbook, annotated and filled in, offers what was filled in. */
  @Test
  void lastYearsAnswersComeWithLastYearsWorkbook() throws IOException {
    assertEquals(0, Run.of("annotate", PREVIOUS, "--out", folder).code());
    Path annotated = folder.resolve("changsha-2022-final-accounts.annotated.xlsx");
    Path filled = folder.resolve("filled.xlsx");
    try (InputStream in = Files.newInputStream(annotated);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filled)) {
      for (Row row : workbook.getSheet("待填事项")) {
        String key = row.getCell(0) == null ? "" : row.getCell(0).toString();
        if (key.equals("count/asset_vehicle_other")) {
          row.getCell(5).setCellValue("2辆");
        } else if (key.equals("text/performance_management")) {
          row.getCell(5).setCellValue("建立了绩效管理制度");
        }
      }
      workbook.write(out);
    }
    Run run = explain("--previous", filled);
    assertEquals(0, run.code(), run.err());
    assertTrue(text().contains("其他用车2【待核：上年所填，请核实】辆"), text());
    assertTrue(text().contains("建立了绩效管理制度【待核：上年所填，请核实】。"), text());
    assertTrue(run.err().contains("  count/asset_vehicle_other　"), "still open: " + run.err());
  }

  @Test
  void aFolderGivesOneTextForEachUnit() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/长沙"));
    for (String book : List.of(FINAL, BUDGET, PREVIOUS)) {
      Files.copy(Path.of(book), in.resolve(Path.of(book).getFileName()));
    }
    Path out = folder.resolve("out");
    Run run = Run.of("explain", folder.resolve("in"), "--out", out);
    assertEquals(0, run.code(), run.err());
    Path target = out.resolve("长沙").resolve("changsha-2023-final-accounts.narrative.md");
    assertEquals(target + "\n", run.out());
    assertTrue(Files.readString(target).contains("完成年初预算的105.19%"), "budget found");
    assertTrue(Files.readString(target).contains("减少207.43万元"), "last year's found");
  }

  @Test
  void aWordDocumentHoldsTheTablesOfTheWorkbook() throws IOException {
    Run run = Run.of("explain", FINAL, "--format", "docx", "--out", folder);
    assertEquals(0, run.code(), run.err());
    Path target = folder.resolve("changsha-2023-final-accounts.narrative.docx");
    try (InputStream in = Files.newInputStream(target);
        XWPFDocument document = new XWPFDocument(in)) {
      assertEquals(9, document.getTables().size());
      XWPFTable basic = document.getTables().get(5);
      assertTrue(basic.getText().contains("30101\t基本工资"), basic.getText());
      assertEquals(
          List.of("一、一般公共预算财政拨款收入", "1", "1,717.31", "一、一般公共服务支出", "32", "1,717.31"),
          document.getTables().get(0).getRow(3).getTableCells().stream()
              .map(cell -> cell.getText())
              .toList());
    }
  }

  @Test
  void aWordTemplateMustBeOne() throws IOException {
    Path text = Files.writeString(folder.resolve("模板.docx"), "不是 Word");
    Run run =
        Run.of("explain", FINAL, "--format", "docx", "--out", folder, "--docx-template", text);
    assertEquals(2, run.code());
    assertEquals("--docx-template 指定的文件不是能打开的 Word 文档（.docx），请在 Word 里另存为 .docx 后重试。\n", run.err());
    assertFalse(Files.exists(folder.resolve("changsha-2023-final-accounts.narrative.docx")));

    Run other = Run.of("explain", FINAL, "--out", folder, "--docx-template", text);
    assertEquals(2, other.code());
    assertEquals("--docx-template 只和 --format docx 一起用。\n", other.err());
  }
}
