package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a sheet stands in its CSV, and what stands in facts.csv stands in the sheet. */
class RawSheetsTest {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  @TempDir Path folder;

  @Test
  void anOddWorkbookKeepsEveryCell() throws Exception {
    Path file = folder.resolve("odd.xlsx");
    odd(file);
    ConversionResult result = convert(List.of(file));

    assertEquals(List.of("odd.xlsx"), result.withoutTables());
    Map<String, String> files = Trees.of(folder.resolve("out/sheets/odd"));
    assertEquals(
        Map.of(
            "公开：表_😀.csv",
            """
            010001,合并,,0.1,-207.43,"引号""与,逗号"
            '=1+1,'-1+1,'@x,0.5,TRUE,-
            "两
            行",,,,,
            """,
            "'.._.._evil.csv",
            "1365.06\n"),
        files);
    String descriptor = Files.readString(folder.resolve("out/datapackage.json"));
    assertTrue(descriptor.contains("\"name\":\"空\",\"hidden\":false,\"csv\":\"\""), descriptor);
    assertTrue(descriptor.contains("\"name\":\"'..\\\\..\\\\evil\",\"hidden\":true"), descriptor);
  }

  private static void odd(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("公开：表|😀");
      Row first = sheet.createRow(0);
      first.createCell(0).setCellValue("010001");
      first.createCell(1).setCellValue("合并");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
      first.createCell(3).setCellValue(0.1);
      first.createCell(4).setCellValue(-207.43);
      first.createCell(5).setCellValue("引号\"与,逗号");
      Row second = sheet.createRow(1);
      second.createCell(0).setCellValue("=1+1");
      second.createCell(1).setCellValue("-1+1");
      second.createCell(2).setCellValue("@x");
      Cell percent = second.createCell(3);
      percent.setCellValue(0.5);
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
      percent.setCellStyle(style);
      second.createCell(4).setCellValue(true);
      second.createCell(5).setCellValue("-");
      sheet.createRow(2).createCell(0).setCellValue("两\n行");
      workbook.createSheet("空");
      workbook.createSheet("hidden").createRow(0).createCell(0).setCellValue(1365.06);
      workbook.setSheetHidden(2, true);
      workbook.getCTWorkbook().getSheets().getSheetArray(2).setName("'..\\..\\evil");
      workbook.write(out);
    }
  }

  @Test
  void everyFactIsTheNumberThatStandsInItsCell() throws Exception {
    ConversionResult result = convert(List.of(Path.of("sample-workbooks")));
    Map<String, List<CSVRecord>> sheets = new HashMap<>();
    Map<String, String> paths = sheetPaths();
    int checked = 0;
    for (CSVRecord fact : records(folder.resolve("out/facts.csv")).stream().skip(1).toList()) {
      String path = paths.get(fact.get(0) + " " + fact.get(1));
      if (!sheets.containsKey(path)) {
        sheets.put(path, records(folder.resolve("out").resolve(path)));
      }
      String cell = fact.get(2);
      String letters = cell.replaceAll("[0-9]", "");
      int column = org.apache.poi.ss.util.CellReference.convertColStringToIndex(letters);
      int row = Integer.parseInt(cell.substring(letters.length())) - 1;
      String stored = sheets.get(path).get(row).get(column);
      BigDecimal value = new BigDecimal(fact.get(19));
      if (stored.matches("-?[0-9.]+")) {
        BigDecimal number = new BigDecimal(stored);
        BigDecimal shown = fact.get(22).endsWith("%") ? number.movePointRight(2) : number;
        BigDecimal difference = shown.subtract(value).abs();
        BigDecimal half = new BigDecimal("0.5").movePointLeft(value.scale());
        assertTrue(difference.compareTo(half) <= 0, fact + " stands on " + stored);
      } else {
        assertTrue(stored.contains(fact.get(22)), fact + " stands on " + stored);
      }
      checked++;
    }
    assertEquals(result.facts(), checked);
    assertTrue(checked > 1500, "facts checked: " + checked);
  }

  /** Source and sheet to the CSV, as the descriptor tells it. */
  private Map<String, String> sheetPaths() throws IOException {
    Map<String, String> paths = new HashMap<>();
    String name = "\"title\":\"";
    for (String line : Files.readAllLines(folder.resolve("out/datapackage.json"))) {
      if (line.contains("\"path\":\"sheets/")) {
        String path = line.split("\"path\":\"")[1].split("\"")[0];
        paths.put(line.split(name)[1].split("\"")[0], path);
      }
    }
    return paths;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, FORMAT)) {
      return parser.getRecords();
    }
  }

  private ConversionResult convert(List<Path> paths) throws Exception {
    PackageSettings settings = new PackageSettings("test", "auto", true, true, CsvOptions.PLAIN);
    return new BulkConversion(
            new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader(),
            new ConversionOptions(folder.resolve("out"), settings, 2, false, false),
            (done, total) -> {})
        .run(paths);
  }
}
