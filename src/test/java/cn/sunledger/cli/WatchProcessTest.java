package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.job.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real workbooks dropped into a real folder that a real process watches. */
class WatchProcessTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");
  private static final int MANY = 16;
  private static final int PATIENCE_SECONDS = 300;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private Path inbox;
  private Path outbox;

  @BeforeEach
  void folders() throws IOException {
    inbox = Files.createDirectory(folder.resolve("待核对"));
    outbox = folder.resolve("已核对");
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  /** One process after the other may write to the same two files. */
  private record Watching(Process process, Path out, Path err) {
    List<String> done() {
      return lines(out);
    }

    List<String> troubles() {
      return lines(err);
    }

    private static List<String> lines(Path file) {
      try {
        return Files.readAllLines(file);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Watching start(String... options) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(Main.class.getName(), "watch", inbox.toString(), "--settle", "0.3"));
    line.addAll(List.of("--out", outbox.toString()));
    line.addAll(List.of(options));
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    started.add(process);
    return new Watching(process, out, err);
  }

  private static void until(Watching watching, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(
          System.nanoTime() - end < 0 && watching.process().isAlive(),
          () -> watching.done() + " " + watching.troubles());
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static int end(Watching watching) throws InterruptedException {
    assertTrue(watching.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "still running");
    return watching.process().exitValue();
  }

  private void drop(String sample, String name) throws IOException {
    Path half = Files.copy(SAMPLES.resolve(sample), folder.resolve("half"));
    Files.move(half, inbox.resolve(name));
  }

  private TreeSet<String> results() throws IOException {
    TreeSet<String> names = new TreeSet<>(Trees.of(outbox).keySet());
    names.removeIf(name -> name.startsWith(".sunledger-watch/"));
    return names;
  }

  @Test
  void whatIsDroppedComesBackPairedAndNamed() throws Exception {
    Watching watching = start();
    until(watching, () -> !watching.troubles().isEmpty());
    drop("changsha-2023-budget.xlsx", "预算.xlsx");
    drop("changsha-2022-final-accounts.xlsx", "上年.xlsx");
    drop("changsha-2023-final-accounts.xlsx", "决算.xlsx");
    Files.writeString(inbox.resolve("说明.xlsx"), "不是工作簿");
    Files.writeString(inbox.resolve("~$决算.xlsx"), "WPS");
    until(watching, () -> watching.done().size() == 3 && watching.troubles().size() == 2);

    assertEquals(
        new TreeSet<>(List.of("上年.annotated.xlsx", "决算.annotated.xlsx", "预算.annotated.xlsx")),
        results());
    assertTrue(
        watching.troubles().get(1).matches("[0-9:]{8} 《说明\\.xlsx》是纯文本.*。"),
        watching.troubles().get(1));
    String line =
        watching.done().stream().filter(each -> each.contains("《决算.xlsx》")).findFirst().get();
    assertTrue(
        line.matches(
            "[0-9:]{8} 《决算\\.xlsx》→ "
                + outbox.resolve("决算.annotated.xlsx")
                + "　共核对 [0-9]{4} 项，发现提示 2 处.*。"),
        line);

    Path direct = folder.resolve("direct");
    Run run =
        Run.of(
            "annotate",
            inbox.resolve("决算.xlsx"),
            "--budget",
            inbox.resolve("预算.xlsx"),
            "--previous",
            inbox.resolve("上年.xlsx"),
            "--out",
            direct);
    assertEquals(0, run.code(), run.err());
    assertEquals(
        Trees.of(direct).get("决算.annotated.xlsx"), Trees.of(outbox).get("决算.annotated.xlsx"));
    watching.process().destroy();
    end(watching);
  }

  /** Ctrl-C: the file that is being worked on is finished, and nothing half is left. */
  @Test
  void itEndsCleanly() throws Exception {
    drop("hunan-2023-budget.xlsx", "表.xlsx");
    Watching watching = start();
    until(watching, () -> watching.done().size() == 1);
    watching.process().destroy();
    end(watching);
    assertEquals(2, watching.troubles().size(), watching.troubles().toString());
    assertEquals("已停止；下次启动会接着处理新的文件。", watching.troubles().get(1));
    assertEquals(new TreeSet<>(List.of("表.annotated.xlsx")), results());
  }

  /** Killed without a chance to tidy up, and started again: each file is there, whole, once. */
  @Test
  void aKilledProcessGoesOnWhereItWas() throws Exception {
    for (int i = 0; i < MANY; i++) {
      drop("hunan-2023-budget.xlsx", "预算" + i + ".xlsx");
    }
    Watching killed = start();
    until(killed, () -> killed.done().size() >= 3);
    killed.process().destroyForcibly();
    end(killed);
    int before = killed.done().size();
    assertTrue(before < MANY, "killed in the middle");
    Map<String, String> half = Trees.of(outbox);

    Watching again = start("--once");
    assertEquals(0, end(again), again.troubles().toString());
    assertEquals(List.of(), again.troubles());
    // the last one may have been written and not yet been noted when the process died
    int rest = MANY - again.done().size();
    assertTrue(rest == before || rest == before + 1, before + " and " + again.done().size());
    Map<String, String> whole = Trees.of(outbox);
    assertEquals(MANY, results().size(), results().toString());
    for (String name : results()) {
      assertEquals(whole.get("预算0.annotated.xlsx").length(), whole.get(name).length(), 64);
      assertTrue(!half.containsKey(name) || half.get(name).equals(whole.get(name)), name);
    }
    Watching nothing = start("--once");
    assertEquals(0, end(nothing));
    assertEquals(List.of(), nothing.done());
  }

  /** What stands in the way is somebody else's: it is said, and tried again once it is gone. */
  @Test
  void anObstacleIsWaitedFor() throws Exception {
    Path target = outbox.resolve("表.annotated.xlsx");
    Files.createDirectories(outbox);
    Files.writeString(target, "somebody else's");
    drop("changsha-2023-budget.xlsx", "表.xlsx");
    Watching watching = start();
    until(watching, () -> watching.troubles().size() == 2);
    assertTrue(
        watching.troubles().get(1).endsWith("加 --force 覆盖。之后会自动重试。"), watching.troubles().get(1));
    assertEquals("somebody else's", Files.readString(target));
    Files.delete(target);
    until(watching, () -> watching.done().size() == 1);
    assertEquals(2, watching.troubles().size());
  }
}
