package cn.sunledger.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotates odd real workbooks: nothing is lost, and a second time gives the same. */
@Tag("long")
class CorpusAnnotateTest {
  /**
   * Records that POI writes in another form with the same content, on every sheet: numbers and
   * blanks in rows (BD, BE, 201, 203, 204, 27E), where rows and cells lie in the file (208, 20B,
   * D7), which sheet is shown (23E), texts of boxes (1B6).
   */
  private static final Set<String> REWRITTEN =
      Set.of("0BD", "0BE", "201", "203", "204", "27E", "208", "20B", "0D7", "23E", "1B6");

  /**
   * Records that a mark changes: the look of numbers, texts and formulas (6, FD, 205, 207),
   * comments and their boxes (1C, 5D, EC), the used range (200).
   */
  private static final Set<String> MARKED =
      Set.of("006", "0FD", "205", "207", "01C", "05D", "0EC", "200");

  /**
   * What else is written in another form, workbook by workbook; the sheets are compared besides.
   */
  private static final Map<String, Set<String>> NAMED =
      Map.ofEntries(
          // merges grouped into records in another way
          Map.entry("32822.xls", Set.of("0E5")),
          Map.entry("57231_MixedGasReport.xls", Set.of("0E5")),
          Map.entry("AbnormalSharedFormulaFlag.xls", Set.of("0E5")),
          Map.entry("ex42570-20305.xls", Set.of("0E5")),
          // texts in one byte a character where two were written
          Map.entry("55982.xls", Set.of("014", "015", "1BE")),
          // columns and page breaks in records of the usual length
          Map.entry("OddStyleRecord.xls", Set.of("07D")),
          Map.entry("WORKBOOK_in_capitals.xls", Set.of("07D")),
          Map.entry("bug55505.xls", Set.of("01B")),
          // a beginning of another version, and ends of blocks of charts
          Map.entry("28772.xls", Set.of("809")),
          Map.entry("50939.xls", Set.of("855")),
          Map.entry("external_name.xls", Set.of("855")));

  @TempDir Path folder;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, List<String>> refusals = new TreeMap<>();
  private final Map<String, Integer> changes = new TreeMap<>();
  private int annotated;

