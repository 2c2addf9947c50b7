package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole workbooks as departments of several provinces publish them, every total of which is right:
 * nothing is said of them but hints. Behind each stand variants with one mistake, which is told, at
 * its place and nowhere else.
 */
class PublishedWorkbooksTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "published");
  private static final Pattern MISTAKE =
      Pattern.compile("~ (.+)!([A-Z]+)([0-9]+) = (.*?) => ([A-Z0-9-]+) ([A-Z]+[0-9]+)");
  private static final Pattern DROPPED = Pattern.compile("~ drop (.+)!([0-9]+) => ([A-Z0-9-]+)");
  private static final Pattern ZERO = Pattern.compile("(\\|) *(?:0\\.00|－) *(?=\\||$)");

  @TestFactory
  Stream<DynamicTest> soundWorkbooksRaiseNoAlarm() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> assertEquals("", sound(file))));
  }

  @TestFactory
  Stream<DynamicTest> oneMistakeIsTold() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("~ ")) {
          tests.add(DynamicTest.dynamicTest(name(file) + line, () -> told(file, line)));
        }
      }
    }
    return tests.stream();
  }

  /** A table that is left out is missing, and makes nothing wrong of those that are there. */
  @TestFactory
  Stream<DynamicTest> aMissingTableMakesNothingElseWrong() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file), () -> assertEquals("", withoutEachTable(workbook(file)))));
  }

  private static String withoutEachTable(WorkbookGrid grid) {
    StringBuilder alarms = new StringBuilder();
    for (SheetGrid gone : grid.sheets()) {
      List<SheetGrid> rest = grid.sheets().stream().filter(sheet -> sheet != gone).toList();
      serious(check(new WorkbookGrid(grid.file(), rest))).stream()
          .filter(finding -> !finding.rule().equals("M-01"))
          .forEach(
              finding ->
                  alarms.append(gone.name()).append(": ").append(finding.message()).append('\n'));
    }
    return alarms.toString();
  }

  /** Zeros may be blank, 0, 0.00 or a dash: whatever they are, nothing becomes wrong. */
  @TestFactory
  Stream<DynamicTest> zerosMayBePrintedInAnyWay() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file),
                    () -> {
                      for (String zero : List.of("", "0", "0.00", "－", "-")) {
                        List<String> lines = new ArrayList<>();
                        for (String line : lines(file)) {
                          lines.add(ZERO.matcher(line).replaceAll("$1 " + zero + " "));
                        }
                        WorkbookGrid grid = ProvincialForms.read(file, lines);
                        assertEquals(
                            List.of(),
                            serious(check(grid)).stream().map(Finding::message).toList(),
                            () -> "zero as “" + zero + "”");
                      }
                    }));
  }

  @Test
  void everyWorkbookHasMistakes() throws IOException {
    TreeSet<String> without = new TreeSet<>();
    for (Path file : files()) {
      if (Files.readAllLines(file).stream().filter(line -> line.startsWith("~ ")).count() < 3) {
        without.add(name(file));
      }
    }
    assertEquals(new TreeSet<>(), without);
    assertTrue(files().size() >= 13);
  }

  private static String sound(Path file) throws IOException {
    CheckReport report = check(workbook(file));
    assertFalse(report.comparisons() < 300, () -> "only " + report.comparisons() + " comparisons");
    return String.join("\n", serious(report).stream().map(Finding::message).toList());
  }

  private static void told(Path file, String line) throws IOException {
    WorkbookGrid sound = workbook(file);
    Matcher mistake = MISTAKE.matcher(line);
    Matcher dropped = DROPPED.matcher(line);
    WorkbookGrid wrong;
    String rule;
    Optional<String> place;
    if (mistake.matches()) {
      CellRef cell = cell(mistake.group(1), mistake.group(2), mistake.group(3));
      wrong = changed(sound, cell, mistake.group(4));
      rule = mistake.group(5);
      place = Optional.of(mistake.group(6));
    } else {
      assertTrue(dropped.matches(), line);
      int row = Integer.parseInt(dropped.group(2)) - 1;
      wrong = GridEdit.without(sound, dropped.group(1), row);
      rule = dropped.group(3);
      place = Optional.empty();
    }
    List<Finding> found = serious(check(wrong));
    assertEquals(1, found.size(), () -> found.stream().map(Finding::message).toList().toString());
    assertEquals(rule, found.get(0).rule(), found.get(0)::message);
    place.ifPresent(
        cell -> assertEquals(cell, found.get(0).cells().get(0).a1(), found.get(0)::message));
  }

  private static WorkbookGrid changed(WorkbookGrid grid, CellRef cell, String value) {
    return value.matches("-?[0-9.]+")
        ? GridEdit.figures(grid, Map.of(cell, new BigDecimal(value)))
        : GridEdit.text(grid, cell, value);
  }

  private static CellRef cell(String sheet, String letters, String row) {
    int column = 0;
    for (char c : letters.toCharArray()) {
      column = column * 26 + c - 'A' + 1;
    }
    return new CellRef(sheet, Integer.parseInt(row) - 1, column - 1);
  }

  private static WorkbookGrid workbook(Path file) throws IOException {
    return ProvincialForms.read(file, lines(file));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("~ ")).toList();
  }

  private static CheckReport check(WorkbookGrid grid) {
    return new RuleChecker(National.BOOK).check(National.RECOGNIZER.recognise(grid), List.of());
  }

  private static List<Finding> serious(CheckReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      return paths.filter(path -> path.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
