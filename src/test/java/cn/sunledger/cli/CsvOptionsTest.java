package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encodings of CSV, and the facts as one workbook. */
class CsvOptionsTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;

  private Path csv(String out, Object... more) {
    Path results = folder.resolve(out);
    Object[] words = new Object[more.length + 4];
    words[0] = "csv";
    words[1] = SAMPLES;
    words[2] = "--out";
    words[3] = results;
    System.arraycopy(more, 0, words, 4, more.length);
    Run run = Run.of(words);
    assertEquals(0, run.code(), run.err());
    return results;
  }

  @Test
  void gb18030HoldsTheSameTexts() throws IOException {
    Path plain = csv("plain");
    Path other = csv("other", "--encoding", "gb18030");
    List<Path> files;
    try (Stream<Path> found = Files.walk(plain)) {
      files = found.filter(file -> file.toString().endsWith(".csv")).toList();
    }
    assertTrue(files.size() > 60, files.size() + " files");
    for (Path file : files) {
      assertArrayEquals(
          Files.readString(file).getBytes(GB18030),
          Files.readAllBytes(other.resolve(plain.relativize(file).toString())),
          file.toString());
    }
    String descriptor = Files.readString(other.resolve("datapackage.json"));
    assertTrue(descriptor.contains("\"encoding\" : \"gb18030\""), descriptor.substring(0, 1_500));
    assertFalse(descriptor.contains("utf-8"), "no resource is in UTF-8");
  }

  @Test
  void theWorkbookHoldsTheFactsAndIsAlwaysTheSame() throws Exception {
    Path out = csv("out", "--xlsx", "--threads", "1");
    Path again = csv("again", "--xlsx", "--threads", "5");
    assertArrayEquals(
        Files.readAllBytes(out.resolve("facts.xlsx")),
        Files.readAllBytes(again.resolve("facts.xlsx")));

    SheetGrid sheet = new WorkbookReader().read(out.resolve("facts.xlsx")).sheets().get(0);
    int row = 0;
    try (CSVParser records =
        CSVParser.parse(out.resolve("facts.csv"), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      for (CSVRecord fact : records) {
        for (int column = 0; column < fact.size(); column++) {
          String value = fact.get(column);
          boolean number = row > 0 && List.of(8, 13, 19, 21).contains(column) && !value.isEmpty();
          String expected = number ? bare(value) : value;
          assertEquals(expected, sheet.value(row, column).text(), row + " " + column);
        }
        row++;
      }
    }
    assertEquals(sheet.rowCount(), row);
    assertTrue(Files.readString(out.resolve("datapackage.json")).contains("facts.xlsx"));

    csv("out");
    assertFalse(Files.exists(out.resolve("facts.xlsx")), "a workbook of an earlier run");
  }

  private static String bare(String value) {
    return new java.math.BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  @Test
  void whatDoesNotGoTogetherIsWrongUsage() {
    assertEquals(
        2, Run.of("csv", SAMPLES, "--out", folder, "--bom", "--encoding", "gb18030").code());
    assertEquals(2, Run.of("csv", SAMPLES, "--out", folder, "--xlsx", "--only", "sheets").code());
    Run unknown = Run.of("csv", SAMPLES, "--out", folder, "--encoding", "big5");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("--encoding 应为 utf-8 或 gb18030"), unknown.err());
  }
}
