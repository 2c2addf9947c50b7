package cn.sunledger.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Labels;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed samples, read back with plain POI. */
class SampleFilesTest {
  private static final Path SHEETS = Path.of("src", "test", "resources", "samples", "sheets.csv");
  private static final String ANSWERS = "changsha-2023-final-accounts.answers.csv";
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![0-9.])(?:[0-9]{8}|1[0-9]{10}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9.])");
  private static final Pattern SIGNATURE =
      Pattern.compile("(?:填表人|经办人|联系人|负责人(?:签字)?|电话)[：:]\\s*([^\\s*：:]+)(?![^\\s]*：)");

  static Stream<SampleWorkbook> samples() {
    return SampleWorkbook.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyCellIsAsInTheGrids(SampleWorkbook sample) throws IOException {
    Optional<List<SampleGrid>> grids = sample.grids();
    if (grids.isEmpty()) {
      System.out.println("left out: " + sample.file() + " against its published tables");
      return;
    }
    try (Workbook workbook = open(sample)) {
      int index = 0;
      int top = 0;
      List<String> merges = new ArrayList<>();
      for (SampleGrid grid : grids.orElseThrow()) {
        Sheet sheet = workbook.getSheetAt(index);
        compare(sample.file(), grid, sheet, top);
        if (sample.isStacked()) {
          merges.addAll(merges(grid.merges(), top));
          assertFilled(sheet, top + grid.rows().size(), 0);
          top = SampleBuilder.below(grid, top);
        } else {
          assertEquals(grid.sheetName(), sheet.getSheetName());
          assertEquals(
              new TreeSet<>(merges(grid.merges(), 0)),
              new TreeSet<>(merges(sheet.getMergedRegions(), 0)));
          assertEquals(grid.rows().size(), sheet.getLastRowNum() + 1, grid.sheetName());
          index++;
        }
      }
      if (sample.isStacked()) {
        assertEquals(
            new TreeSet<>(merges),
            new TreeSet<>(merges(workbook.getSheetAt(0).getMergedRegions(), 0)));
      }
    }
  }

  private static void compare(String file, SampleGrid grid, Sheet sheet, int top) {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    int filled = 0;
    int numeric = 0;
    for (int r = 0; r < grid.rows().size(); r++) {
      Row row = sheet.getRow(top + r);
      for (int c = 0; c < grid.width(); c++) {
        String printed = grid.text(r, c);
        Cell cell = row == null ? null : row.getCell(c);
        String where = file + " " + grid.sheetName() + " row " + (top + r + 1) + " column " + c;
        String shown = cell == null ? "" : formatter.formatCellValue(cell);
        boolean number = cell != null && cell.getCellType() == CellType.NUMERIC;
        assertEquals(printed, number ? shown.replace(",", "") : shown, where);
        filled += printed.isEmpty() ? 0 : 1;
        numeric += number ? 1 : 0;
      }
      assertFilled(
          sheet, top + r, (int) grid.rows().get(r).stream().filter(t -> !t.isEmpty()).count());
    }
    assertEquals(
        grid.counts(),
        new SampleGrid.Counts(grid.rows().size(), grid.width(), filled, numeric),
        grid.sheetName());
  }

  private static void assertFilled(Sheet sheet, int r, int expected) {
    int filled = 0;
    Row row = sheet.getRow(r);
    if (row != null) {
      for (Cell cell : row) {
        filled += cell.getCellType() == CellType.BLANK ? 0 : 1;
      }
    }
    assertEquals(expected, filled, sheet.getSheetName() + " row " + (r + 1));
  }

  private static List<String> merges(List<CellRangeAddress> regions, int top) {
    return regions.stream()
        .map(
            region ->
                new CellRangeAddress(
                        region.getFirstRow() + top,
                        region.getLastRow() + top,
                        region.getFirstColumn(),
                        region.getLastColumn())
                    .formatAsString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSheetsStandInOrderWithAllTheirNumbers(SampleWorkbook sample) throws IOException {
    Map<String, Integer> expected = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(SHEETS)) {
      for (CSVRecord line : CSV.parse(reader)) {
        if (line.get("file").equals(sample.file())) {
          expected.put(line.get("sheet"), Integer.valueOf(line.get("numbers")));
        }
      }
    }
    Map<String, Integer> found = new LinkedHashMap<>();
    try (Workbook workbook = open(sample)) {
      for (int i = 0; i < expected.size(); i++) {
        Sheet sheet = workbook.getSheetAt(i);
        int numbers = 0;
        for (Cell cell : cells(sheet)) {
          numbers += cell.getCellType() == CellType.NUMERIC ? 1 : 0;
        }
        found.put(sheet.getSheetName(), numbers);
        assertTrue(sheet.getPrintSetup().getLandscape(), sheet.getSheetName());
        assertTrue(sheet.getFitToPage(), sheet.getSheetName());
      }
    }
    assertFalse(expected.isEmpty(), sample.file());
    assertEquals(List.copyOf(expected.entrySet()), List.copyOf(found.entrySet()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nobodyIsNamedAndNoTelephoneGiven(SampleWorkbook sample) throws IOException {
    List<String> personal = personalData();
    try (Workbook workbook = open(sample)) {
      for (Sheet sheet : workbook) {
        for (Cell cell : cells(sheet)) {
          if (cell.getCellType() != CellType.STRING) {
            continue;
          }
          String text = cell.getStringCellValue();
          assertFalse(TELEPHONE.matcher(text).find(), sheet.getSheetName() + cell.getAddress());
          assertFalse(SIGNATURE.matcher(text).find(), sheet.getSheetName() + cell.getAddress());
          for (String word : personal) {
            assertFalse(text.contains(word), sheet.getSheetName() + cell.getAddress());
          }
        }
      }
    }
  }

  @Test
  void signaturesAndTelephonesWouldBeSeen() {
    assertTrue(SIGNATURE.matcher("填表人：某某    填报日期：2023年5月22").find());
    assertTrue(SIGNATURE.matcher("单位负责人签字：某某").find());
    assertTrue(TELEPHONE.matcher("联系电话：12345678    单位").find());
    assertFalse(SIGNATURE.matcher("填表人：***    联系电话：********    单位负责人签字：").find());
  }

  /** The names and numbers of those who signed the published tables. */
  private static List<String> personalData() throws IOException {
    Optional<Path> published = SampleWorkbook.publishedTables();
    if (published.isEmpty()) {
      System.out.println("left out: the signatories of the published tables by name");
      return List.of();
    }
    Pattern signed = Pattern.compile("(?:填表人|联系电话)：([^\\s]+)");
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.walk(published.orElseThrow())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        Matcher matcher = signed.matcher(Files.readString(file));
        while (matcher.find()) {
          words.add(matcher.group(1));
        }
      }
    }
    assertFalse(words.isEmpty(), "the published self-evaluation is signed");
    return words;
  }

  @Test
  void theSameGridsGiveTheSameBytes() throws IOException {
    for (SampleWorkbook sample : SampleWorkbook.ALL) {
      Optional<List<SampleGrid>> grids = sample.grids();
      if (grids.isPresent()) {
        assertArrayEquals(
            SampleBuilder.build(sample, grids.orElseThrow()),
            SampleBuilder.build(sample, grids.orElseThrow()),
            sample.file());
      }
    }
  }

  @Test
  void theAnswersAreThePublishedOnes() throws IOException {
    List<CSVRecord> answers;
    try (Reader reader = Files.newBufferedReader(SampleWorkbook.COMMITTED.resolve(ANSWERS))) {
      answers = CSV.parse(reader).getRecords();
    }
    assertEquals(List.of("key", "answer", "source"), answers.get(0).getParser().getHeaderNames());
    assertEquals(
        answers.size(), answers.stream().map(answer -> answer.get("key")).distinct().count());
    Optional<Path> published = SampleWorkbook.publishedTables();
    if (published.isEmpty()) {
      System.out.println("left out: the answers against the published narrative");
      return;
    }
    String narrative =
        Labels.compact(
            Files.readString(
                published.orElseThrow().resolve("narrative").resolve("001.md"),
                StandardCharsets.UTF_8));
    String body = narrative.substring(narrative.lastIndexOf("2023年度部门决算情况说明"));
    for (CSVRecord answer : answers) {
      String number = answer.get("source").substring("第三部分 ".length()).replaceAll("[（1-9].*", "");
      String section = section(body, number);
      assertTrue(section.contains(answer.get("answer")), answer.get("key"));
    }
  }

  private static String section(String body, String number) {
    List<String> numbers =
        List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四");
    int at = 0;
    for (String each : numbers) {
      int start = body.indexOf(each + "、", at);
      assertTrue(start >= 0, each);
      if (each.equals(number)) {
        String next = numbers.get(numbers.indexOf(each) + 1);
        return body.substring(start, body.indexOf(next + "、", start + 2));
      }
      at = start + 2;
    }
    throw new AssertionError(number);
  }

  private static Workbook open(SampleWorkbook sample) throws IOException {
    return WorkbookFactory.create(
        SampleWorkbook.COMMITTED.resolve(sample.file()).toFile(), null, true);
  }

  private static List<Cell> cells(Sheet sheet) {
    List<Cell> cells = new ArrayList<>();
    sheet.forEach(row -> row.forEach(cells::add));
    return cells;
  }
}
