package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.profile.ProfileException;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkConversionTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final ConversionProgress NOBODY = (done, total) -> {};

  @TempDir Path folder;
  private Path in;

  @BeforeEach
  void aFolderOfWorkbooks() throws IOException {
    in = folder.resolve("in");
    copy("changsha-2023-final-accounts.xlsx", "长沙/决算.xlsx");
    copy("changsha-2023-final-accounts.xls", "长沙/决算.xls");
    copy("changsha-2023-budget.xlsx", "长沙/预算.xlsx");
    copy("hunan-2023-budget.xlsx", "湖南/预算.xlsx");
    copy("changsha-2023-budget.xlsx", "长沙/~$预算.xlsx");
    copy("changsha-2023-budget.xlsx", "长沙/.隐藏.xlsx");
    copy("changsha-2023-budget.xlsx", "长沙/预算.annotated.xlsx");
    Files.writeString(in.resolve("湖南/说明.txt"), "不是工作簿");
    Files.writeString(in.resolve("湖南/坏.xlsx"), "%PDF-1.7");
  }

  @Test
  void everyWorkbookIsInTheResultsUnderANameOfItsOwn() throws Exception {
    ConversionResult result = convert("out", 2, false, NOBODY);

    assertEquals(4, result.converted());
    assertEquals(List.of("长沙/预算.annotated.xlsx"), result.ignored());
    assertEquals(List.of("湖南/坏.xlsx"), result.failures().stream().map(Failure::file).toList());
    Map<String, String> files = Trees.of(folder.resolve("out"));
    assertEquals(
        List.of("datapackage.json", "facts.csv", "failures.csv"),
        files.keySet().stream().filter(name -> !name.startsWith("sheets/")).toList());
    assertEquals(
        List.of("sheets/决算", "sheets/决算.xls", "sheets/预算", "sheets/预算.xlsx"),
        files.keySet().stream()
            .filter(name -> name.startsWith("sheets/"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .distinct()
            .sorted()
            .toList());
    assertEquals(
        result.facts(), files.get("facts.csv").lines().count() - 1, "one row for each fact");
    assertEquals(
        351, files.get("facts.csv").lines().filter(row -> row.startsWith("长沙/决算.xlsx,")).count());
    assertEquals(
        351, files.get("facts.csv").lines().filter(row -> row.startsWith("长沙/决算.xls,")).count());
    assertEquals(
        """
        file,reason,remedy
        湖南/坏.xlsx,是一份 PDF，不是 Excel 工作簿,请取得表格的原件，或在 Excel、WPS 中另存为 .xlsx 后重试
        """,
        files.get("failures.csv"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    convert("one", 1, false, NOBODY);
    convert("many", 7, false, NOBODY);

    assertEquals(Trees.of(folder.resolve("one")), Trees.of(folder.resolve("many")));
  }

  @Test
  void whatWasStoppedGoesOnAndEndsTheSame() throws Exception {
    convert("whole", 1, false, NOBODY);
    BulkConversion[] running = new BulkConversion[1];
    running[0] =
        conversion(
            "parts",
            1,
            false,
            (done, total) -> {
              if (done == 2) {
                new Thread(running[0]::stop).start();
                pause();
              }
            });
    ConversionResult stopped = running[0].run(List.of(in));

    assertTrue(stopped.interrupted());
    assertFalse(Files.exists(folder.resolve("parts/facts.csv")));
    assertFalse(Files.exists(folder.resolve("parts/datapackage.json")));

    ConversionResult rest = convert("parts", 1, true, NOBODY);
    assertEquals(stopped.converted(), rest.reused());
    assertEquals(4, rest.converted());
    assertEquals(Trees.of(folder.resolve("whole")), Trees.of(folder.resolve("parts")));
  }

  @Test
  void resumingTakesOverWhatIsTheSameAndDoesAgainWhatIsNot() throws Exception {
    convert("out", 2, false, NOBODY);
    Files.copy(SAMPLES.resolve("changsha-2022-final-accounts.xlsx"), in.resolve("长沙/上年.xlsx"));
    Files.delete(in.resolve("湖南/预算.xlsx"));
    Files.write(
        in.resolve("长沙/预算.xlsx"), Files.readAllBytes(SAMPLES.resolve("pingshan-2023-budget.xlsx")));

    ConversionResult again = convert("out", 2, true, NOBODY);
    convert("fresh", 2, false, NOBODY);

    assertEquals(2, again.reused(), "both 决算");
    assertEquals(Trees.of(folder.resolve("fresh")), Trees.of(folder.resolve("out")));
  }

  @Test
  void resumingWithOtherOptionsTakesNothingOver() throws Exception {
    convert("out", 2, false, NOBODY);
    PackageSettings other = settings(new CsvOptions(true, false), true);
    ConversionResult result =
        new BulkConversion(
                reader(),
                new ConversionOptions(folder.resolve("out"), other, 1, true, false),
                NOBODY)
            .run(List.of(in));

    assertEquals(0, result.reused());
    assertTrue(Trees.of(folder.resolve("out")).get("facts.csv").startsWith("\uFEFFfile,"));
  }

  @Test
  void aFolderThatIsNotOursIsLeftAlone() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("facts.csv"), "mine");
    RefusedException refused =
        assertThrows(RefusedException.class, () -> convert("out", 1, false, NOBODY));

    assertTrue(refused.getMessage().contains("--force"), refused.getMessage());
    assertEquals(Map.of("facts.csv", "mine"), Trees.of(out));

    new BulkConversion(
            reader(),
            new ConversionOptions(out, settings(CsvOptions.PLAIN, true), 1, false, true),
            NOBODY)
        .run(List.of(in));
    assertTrue(Trees.of(out).get("facts.csv").startsWith("file,sheet,"));
  }

  @Test
  void whereNothingIsConvertedNothingIsWritten() throws Exception {
    ConversionResult result =
        conversion("out/deep", 2, true, NOBODY).run(List.of(in.resolve("湖南/坏.xlsx")));

    assertEquals(1, result.failures().size());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aWorkbookThatBreaksTheProgramDoesNotStopTheOthers() throws Exception {
    Stages stages = new Stages(new TemplateFolder(Optional.empty()), Optional.empty());
    DisclosureReader reader =
        new DisclosureReader(
            grid -> {
              if (grid.file().equals("决算.xlsx")) {
                throw new IllegalStateException("a mistake of ours");
              }
              return stages.reader().recognise(grid);
            });
    ConversionResult result =
        new BulkConversion(
                reader,
                new ConversionOptions(
                    folder.resolve("out"), settings(CsvOptions.PLAIN, true), 2, false, false),
                NOBODY)
            .run(List.of(in));

    assertEquals(3, result.converted());
    assertEquals(
        List.of(
            "《湖南/坏.xlsx》是一份 PDF，不是 Excel 工作簿；请取得表格的原件，或在 Excel、WPS 中另存为 .xlsx 后重试。",
            "《长沙/决算.xlsx》使程序内部出错（IllegalStateException）；请把这句话连同该文件报告给本项目（见 README“反馈”）。"),
        result.failures().stream().map(Failure::sentence).toList());
  }

  @Test
  void faultyTemplatesStopEverything() {
    DisclosureReader reader =
        new DisclosureReader(
            grid -> {
              throw new ProfileException("x/layouts/y.yaml", 3, "错了。");
            });

    ProfileException fault =
        assertThrows(
            ProfileException.class,
            () ->
                new BulkConversion(
                        reader,
                        new ConversionOptions(
                            folder.resolve("out"),
                            settings(CsvOptions.PLAIN, true),
                            2,
                            false,
                            false),
                        NOBODY)
                    .run(List.of(in)));
    assertEquals("x/layouts/y.yaml 第3行：错了。", fault.getMessage());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void theSameFileNamedTwiceIsConvertedOnce() throws Exception {
    Path one = in.resolve("长沙/预算.xlsx");
    ConversionResult result =
        conversion("out", 2, false, NOBODY).run(List.of(one, in.resolve("长沙"), one));

    assertEquals(3, result.converted());
  }

  private void copy(String sample, String name) throws IOException {
    Path target = in.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(SAMPLES.resolve(sample), target);
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static DisclosureReader reader() {
    return new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader();
  }

  private static PackageSettings settings(CsvOptions csv, boolean sheets) {
    return new PackageSettings("test", "auto", true, sheets, csv);
  }

  private BulkConversion conversion(
      String out, int threads, boolean resume, ConversionProgress progress) {
    return new BulkConversion(
        reader(),
        new ConversionOptions(
            folder.resolve(out), settings(CsvOptions.PLAIN, true), threads, resume, false),
        progress);
  }

  private ConversionResult convert(
      String out, int threads, boolean resume, ConversionProgress progress) throws Exception {
    return conversion(out, threads, resume, progress).run(List.of(in));
  }
}
