package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.job.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot be done is said in one sentence, with the right exit code, and nothing is written.
 */
class BadInputTest {
  private static final Path SAMPLES = Path.of("sample-workbooks").toAbsolutePath();
  private static final String GOOD =
      SAMPLES.resolve("changsha-2023-final-accounts.xlsx").toString();

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void badFiles() throws Exception {
    in = Files.createDirectories(folder.resolve("in"));
    out = folder.resolve("out");
    Files.createDirectories(in.resolve("empty-folder"));
    Files.createFile(in.resolve("empty.xlsx"));
    Files.writeString(in.resolve("pdf.xlsx"), "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
    Files.writeString(in.resolve("html.xlsx"), "<!DOCTYPE html><html><table></table></html>");
    byte[] good = Files.readAllBytes(Path.of(GOOD));
    Files.write(in.resolve("cut.xlsx"), Arrays.copyOf(good, good.length / 2));
    sheet(in.resolve("shopping.xlsx"), new Object[][] {{"苹果"}, {"牛奶"}, {"面包"}});
    sheet(
        in.resolve("marks.xlsx"),
        new Object[][] {{"姓名", "语文", "数学"}, {"甲", 90, 80}, {"乙", 70, 60}});
    encrypted(in.resolve("locked.xlsx"), good);
  }

  private static void sheet(Path file, Object[][] cells) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream stream = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("Sheet1");
      for (int i = 0; i < cells.length; i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < cells[i].length; j++) {
          if (cells[i][j] instanceof Integer number) {
            row.createCell(j).setCellValue(number);
          } else {
            row.createCell(j).setCellValue(String.valueOf(cells[i][j]));
          }
        }
      }
      workbook.write(stream);
    }
  }

  private static void encrypted(Path file, byte[] workbook) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream target = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(workbook);
      }
      container.writeFilesystem(target);
    }
  }

  /** Command, input, what the sentence says. */
  static Stream<List<String>> cases() {
    Map<String, String> files =
        Map.of(
            "missing.xlsx", "不存在",
            "empty.xlsx", "是空文件",
            "pdf.xlsx", "PDF",
            "html.xlsx", "HTML",
            "cut.xlsx", "已损坏",
            "shopping.xlsx", "没有一张认得的部门预决算公开表",
            "marks.xlsx", "没有一张认得的部门预决算公开表",
            "locked.xlsx", "密码");
    List<List<String>> cases = new ArrayList<>();
    for (String command :
        List.of("annotate", "check", "compare", "explain", "csv", "csv --only facts", "")) {
      files.forEach((file, words) -> cases.add(List.of(command, file, words)));
      cases.add(List.of(command, "empty-folder", "里没有工作簿"));
    }
    return cases.stream().filter(words -> !isConverted(words.get(0), words.get(1)));
  }

  /** The cells of any workbook are worth having. */
  private static boolean isConverted(String command, String file) {
    return command.equals("csv") && file.equals("shopping.xlsx")
        || command.startsWith("csv") && file.equals("marks.xlsx");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneSentenceAndNothingWritten(List<String> words) throws IOException {
    Map<String, String> before = Trees.of(in);
    Run run = run(words.get(0), in.resolve(words.get(1)).toString());

    assertSentence(run, words.get(1), words.get(2));
    assertEquals(3, run.code());
    assertEquals("", run.out());
    assertEquals(before, Trees.of(in));
    assertFalse(Files.exists(out));
  }

  /** As a partner it keeps the whole command from what would come out half. */
  static Stream<List<String>> partnerCases() {
    return cases()
        .filter(words -> List.of("annotate", "compare", "explain").contains(words.get(0)))
        .map(
            words ->
                words.get(1).equals("empty-folder")
                    ? List.of(words.get(0), words.get(1), "是一个文件夹")
                    : words);
  }

  @ParameterizedTest
  @MethodSource("partnerCases")
  void aPartnerThatCannotBeReadEndsTheCommand(List<String> words) {
    Run run = run(words.get(0), GOOD, "--budget", in.resolve(words.get(1)).toString());

    String reason = words.get(1).equals("empty-folder") ? "是一个文件夹" : words.get(2);
    assertSentence(run, words.get(1), reason);
    assertEquals(3, run.code());
    assertEquals("", run.out());
    assertFalse(Files.exists(out));
  }

  @Test
  void theOthersAreStillDone() throws IOException {
    Run run =
        Run.of(
            "annotate",
            in.resolve("pdf.xlsx"),
            GOOD,
            in.resolve("missing.xlsx"),
            "--out",
            out.toString());

    assertEquals(3, run.code());
    Path target = out.resolve("changsha-2023-final-accounts.annotated.xlsx");
    assertEquals(target + "\n", run.out());
    assertEquals(List.of(target.getFileName().toString()), List.copyOf(Trees.of(out).keySet()));
    assertEquals(3, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("《pdf.xlsx》"), run.err());
    assertTrue(run.err().contains("《" + in.resolve("missing.xlsx") + "》不存在"), run.err());
  }

  @Test
  void theRawSheetsOfAnyWorkbookAreWorthHaving() throws IOException {
    Run run = run("csv", in.resolve("shopping.xlsx").toString());

    assertEquals(0, run.code());
    assertTrue(run.err().startsWith("《shopping.xlsx》里没有一张认得的部门预决算公开表"), run.err());
    assertEquals("苹果\n牛奶\n面包\n", Trees.of(out).get("sheets/shopping/Sheet1.csv"));
  }

  private Run run(String command, String... words) {
    List<String> line = new ArrayList<>();
    if (!command.isEmpty()) {
      line.addAll(List.of(command.split(" ")));
    }
    line.addAll(List.of(words));
    if (!List.of("check", "compare").contains(command)) {
      line.addAll(List.of("--out", out.toString()));
    }
    return Run.of(line.toArray());
  }

  private static void assertSentence(Run run, String file, String words) {
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(file) && run.err().contains(words), run.err());
    assertTrue(run.err().matches("《[^》]+》.*。\n"), run.err());
  }
}
