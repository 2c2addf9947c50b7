package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.job.BulkConversion;
import cn.sunledger.job.ConversionOptions;
import cn.sunledger.job.ConversionResult;
import cn.sunledger.job.Stages;
import cn.sunledger.profile.TemplateFolder;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet that is read by pieces gives what it gives when it is held whole. */
class LargeSheetsTest {
  @TempDir Path folder;

  @Test
  void factsAndRowsAreTheSame() throws Exception {
    Path file = folder.resolve("明细.xlsx");
    GeneratedWorkbooks.oneSheet(file, 3_000, 9);

    assertEquals(24_000 - 3_000, convert(file, "whole", Long.MAX_VALUE).facts());
    assertEquals(21_000, convert(file, "pieces", 700).facts());
    same("facts.csv");
    same("sheets/明细/支出明细.csv");
    String descriptor = Files.readString(folder.resolve("pieces/datapackage.json"));
    assertTrue(descriptor.contains("工作表“支出明细”有 3003 行，分 39 段识别"), descriptor);
  }

  @Test
  void headersOfSeveralRowsWithMergesAreKnownToEveryPiece() throws Exception {
    Path file = folder.resolve("合并表头.xlsx");
    merged(file);
    long facts = convert(file, "whole", Long.MAX_VALUE).facts();
    assertEquals(4 * 501, facts);
    assertEquals(facts, convert(file, "pieces", 300).facts());
    same("facts.csv");
    same("sheets/合并表头/公开02表.csv");
    same("sheets/合并表头/说明.csv");
  }

  private static void merged(Path file) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("公开02表");
      String[][] head = {
        {"2023年度支出决算明细表"},
        {"部门：某市财政局", "", "", "", "", "单位：万元"},
        {"科目编码", "科目名称", "财政拨款", "", "其他资金", ""},
        {"", "", "基本支出", "项目支出", "基本支出", "项目支出"}
      };
      for (int r = 0; r < head.length; r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < head[r].length; c++) {
          row.createCell(c).setCellValue(head[r][c]);
        }
      }
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 4, 5));
      for (int i = 0; i <= 500; i++) {
        Row row = sheet.createRow(4 + i);
        row.createCell(0).setCellValue(String.valueOf(2_010_101 + i));
        row.createCell(1).setCellValue("项目" + i);
        for (int c = 2; c < 6; c++) {
          row.createCell(c).setCellValue(i + c / 100.0);
        }
      }
      workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("某市财政局2023年度部门决算");
      workbook.write(out);
    }
  }

  @Test
  void rawSheetsOfTheSamplesAreTheSame() throws Exception {
    Path samples = Path.of("sample-workbooks");
    ConversionResult whole = convert(samples, "whole", Long.MAX_VALUE);
    ConversionResult pieces = convert(samples, "pieces", 60);
    assertEquals(whole.converted(), pieces.converted());
    try (Stream<Path> files = Files.walk(folder.resolve("whole/sheets"))) {
      List<Path> sheets = files.filter(Files::isRegularFile).toList();
      assertTrue(sheets.size() > 60, sheets.size() + " sheets");
      for (Path sheet : sheets) {
        same(folder.resolve("whole").relativize(sheet).toString());
      }
    }
  }

  private void same(String name) throws Exception {
    assertEquals(
        Files.readString(folder.resolve("whole").resolve(name)),
        Files.readString(folder.resolve("pieces").resolve(name)),
        name);
  }

  private ConversionResult convert(Path file, String out, long cellsAtOnce) throws Exception {
    PackageSettings settings = new PackageSettings("test", "auto", true, true, CsvOptions.PLAIN);
    return new BulkConversion(
            new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader(),
            new ConversionOptions(
                folder.resolve(out), settings, 2, false, false, false, cellsAtOnce),
            (done, total) -> {})
        .run(List.of(file));
  }
}
