package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.DataPackageReader;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.export.SheetNumbers;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.job.BulkConversion;
import cn.sunledger.job.ConversionOptions;
import cn.sunledger.job.Stages;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That nothing is missing is proved from the files alone: what POI adds up in a sheet, what the raw
 * sheet adds up to, and what the facts and the numbers left out add up to together, is the same.
 */
class NothingIsMissingTest {
  private static final int FEWEST_DIGITS = 15;
  private static final int MOST_DIGITS = 17;

  @TempDir Path folder;

  @Test
  void theSamplesAddUp() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of("sample-workbooks"))) {
      files = found.filter(file -> file.toString().matches(".*\\.xlsx?")).sorted().toList();
    }
    assertEquals(List.of(), converted(files, ConversionOptions.CELLS_AT_ONCE));
  }

  @Test
  void theFormsOfTheProvincesAddUp() throws Exception {
    List<Path> files = new ArrayList<>();
    for (WorkbookGrid form : ProvincialForms.all()) {
      files.add(GridFile.write(form, folder.resolve(form.file().replace(".txt", "") + ".xlsx")));
    }
    assertTrue(files.size() >= 40, files.size() + " forms");
    List<String> left = converted(files, ConversionOptions.CELLS_AT_ONCE);
    assertEquals(List.of(), left);
  }

  @Test
  void aSheetThatIsReadByPiecesAddsUp() throws Exception {
    Path file = folder.resolve("合并.xlsx");
    GeneratedWorkbooks.oneSheet(file, 2_000, 8);
    assertEquals(List.of(), converted(List.of(file), 1_000));
  }

  /** Converts and compares; tells the numbers of tables that are left out for no good reason. */
  private List<String> converted(List<Path> files, long cellsAtOnce) throws Exception {
    Path out = folder.resolve("out");
    PackageSettings settings = new PackageSettings("test", "auto", true, true, CsvOptions.PLAIN);
    new BulkConversion(
            new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader(),
            new ConversionOptions(out, settings, 2, false, false, false, cellsAtOnce),
            (done, total) -> {})
        .run(files);
    Map<String, Path> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.getFileName().toString(), file));
    Map<String, List<CSVRecord>> facts = new HashMap<>();
    for (CSVRecord fact : records(out.resolve("facts.csv"))) {
      facts.computeIfAbsent(fact.get(0) + "\n" + fact.get(1), key -> new ArrayList<>()).add(fact);
    }
    List<String> left = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(out.resolve("datapackage.json"))) {
      DataPackageReader.sources(
          text,
          source -> {
            compare(source, byName.get(source.path()), out, facts);
            left.addAll(left(source));
          });
    }
    return left;
  }

  private static void compare(
      ConvertedSource source, Path file, Path out, Map<String, List<CSVRecord>> facts)
      throws IOException {
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (ConvertedSource.Sheet sheet : source.sheets()) {
        String what = source.path() + " " + sheet.name();
        SheetNumbers numbers = sheet.numbers();
        List<BigDecimal> byPoi = numbers(workbook.getSheet(sheet.name()));
        assertEquals(byPoi.size(), numbers.cells(), what);
        same(sum(byPoi), numbers.sum(), what);

        BigDecimal onFacts = BigDecimal.ZERO;
        long count = 0;
        List<CSVRecord> raw =
            sheet.csv().isEmpty()
                ? List.of()
                : records(out.resolve(source.folder()).resolve(sheet.csv()));
        List<CSVRecord> own = facts.getOrDefault(source.path() + "\n" + sheet.name(), List.of());
        TreeSet<String> cells = new TreeSet<>();
        for (CSVRecord fact : own) {
          assertTrue(cells.add(fact.get(2)), what + " " + fact.get(2) + " twice");
          CellReference cell = new CellReference(fact.get(2));
          if (isNumber(workbook.getSheet(sheet.name()), cell)) {
            onFacts = onFacts.add(new BigDecimal(raw.get(cell.getRow()).get(cell.getCol())));
            count++;
          }
        }
        assertEquals(own.size(), sheet.facts(), what);
        assertEquals(count, numbers.facts(), what);
        assertEquals(own.size() - count, numbers.fromText(), what);
        same(onFacts, numbers.factsSum(), what);

        BigDecimal rest = numbers.factsSum();
        long cellsOfRest = numbers.facts();
        for (SheetNumbers.Left left : numbers.left()) {
          rest = rest.add(left.sum());
          cellsOfRest += left.cells();
        }
        assertEquals(numbers.cells(), cellsOfRest, what);
        same(numbers.sum(), rest, what);
      }
    }
  }

  private static void same(BigDecimal expected, BigDecimal actual, String what) {
    assertEquals(0, expected.compareTo(actual), what + ": " + expected + " and " + actual);
  }

  private static List<String> left(ConvertedSource source) {
    List<String> lines = new ArrayList<>();
    for (ConvertedSource.Sheet sheet : source.sheets()) {
      for (SheetNumbers.Left left : sheet.numbers().left()) {
        if (left.reason().equals("表外") || left.reason().equals("不在金额栏")) {
          lines.add(source.path() + " " + sheet.name() + " " + left);
        }
      }
    }
    return lines;
  }

  private static List<BigDecimal> numbers(Sheet sheet) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (isNumber(cell)) {
          numbers.add(exact(cell.getNumericCellValue()));
        }
      }
    }
    return numbers;
  }

  private static boolean isNumber(Sheet sheet, CellReference place) {
    Row row = sheet.getRow(place.getRow());
    Cell cell = row == null ? null : row.getCell(place.getCol());
    return cell != null && isNumber(cell);
  }

  private static boolean isNumber(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return type == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell);
  }

  /** The shortest decimal that is the same double; codes of 16 digits stand in cells too. */
  private static BigDecimal exact(double value) {
    BigDecimal whole = new BigDecimal(value);
    for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = whole.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return whole.round(new MathContext(MOST_DIGITS));
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }
}
