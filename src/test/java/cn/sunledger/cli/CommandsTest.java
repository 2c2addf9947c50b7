package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.job.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the samples, through the whole line. */
class CommandsTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final Path FINAL = SAMPLES.resolve("changsha-2023-final-accounts.xlsx");
  private static final Path BUDGET = SAMPLES.resolve("changsha-2023-budget.xlsx");
  private static final Path PREVIOUS = SAMPLES.resolve("changsha-2022-final-accounts.xlsx");

  @TempDir Path folder;

  @Test
  void annotatingGivesACopyAndLeavesTheInputAlone() throws IOException {
    Path input = Files.copy(FINAL, folder.resolve("决算.xlsx"));
    Run run = Run.of(input, "--budget", BUDGET, "--previous", PREVIOUS);

    assertEquals(0, run.code(), run.err());
    Path target = folder.resolve("决算.annotated.xlsx");
    assertEquals(target + "\n", run.out());
    assertTrue(
        run.err().matches("《决算.xlsx》：共核对 [0-9]+ 项，发现提示 [0-9]+ 处(；未核对 [0-9]+ 项)?。\n"), run.err());
    assertEquals(Set.of("决算.xlsx", "决算.annotated.xlsx"), Trees.of(folder).keySet());
    assertArrayEquals(Files.readAllBytes(FINAL), Files.readAllBytes(input));
    assertEquals(
        List.of("核对结果", "执行率与同比", "情况说明", "待填事项"), sheets(target).subList(9, 13), "after the nine");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Path plain = Files.createFile(folder.resolve("plain"));
      assertEquals(permissions(plain), permissions(target), "as any other new file");
    }
  }

  @Test
  void aFileOfOursIsReplacedAndAnotherIsNot() throws IOException {
    Path target = folder.resolve("changsha-2023-final-accounts.annotated.xlsx");
    Run first = Run.of("annotate", FINAL, "--out", folder);
    byte[] once = Files.readAllBytes(target);
    Run second = Run.of("annotate", FINAL, "--out", folder);

    assertEquals(0, first.code());
    assertEquals(0, second.code());
    assertArrayEquals(once, Files.readAllBytes(target));

    Files.copy(BUDGET, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Run refused = Run.of("annotate", FINAL, "--out", folder);
    assertEquals(2, refused.code());
    assertEquals("“" + target + "”已经存在，而且不是晒账本写的，请换一个 --out 文件夹，或加 --force 覆盖。\n", refused.err());
    assertArrayEquals(Files.readAllBytes(BUDGET), Files.readAllBytes(target));

    assertEquals(0, Run.of("annotate", FINAL, "--out", folder, "--force").code());
    assertArrayEquals(once, Files.readAllBytes(target));
  }

  @Test
  void anAnnotatedWorkbookIsNotReadByItsAnnotations() throws IOException {
    Run.of("annotate", FINAL, "--budget", BUDGET, "--previous", PREVIOUS, "--out", folder);
    Path annotated = folder.resolve("changsha-2023-final-accounts.annotated.xlsx");
    String plain = Run.of("check", FINAL, "--format", "csv").out();
    String again = Run.of("check", annotated, "--format", "csv").out();
    assertEquals(plain.replace("accounts.xlsx", "accounts.annotated.xlsx"), again);

    Run csv = Run.of("csv", annotated, "--out", folder.resolve("csv"));
    assertEquals(0, csv.code(), csv.err());
    assertTrue(csv.err().contains("共 351 个数"), csv.err());
  }

  @Test
  void whatWouldFallOnAnInputIsRefused() throws IOException {
    Path a = Files.copy(FINAL, folder.resolve("a.xlsx"));
    Path other = Files.copy(BUDGET, folder.resolve("a.annotated.xlsx"));
    Run onPartner = Run.of("annotate", a, "--budget", other, "--force");

    assertEquals(2, onPartner.code());
    assertTrue(onPartner.err().contains("原文件不会被改动"), onPartner.err());
    assertArrayEquals(Files.readAllBytes(BUDGET), Files.readAllBytes(other));

    Path twin = Files.createDirectories(folder.resolve("b")).resolve("a.xlsx");
    Files.copy(FINAL, twin);
    Run twins = Run.of("annotate", a, twin, "--out", folder.resolve("out"));
    assertEquals(2, twins.code());
    assertTrue(twins.err().contains("会写到同一个文件"), twins.err());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @ParameterizedTest
  @CsvSource({"error,1", "warning,1", "never,0"})
  void checkEndsWithOneWhereThereAreErrors(String failOn, int code) throws IOException {
    Path wrong = folder.resolve("wrong.xlsx");
    change(wrong, "公开03表 支出决算表", "281.43", 218.43);
    Run run = Run.of("check", wrong, "--fail-on", failOn);

    assertEquals(code, run.code(), run.out());
    assertTrue(run.out().contains("错误 公开03表 支出决算表!"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void checkJsonHasTheKeysOfTheContract() throws IOException {
    Path wrong = folder.resolve("wrong.xlsx");
    change(wrong, "公开03表 支出决算表", "281.43", 218.43);
    Run run = Run.of("check", wrong, PREVIOUS, "--format", "json", "--fail-on", "never");

    assertEquals(0, run.code(), run.err());
    Map<String, Set<String>> keys = JsonKeys.of(run.out());
    assertContains(keys, "", "files");
    assertContains(keys, "files", "file", "tables", "unrecognised", "findings", "not_checked");
    assertContains(keys, "files.tables", "sheet", "table", "title", "facts");
    assertContains(
        keys,
        "files.findings",
        "rule",
        "severity",
        "message",
        "table",
        "cells",
        "stated",
        "expected",
        "difference",
        "allowed",
        "cause");
    assertContains(keys, "files.findings.cells", "sheet", "cell");
    assertContains(keys, "files.not_checked", "rule", "reason");
  }

  @Test
  void partnersAreFoundAmongTheFilesOrNamed() {
    String found = Run.of("compare", FINAL, BUDGET, PREVIOUS, "--format", "csv").out();
    String named =
        Run.of("compare", FINAL, "--budget", BUDGET, "--previous", PREVIOUS, "--format", "csv")
            .out();

    assertEquals(named, found);
    assertTrue(found.contains(",2010301,行政运行,3,万元,1365.06,,1435.88,105.19,"), found);
    assertTrue(found.contains(",7.04,77.11,4.43,2.61,58.92,"), found);
  }

  @Test
  void explainWritesTheSameTextEachTimeAndOverNobodyElses() throws IOException {
    Path target = folder.resolve("changsha-2023-final-accounts.narrative.md");
    Run first = Run.of("explain", FINAL, BUDGET, PREVIOUS, "--out", folder);
    assertEquals(0, first.code(), first.err());
    assertEquals(target + "\n", first.out());
    String text = Files.readString(target);
    assertTrue(text.contains("完成年初预算的105.19%"), text);
    assertTrue(
        first.err().startsWith("《changsha-2023-final-accounts.xlsx》：还有 44 项待填（"), first.err());
    assertEquals(46, first.err().lines().count(), "the count, each item, what to do");

    assertEquals(0, Run.of("explain", FINAL, "--out", folder).code(), "ours");
    Files.writeString(target, "别人的文件\n");
    Run refused = Run.of("explain", FINAL, "--out", folder);
    assertEquals(2, refused.code());
    assertEquals("别人的文件\n", Files.readString(target));

    for (String format : List.of("txt", "docx")) {
      assertEquals(0, Run.of("explain", FINAL, "--out", folder, "--format", format).code());
      assertEquals(0, Run.of("explain", FINAL, "--out", folder, "--format", format).code());
    }
  }

  @Test
  void aFaultyProfileNamesFileAndLine() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates/national"));
    Files.writeString(templates.resolve("profile.yaml"), "name: national\ncolour: red\n");
    Run run = Run.of("check", FINAL, "--templates", folder.resolve("templates"));

    assertEquals(4, run.code());
    assertTrue(run.err().startsWith("national/profile.yaml 第2行：不认识的键“colour”"), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void rulesExplainThemselvesWithExamples() {
    String all = Run.of("rules").out();
    String one = Run.of("rules", "t-01").out();

    assertTrue(all.lines().skip(2).allMatch(line -> line.matches("\\S+ +(错误|警告|提示) +.*")), all);
    assertTrue(one.startsWith("T-01 "), one);
    assertTrue(one.contains("公式：") && one.contains("正例") && one.contains("反例"), one);
  }

  private static List<String> sheets(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      return java.util.stream.IntStream.range(0, workbook.getNumberOfSheets())
          .mapToObj(workbook::getSheetName)
          .toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** The sample with one number of one sheet changed, wherever it first stands. */
  private static void change(Path target, String sheet, String from, double to) throws IOException {
    try (InputStream in = Files.newInputStream(FINAL);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(target)) {
      Cell cell = find(workbook.getSheet(sheet), Double.parseDouble(from));
      cell.setCellValue(to);
      workbook.write(out);
    }
  }

  private static Cell find(Sheet sheet, double number) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
            && cell.getNumericCellValue() == number) {
          return cell;
        }
      }
    }
    throw new AssertionError("no " + number + " in " + sheet.getSheetName());
  }

  private static void assertContains(Map<String, Set<String>> keys, String path, String... names) {
    Set<String> missing = new TreeSet<>(List.of(names));
    missing.removeAll(keys.getOrDefault(path, Set.of()));
    assertEquals(Set.of(), missing, path + " has " + keys.get(path));
  }
}