  @Test
  void nothingIsLost() throws Exception {
    String shared = System.getenv().getOrDefault("SUNLEDGER_SHARED", "../shared");
    Path corpus = Path.of(shared, "poi-corpus");
    if (!Files.isDirectory(corpus)) {
      System.out.println("left out: no " + corpus);
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus)) {
      files = all.filter(this::isWorkbook).sorted().toList();
    }
    for (Path file : files) {
      annotate(file);
    }
    System.out.println("annotated " + annotated);
    refusals.forEach((reason, names) -> System.out.println("refused: " + reason + " " + names));
    System.out.println("changed records by kind, sheets: " + changes);
    faults.forEach(System.out::println);
    assertEquals(List.of(), faults);
  }

  private boolean isWorkbook(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String only = System.getProperty("corpus", ".xls");
    // POI, with which the looks are compared, takes an empty list of styles for none and
    // does not count styles inside mc:AlternateContent
    return name.contains(only)
        && !Set.of("style-alternate-content.xlsx", "47889.xlsx").contains(name)
        && (name.endsWith(".xlsx")
            || name.endsWith(".xlsm")
            || name.endsWith(".xls")
            || name.endsWith(".xlsb"));
  }

  private void annotate(Path file) throws Exception {
    String name = file.getFileName().toString();
    Path first = folder.resolve("1" + name);
    Path second = folder.resolve("2" + name);
    List<CellRef> cells = pick(file);
    Map<String, Set<String>> marked = new HashMap<>();
    cells.forEach(
        cell -> marked.computeIfAbsent(cell.sheet(), key -> new TreeSet<>()).add(cell.a1()));
    try {
      write(file, first, cells);
    } catch (AnnotationException e) {
      refusals
          .computeIfAbsent(
              e.getMessage().substring(e.getMessage().indexOf('：') + 1), key -> new ArrayList<>())
          .add(name);
      if (Files.exists(first)) {
        faults.add(name + " refused but written");
      }
      return;
    } catch (Exception e) {
      faults.add(name + " " + e);
      e.printStackTrace(System.out);
      return;
    }
    annotated++;
    try {
      if (!cells.isEmpty()) {
        compare(name, first, looked(file, marked), marked);
      }
      write(first, second, cells);
      same(name, first, second, marked);
      if (name.endsWith(".xls")) {
        records(name, file, first, marked);
      } else {
        parts(name, file, first, cells);
      }
    } catch (Exception e) {
      faults.add(name + " again " + e);
      e.printStackTrace(System.out);
    }
  }

  private void same(String name, Path first, Path second, Map<String, Set<String>> marked)
      throws Exception {
    if (Files.mismatch(first, second) == -1) {
      return;
    }
    if (name.endsWith(".xls")) {
      compare(name + " second time", second, looked(first, Map.of()), Map.of());
    } else {
      faults.add(name + " not the same twice: " + PackageParts.differing(first, second));
    }
  }

  /**
   * Every stream but the workbook's own is the same, and of its records those that are not ours.
   */
  private void records(String name, Path file, Path first, Map<String, Set<String>> marked)
      throws Exception {
    XlsRecords before = XlsRecords.of(file);
    XlsRecords after = XlsRecords.of(first);
    TreeSet<String> lost = before.lostStreams(after);
    TreeSet<String> kinds = new TreeSet<>();
    for (int i = 0; i < before.sheets().size(); i++) {
      TreeSet<String> changed = before.changedKinds(i, after);
      changed.forEach(kind -> changes.merge(kind, 1, Integer::sum));
      changed.removeAll(REWRITTEN);
      if (marked.containsKey(before.sheets().get(i)) || i == 0) {
        changed.removeAll(MARKED);
      }
      kinds.addAll(changed);
    }
    if (!lost.isEmpty() || !kinds.equals(NAMED.getOrDefault(name, Set.of()))) {
      faults.add(name + " streams " + lost + " records " + kinds);
    }
  }

  private void parts(String name, Path file, Path first, List<CellRef> cells) throws Exception {
    TreeSet<String> differing = PackageParts.differing(file, first);
    Set<String> before = PackageParts.of(file).keySet();
    differing.removeIf(
        part ->
            part.equalsIgnoreCase("[Content_Types].xml")
                || part.contains("workbook.xml")
                || part.contains("styles.xml")
                || part.contains("comments")
                || part.contains("vmlDrawing")
                || part.contains("worksheets/")
                || !before.contains(part));
    if (!differing.isEmpty()) {
      faults.add(name + " changed " + differing);
    }
  }

  /** What each sheet looks like; ground and comment of marked cells left aside. */
  private static Map<String, Map<String, String>> looked(Path file, Map<String, Set<String>> marked)
      throws Exception {
    Map<String, Map<String, String>> sheets = new HashMap<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        String name = sheet.getSheetName();
        sheets.put(name, SheetFacts.of(sheet, marked.getOrDefault(name, Set.of())));
      }
    }
    return sheets;
  }

  /** Some cells of the first sheets: with and without comments, and two that may not exist. */
  private static List<CellRef> pick(Path file) {
    List<CellRef> cells = new ArrayList<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        if (cells.size() < 12) {
          pick(sheet, cells);
        }
      }
    } catch (Exception | LinkageError e) {
      return List.of();
    }
    return cells;
  }

  private static void pick(Sheet sheet, List<CellRef> cells) {
    int count = 0;
    int most = cells.size() + 5;
    for (Row row : sheet) {
      for (Cell cell : row) {
        boolean chosen = count++ % 7 == 3 && cells.size() < most - 2;
        if (chosen || cell.getCellComment() != null && cells.size() < most) {
          cells.add(new CellRef(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex()));
        }
      }
    }
    cells.add(new CellRef(sheet.getSheetName(), 2, 3));
    cells.add(new CellRef(sheet.getSheetName(), 150, 1));
  }

  private void compare(
      String name,
      Path after,
      Map<String, Map<String, String>> before,
      Map<String, Set<String>> marked)
      throws Exception {
    Map<String, Map<String, String>> now = looked(after, marked);
    for (Map.Entry<String, Map<String, String>> each : before.entrySet()) {
      Map<String, String> actual = now.get(each.getKey());
      if (actual == null) {
        faults.add(name + " lost sheet " + each.getKey());
        continue;
      }
      Map<String, String> expected = each.getValue();
      for (String address : marked.getOrDefault(each.getKey(), Set.of())) {
        if (!expected.containsKey(address)) {
          actual.remove(address);
          String row = "row " + (Integer.parseInt(address.replaceAll("[A-Z]", "")) - 1);
          if (!expected.containsKey(row)) {
            actual.remove(row);
          }
        }
      }
      difference(name + " " + each.getKey(), expected, actual);
    }
  }

  private void difference(String name, Map<String, String> expected, Map<String, String> actual) {
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    String found =
        keys.stream()
            .filter(key -> !expected.getOrDefault(key, "").equals(actual.getOrDefault(key, "")))
            .limit(3)
            .map(key -> key + ": " + expected.get(key) + " → " + actual.get(key))
            .collect(Collectors.joining("\n    "));
    if (!found.isEmpty()) {
      faults.add(name + " differs\n    " + found);
    }
  }

  private void write(Path from, Path to, List<CellRef> cells) throws Exception {
    Disclosure disclosure =
        new Disclosure(
            "x",
            DocumentKind.DEPARTMENT_BUDGET,
            Optional.of(2024),
            "",
            "单位",
            List.of(),
            List.of(),
            List.of());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      findings.add(
          new Finding(
              "T-0" + i % 3,
              Severity.values()[i % 3],
              "第 " + i + " 处",
              "表",
              cells.subList(i, Math.min(i + 2, cells.size())),
              "1.00",
              "2.00",
              "-1.00",
              "",
              "",
              List.of(),
              Optional.empty()));
    }
    new WorkbookAnnotator()
        .annotate(
            from,
            to,
            disclosure,
            new CheckReport(findings, List.of(), 10, 5),
            Optional.empty(),
            Optional.of(Changsha.narrative("因为")));
  }
}
