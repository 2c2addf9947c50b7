package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.CheckReport;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files and folders annotated, dropped again, refused and summed up. */
class AnnotateJobTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final String FINAL = "changsha-2023-final-accounts.xlsx";
  private static final String BUDGET = "changsha-2023-budget.xlsx";
  private static final String BEFORE = "changsha-2022-final-accounts.xlsx";
  private static final Stages STAGES =
      new Stages(new TemplateFolder(Optional.empty()), Optional.empty());

  @TempDir Path folder;

  private AnnotateJob.Outcome run(Optional<Path> previous, Optional<Path> out, Path... paths)
      throws Exception {
    return new AnnotateJob(STAGES)
        .run(
            new AnnotateJob.Request(
                List.of(paths), Optional.empty(), previous, Optional.empty(), out, false),
            annotated -> {});
  }

  private Path sample(String name, String as) throws IOException {
    Path file = folder.resolve(as);
    Files.createDirectories(file.getParent());
    return Files.copy(SAMPLES.resolve(name), file);
  }

  private static Path only(AnnotateJob.Outcome outcome) {
    assertEquals(List.of(), outcome.done().failures());
    assertEquals(1, outcome.done().results().size());
    return outcome.done().results().get(0).target();
  }

  private static String fill(Path file, String answer, String opinion) throws IOException {
    return fill(file, 4, answer, opinion);
  }

  /** The keys of 待填事项. */
  private static List<String> keys(Path file) throws IOException {
    List<String> rows = rows(file, "待填事项");
    return rows.subList(4, rows.size()).stream().map(row -> row.split("\\|")[0]).toList();
  }

  /** Writes into an answer of 待填事项 and into the first 处理意见; tells the answer's key. */
  private static String fill(Path file, int place, String answer, String opinion)
      throws IOException {
    byte[] changed;
    String key;
    try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
      Sheet items = workbook.getSheet("待填事项");
      Row row = items.getRow(place);
      key = row.getCell(0).getStringCellValue();
      row.getCell(5).setCellValue(answer);
      if (!opinion.isEmpty()) {
        workbook.getSheet("核对结果").getRow(4).getCell(10).setCellValue(opinion);
      }
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      workbook.write(bytes);
      changed = bytes.toByteArray();
    }
    Files.write(file, changed);
    return key;
  }

  /** The rows of a sheet as a person reads them, cells separated by bars. */
  private static List<String> rows(Path file, String sheet) throws IOException {
    DataFormatter formatter = new DataFormatter();
    formatter.setUseCachedValuesForFormulaCells(true);
    List<String> rows = new ArrayList<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Row row : workbook.getSheet(sheet)) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
          cells.add(formatter.formatCellValue(cell).strip());
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  private static boolean says(List<String> rows, String text) {
    return rows.stream().anyMatch(row -> row.contains(text));
  }

  @Test
  void aCopyKeepsItsNameAndPlaceWhenItIsDroppedAgain() throws Exception {
    Path copy = only(run(Optional.empty(), Optional.empty(), sample(FINAL, "决算.xlsx")));
    assertEquals("决算.annotated.xlsx", copy.getFileName().toString());
    fill(copy, "按实际填写的答复", "已核实无误");
    Path again = only(run(Optional.empty(), Optional.empty(), copy));
    assertEquals(copy, again);
    assertTrue(says(rows(again, "待填事项"), "按实际填写的答复"));
    assertTrue(says(rows(again, "情况说明"), "按实际填写的答复"));
    assertTrue(says(rows(again, "核对结果"), "已核实无误"));
    byte[] bytes = Files.readAllBytes(again);
    only(run(Optional.empty(), Optional.empty(), again));
    assertEquals(-1, java.util.Arrays.mismatch(bytes, Files.readAllBytes(again)));
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("决算.annotated.xlsx", "决算.xlsx"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  /** Whoever annotates the original once more does not lose what was filled into its copy. */
  @Test
  void answersInACopySurviveTheOriginal() throws Exception {
    Path original = sample(FINAL, "决算.xlsx");
    Path copy = only(run(Optional.empty(), Optional.empty(), original));
    fill(copy, "写在副本里的答复", "写在副本里的意见");
    only(run(Optional.empty(), Optional.empty(), original));
    assertTrue(says(rows(copy, "待填事项"), "写在副本里的答复"));
    assertTrue(says(rows(copy, "情况说明"), "写在副本里的答复"));
    assertTrue(says(rows(copy, "核对结果"), "写在副本里的意见"));
  }

  /** What was deleted in the copy that is dropped does not come back from the one it replaces. */
  @Test
  void aDeletedAnswerStaysDeleted() throws Exception {
    Path copy = only(run(Optional.empty(), Optional.empty(), sample(FINAL, "决算.xlsx")));
    fill(copy, "将要删除", "");
    Path out = Files.createDirectory(folder.resolve("out"));
    Path second = only(run(Optional.empty(), Optional.of(out), copy));
    assertTrue(says(rows(second, "待填事项"), "将要删除"));
    fill(copy, "", "");
    only(run(Optional.empty(), Optional.of(out), copy));
    assertFalse(says(rows(second, "待填事项"), "将要删除"));
  }

  /**
   * Last year's answers stand beside the questions and in the blanks of the text, as last year's.
   */
  @Test
  void lastYearsAnswersAreOffered() throws Exception {
    Path before = only(run(Optional.empty(), Optional.empty(), sample(BEFORE, "上年.xlsx")));
    Path now = only(run(Optional.of(before), Optional.empty(), sample(FINAL, "决算.xlsx")));
    List<String> asked = keys(now);
    int place = 4;
    while (!asked.contains(keys(before).get(place - 4))) {
      place++;
    }
    String key = fill(before, place, "上年那样写的", "");
    only(run(Optional.of(before), Optional.empty(), folder.resolve("决算.xlsx")));
    List<String> offered =
        rows(now, "待填事项").stream().filter(row -> row.startsWith(key + "|")).toList();
    assertEquals(1, offered.size(), key);
    assertTrue(offered.get(0).contains("上年所填：上年那样写的"), offered.get(0));
    List<String> text = rows(now, "情况说明").stream().filter(row -> row.contains("上年那样写的")).toList();
    assertTrue(
        text.stream().allMatch(row -> row.matches("(?s).*上年所填(?:为“上年那样写的”|，请核实).*")),
        text.toString());
  }

  @Test
  void aFolderOfUnitsGetsOneList() throws Exception {
    sample(FINAL, "units/甲/决算.xlsx");
    sample(BUDGET, "units/甲/预算.xlsx");
    sample("hunan-2023-budget.xlsx", "units/乙/2023预算.xlsx");
    Files.writeString(folder.resolve("units/乙/坏.xlsx"), "不是工作簿");
    Path out = folder.resolve("out");
    AnnotateJob.Outcome outcome = run(Optional.empty(), Optional.of(out), folder.resolve("units"));

    assertEquals(Optional.of(out.resolve(AnnotateJob.SUMMARY)), outcome.summary());
    assertEquals(
        List.of(
            "乙/2023预算.annotated.xlsx",
            "核对汇总.annotated.xlsx",
            "甲/决算.annotated.xlsx",
            "甲/预算.annotated.xlsx"),
        List.copyOf(Trees.of(out).keySet()).stream().sorted().toList());
    List<String> rows = rows(outcome.summary().get(), "汇总");
    Map<String, CheckReport> reports =
        outcome.done().results().stream()
            .collect(Collectors.toMap(AnnotateJob.Annotated::name, AnnotateJob.Annotated::report));
    int compared = reports.values().stream().mapToInt(CheckReport::comparisons).sum();
    assertEquals(
        "共 4 份工作簿，核对 " + compared + " 项，错误 0 处、警告 8 处、提示 4 处；未能处理的 1 份。", bare(rows.get(1)));
    assertTrue(
        rows.get(5)
            .startsWith(
                "1|湖南省信访局|2023|部门预算|乙/2023预算.xlsx|0|8|2|" + counts(reports.get("乙/2023预算.xlsx"))),
        rows.get(5));
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.contains(
                            "|长沙市信访局|2023|部门决算|甲/决算.xlsx|0|0|2|" + counts(reports.get("甲/决算.xlsx")))
                        && row.contains("|1,938.03|1,717.31|88.61%|")
                        && row.contains("|9.13|7.04|77.11%|")
                        && row.contains("|9|齐全|")),
        rows.toString());
    assertTrue(rows.get(8).startsWith("4||||乙/坏.xlsx|"), rows.get(8));
    assertTrue(rows.get(8).contains("《乙/坏.xlsx》是纯文本"), rows.get(8));
    assertEquals(links(outcome.summary().get()), expectedLinks());

    // a second run passes its own results over and replaces the list
    run(Optional.empty(), Optional.of(out), folder.resolve("units"));
    assertEquals(rows, rows(outcome.summary().get(), "汇总"));
  }

  private static String counts(CheckReport report) {
    return report.comparisons() + "|" + report.notChecked().size() + "|";
  }

  private static Map<String, String> expectedLinks() {
    return new TreeMap<>(
        Map.of(
            "E6", "乙/2023预算.annotated.xlsx",
            "E7", "甲/决算.annotated.xlsx",
            "E8", "甲/预算.annotated.xlsx"));
  }

  private static Map<String, String> links(Path file) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      return workbook.getSheetAt(0).getHyperlinkList().stream()
          .collect(
              Collectors.toMap(
                  link -> ((org.apache.poi.xssf.usermodel.XSSFHyperlink) link).getCellRef(),
                  link -> java.net.URI.create(link.getAddress()).getPath(),
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static String bare(String row) {
    return row.replaceAll("\\|+$", "");
  }

  /** WPS files that are BIFF8 inside come back in kind. */
  @Test
  void wpsFilesComeBackInKind() throws Exception {
    for (String extension : List.of("et", "ett")) {
      Path file = sample("changsha-2023-final-accounts.xls", "决算." + extension);
      Path copy = only(run(Optional.empty(), Optional.empty(), file));
      assertEquals("决算.annotated." + extension, copy.getFileName().toString());
      byte[] head = java.util.Arrays.copyOf(Files.readAllBytes(copy), 4);
      assertEquals("d0cf11e0", java.util.HexFormat.of().formatHex(head));
      assertTrue(rows(copy, "核对结果").get(0).contains("长沙市信访局 2023年度部门决算 · 核对结果"));
    }
  }

  @Test
  void aListOfSomebodyElseIsLeftAlone() throws Exception {
    sample(FINAL, "units/决算.xlsx");
    Path list = folder.resolve("units").resolve(AnnotateJob.SUMMARY);
    Files.writeString(list, "somebody else's");
    assertThrows(
        RefusedException.class,
        () -> run(Optional.empty(), Optional.empty(), folder.resolve("units")));
    assertEquals("somebody else's", Files.readString(list));
    assertFalse(Files.exists(folder.resolve("units/决算.annotated.xlsx")));
  }

  /** A signed workbook keeps its signature; what is found goes into a workbook beside it. */
  @Test
  void whatMustNotBeTouchedGetsAReportBesideIt() throws Exception {
    Path signed = sample(FINAL, "决算.xlsx");
    sign(signed);
    byte[] before = Files.readAllBytes(signed);
    AnnotateJob.Outcome outcome = run(Optional.empty(), Optional.empty(), signed);
    Path report = only(outcome);
    assertEquals("决算.report.xlsx", report.getFileName().toString());
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(signed)));
    String reason = "《决算.xlsx》文件带有数字签名，改动后签名会失效，请先移除签名或另存副本后再试。原文件没有改动，核对结果另存为《决算.report.xlsx》。";
    assertEquals(Optional.of(reason), outcome.done().results().get(0).instead());
    List<String> findings = rows(report, "核对结果");
    assertEquals(reason, bare(findings.get(2)));
    try (Workbook workbook = WorkbookFactory.create(report.toFile(), null, true)) {
      List<String> sheets = new ArrayList<>();
      workbook.forEach(sheet -> sheets.add(sheet.getSheetName()));
      assertEquals(List.of("核对结果", "执行率与同比", "情况说明", "待填事项"), sheets);
      assertTrue(
          workbook.getSheet("核对结果").getHyperlinkList().stream()
              .anyMatch(link -> String.valueOf(link.getAddress()).startsWith("决算.xlsx")),
          "links lead to the original");
    }
    fill(report, "写在报告里的答复", "");
    only(run(Optional.empty(), Optional.empty(), signed));
    assertTrue(says(rows(report, "情况说明"), "写在报告里的答复"));
  }

  /** Adds a relation to a signature, as Office does. */
  private static void sign(Path file) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path relations = zip.getPath("_rels/.rels");
      String text = Files.readString(relations);
      Files.writeString(
          relations,
          text.replace(
              "</Relationships>",
              "<Relationship Id=\"rIdSig\" Type=\"http://schemas.openxmlformats.org/package/2006/"
                  + "relationships/digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/>"
                  + "</Relationships>"),
          StandardCharsets.UTF_8);
      Files.createDirectory(zip.getPath("_xmlsignatures"));
      try (OutputStream out = Files.newOutputStream(zip.getPath("_xmlsignatures/origin.sigs"))) {
        out.write(new byte[0]);
      }
    }
  }
}
