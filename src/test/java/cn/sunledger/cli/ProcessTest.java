package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.job.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own, as a user starts it. */
class ProcessTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final int MANY = 24;
  private static final int SOME_LINES = 30_000;
  private static final int PATIENCE_SECONDS = 300;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
  void chineseNamesAndTextsWorkInAnyLocale(String locale) throws Exception {
    Path file = folder.resolve("决算 $HOME 'a' \"b\".xlsx");
    Files.copy(SAMPLES.resolve("changsha-2023-final-accounts.xlsx"), file);
    Path out = folder.resolve("结果");
    Run csv = run(Map.of("LC_ALL", locale), "csv", file.toString(), "--out", out.toString());

    assertEquals("转换了 1 个工作簿，共 351 个数；结果在 " + out + "\n", csv.err());
    assertEquals(0, csv.code());
    assertEquals("", csv.out());
    assertTrue(
        Trees.of(out).containsKey("sheets/决算 $HOME 'a' _b_/公开01表 收入支出决算总表.csv"),
        Trees.of(out).keySet().toString());

    Run check = run(Map.of("LC_ALL", locale), "check", file.toString());
    assertEquals("", check.err(), "no library speaks");
    assertTrue(check.out().startsWith("决算 $HOME 'a' \"b\".xlsx（长沙市信访局，2023年度，部门决算）\n"));
  }

  @Test
  void exitCodesReachTheShell() throws Exception {
    assertEquals(2, run(Map.of(), "csv").code());
    Run missing = run(Map.of(), "check", folder.resolve("nix.xlsx").toString());
    assertEquals(3, missing.code());
    assertEquals(1, missing.err().lines().count(), missing.err());
  }

  /** Killed without a chance to tidy up, and started again. */
  @Test
  void aKilledConversionGoesOn() throws Exception {
    Path in = manyWorkbooks();
    Path out = folder.resolve("out");
    List<String> words = conversion(in, out);
    Started killed = start(Map.of(), words);
    waitForTheMiddle(killed, out);
    killed.process().destroyForcibly();
    end(killed);
    assertTrue(Files.exists(journal(out)), "killed in the middle");
    assertFalse(Files.exists(out.resolve("facts.csv")));

    words.add("--resume");
    Run rest = end(start(Map.of(), words));
    assertEquals(0, rest.code(), rest.err());
    assertTrue(
        rest.err().matches("转换了 24 个工作簿（其中 [1-9][0-9]* 个沿用上次结果），共 10704 个数.*\n"), rest.err());
    Run whole = run(Map.of(), "csv", in.toString(), "--out", folder.resolve("whole").toString());
    assertEquals(0, whole.code());
    assertEquals(Trees.of(folder.resolve("whole")), Trees.of(out));
  }

  /** Asked to end, it ends with whole files and says how to go on. */
  @Test
  void anInterruptedConversionKeepsWhatIsDone() throws Exception {
    Path out = folder.resolve("out");
    Started asked = start(Map.of(), conversion(manyWorkbooks(), out));
    waitForTheMiddle(asked, out);
    asked.process().destroy();
    Run run = end(asked);

    assertTrue(run.err().matches("已中断，做完的 [0-9]+ 个工作簿已保存；加 --resume 可以接着做。\n"), run.err());
    List<String> unfinished =
        Trees.of(out).keySet().stream()
            .filter(name -> !name.startsWith("sheets/"))
            .filter(
                name -> !name.matches("\\.sunledger/(facts\\.log|journal\\.jsonl|settings\\.json)"))
            .toList();
    assertEquals(List.of(), unfinished);
  }

  private static List<String> program() {
    return List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
  }

  private Run run(Map<String, String> environment, String... words) throws Exception {
    List<String> all = new ArrayList<>(program());
    all.addAll(List.of(words));
    return end(start(environment, all));
  }

  private Path manyWorkbooks() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < MANY; i++) {
      Files.copy(SAMPLES.resolve("hunan-2023-budget.xlsx"), in.resolve("预算" + i + ".xlsx"));
    }
    return in;
  }

  private static List<String> conversion(Path in, Path out) {
    List<String> words = new ArrayList<>(program());
    words.addAll(List.of("csv", in.toString(), "--out", out.toString(), "--threads", "2"));
    return words;
  }

  private static Path journal(Path out) {
    return out.resolve(".sunledger/journal.jsonl");
  }

  private static void waitForTheMiddle(Started run, Path out) throws Exception {
    while (run.process().isAlive()
        && (!Files.exists(journal(out)) || Files.size(journal(out)) < SOME_LINES)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** A program that runs, with the files that take what it writes. */
  private record Started(Process process, Path out, Path err) {}

  private Started start(Map<String, String> environment, List<String> words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(words);
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Started(builder.start(), out, err);
  }

  private static Run end(Started run) throws Exception {
    boolean ended = run.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    run.process().destroyForcibly();
    String err = Files.readString(run.err());
    assertTrue(ended, "still running: " + err);
    return new Run(run.process().exitValue(), Files.readString(run.out()), err);
  }
}
