package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void aSmallConversionIsStartedAnewAndALargeOneIsNot() throws IOException {
    file("少/a.xlsx", 1_000);
    file("少/下/b.xls", 1_000_000);
    file("少/说明.pdf", 500_000_000);
    file("大/一.xlsx", 3_000_000);
    for (int i = 0; i < 20; i++) {
      file("中/" + i + ".xlsx", 1_000_000);
    }
    for (int i = 0; i < 70; i++) {
      file("多/" + i + ".xlsx", 1_000_000);
    }

    assertTrue(helps("csv", path("少"), "--out", path("大")), "--out is not read");
    assertTrue(helps("csv", "--only", "sheets", path("中"), "--out", path("结果")));
    assertTrue(helps("csv", "--only=sheets", path("中"), "--threads", "3"));
    assertTrue(helps("csv", path("没有"), "--out", path("结果")), "which is soon said");
    assertFalse(helps("csv", path("中"), "--out", path("结果")), "facts take more");
    assertFalse(helps("csv", path("少"), path("大"), "--only", "sheets"), "one large workbook");
    assertFalse(helps("csv", path("多"), "--only", "sheets"), "many");
  }

  private static boolean helps(String... words) {
    return QuickStart.helps(words);
  }

  @Test
  void whatTheUserTellsJavaIsNotContradicted() {
    Path jar = folder.resolve("sunledger.jar");
    List<String> usual = QuickStart.options(jar, List.of("-Dfile.encoding=UTF-8"));
    assertTrue(usual.containsAll(List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmn96m")), "" + usual);

    List<String> less = new ArrayList<>(usual);
    less.removeAll(List.of("-Xms128m", "-Xmn96m"));
    assertEquals(less, QuickStart.options(jar, List.of("-Xmx64m")));
    assertEquals(less, QuickStart.options(jar, List.of("-XX:MaxRAMPercentage=10")));
    less.remove("-XX:+UseSerialGC");
    assertEquals(less, QuickStart.options(jar, List.of("-XX:+UseParallelGC", "-Xmx64m")));
  }

  @Test
  void javaTakesThemTogether() throws Exception {
    for (List<String> said :
        List.of(List.of("-Xmx64m"), List.of("-XX:+UseParallelGC"), List.of("-Xmn8m"))) {
      List<String> words = new ArrayList<>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(QuickStart.options(folder.resolve("sunledger.jar"), said));
      words.addAll(said);
      words.add("-version");
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), () -> "java " + said);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** A file of a size, of which nothing is ever written. */
  private void file(String name, long size) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
    }
  }
}
