package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of many units: each gets one text, made of its own three workbooks. */
class ExplainFolderTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final String UNIT = "长沙市信访局";
  private static final List<String> BOOKS =
      List.of(
          "changsha-2023-final-accounts.xlsx",
          "changsha-2023-budget.xlsx",
          "changsha-2022-final-accounts.xlsx");

  @TempDir Path folder;

  @Test
  void eachUnitGetsOneText() throws Exception {
    assertTexts(3);
  }

  /** The size is set by {@code -Dsunledger.units}. */
  @Tag("long")
  @Test
  void throughput() throws Exception {
    int units = Integer.getInteger("sunledger.units", 100);
    long start = System.nanoTime();
    long elapsed = assertTexts(units);
    System.out.printf(
        "explain：%d 个单位、%d 份工作簿，%.1f 秒，每秒 %.1f 份情况说明（含建文件 %.1f 秒）%n",
        units,
        units * BOOKS.size(),
        elapsed / 1e9,
        units * 1e9 / elapsed,
        (System.nanoTime() - start) / 1e9);
  }

  private long assertTexts(int units) throws Exception {
    Path in = folder.resolve("in");
    for (int i = 0; i < units; i++) {
      Path own = Files.createDirectories(in.resolve("单位" + i));
      for (String book : BOOKS) {
        copy(SAMPLES.resolve(book), own.resolve(book), UNIT + "第" + i + "分局");
      }
    }
    Path out = folder.resolve("out");
    long start = System.nanoTime();
    DisclosureJob.Done<ExplainJob.Explained> done =
        new ExplainJob(new Stages(new TemplateFolder(Optional.empty()), Optional.of("changsha")))
            .run(
                new ExplainJob.Request(
                    List.of(in),
                    Optional.empty(),
                    Optional.empty(),
                    DocumentFormat.TXT,
                    Optional.empty(),
                    new Wishes(Map.of(), false),
                    Optional.of(out),
                    false));
    long elapsed = System.nanoTime() - start;
    assertEquals(List.of(), done.failures());
    assertEquals(List.of(), done.remarks());
    assertEquals(units, done.results().size());
    String expected = text(out, 0);
    assertTrue(expected.contains("与上年相比，减少207.43万元，减少10.78%"), expected);
    assertTrue(expected.contains("完成年初预算的105.19%"), expected);
    for (int i = 0; i < units; i++) {
      assertEquals(expected, text(out, i).replace("第" + i + "分局", "第0分局"));
    }
    return elapsed;
  }

  private static String text(Path out, int unit) throws IOException {
    return Files.readString(
        out.resolve("单位" + unit).resolve("changsha-2023-final-accounts.narrative.txt"));
  }

  private static void copy(Path from, Path to, String unit) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(to)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains(UNIT)) {
              cell.setCellValue(cell.getStringCellValue().replace(UNIT, unit));
            }
          }
        }
      }
      workbook.write(out);
    }
  }
}
