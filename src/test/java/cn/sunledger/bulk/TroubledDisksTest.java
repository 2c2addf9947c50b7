package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.cli.Main;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.job.BulkConversion;
import cn.sunledger.job.ConversionOptions;
import cn.sunledger.job.ConversionResult;
import cn.sunledger.job.DisclosureReader;
import cn.sunledger.job.Failure;
import cn.sunledger.job.Stages;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that change or go while they are read, and disks that take no more. */
class TroubledDisksTest {
  private static final Path SAMPLE = Path.of("sample-workbooks/changsha-2023-final-accounts.xlsx");
  private static final int PATIENCE_SECONDS = 300;

  /** Blocks of 512 bytes that a process may write to a file: less than the results need. */
  private static final int FEW_BLOCKS = 40;

  @TempDir Path folder;

  /** Changes a file. */
  private interface Change {
    void to(Path file) throws IOException;
  }

  @Test
  void aFileThatGrowsIsNotConvertedHalf() throws Exception {
    changed(
        file -> Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND),
        Long.MAX_VALUE,
        "在转换时被改动");
  }

  @Test
  void aFileThatIsReplacedIsNotConverted() throws Exception {
    Path other = Path.of("sample-workbooks/changsha-2023-budget.xlsx");
    changed(
        file -> Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING),
        Long.MAX_VALUE,
        "在转换时被改动");
  }

  @Test
  void aFileThatVanishesBetweenItsPiecesIsNamed() throws Exception {
    changed(Files::delete, 50, "不存在");
  }

  @Test
  void aFileThatIsCutOffBetweenItsPiecesIsNamed() throws Exception {
    changed(file -> Files.write(file, new byte[] {'P', 'K', 3, 4}), 50, "已损坏（压缩包不完整，可能没有下载完）");
  }

  /** One of two workbooks changes while it is converted: the other one is done. */
  private void changed(Change change, long cellsAtOnce, String reason) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.copy(SAMPLE, in.resolve("甲.xlsx"));
    Files.copy(SAMPLE, in.resolve("乙.xlsx"));
    Stages stages = new Stages(new TemplateFolder(Optional.empty()), Optional.empty());
    boolean[] done = {false};
    DisclosureReader reader =
        new DisclosureReader(
            grid -> {
              if (grid.file().equals("甲.xlsx") && !done[0]) {
                done[0] = true;
                try {
                  change.to(in.resolve("甲.xlsx"));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              return stages.reader().recognise(grid);
            });
    PackageSettings settings = new PackageSettings("test", "auto", true, true, CsvOptions.PLAIN);
    Path out = folder.resolve("out");
    ConversionResult result =
        new BulkConversion(
                reader,
                new ConversionOptions(out, settings, 1, false, false, false, cellsAtOnce),
                (count, total) -> {})
            .run(List.of(in));

    assertEquals(1, result.converted());
    assertEquals(List.of(reason), result.failures().stream().map(Failure::reason).toList());
    assertTrue(Files.exists(out.resolve("sheets/乙")));
    assertFalse(Files.exists(out.resolve("sheets/甲")), "half a workbook");
    assertFalse(Files.exists(out.resolve(".sunledger")), "unfinished work");
  }

  /**
   * Another process holds the file for itself. Where the system keeps readers off it, the file is
   * named and the other one is done; where locks are agreements among those who ask, it is read.
   */
  @Test
  void aFileThatAnotherProgramHasLockedIsReadOrNamed() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.copy(SAMPLE, in.resolve("甲.xlsx"));
    Files.copy(SAMPLE, in.resolve("乙.xlsx"));
    boolean keepsOff = OS.WINDOWS.isCurrentOs();
    Path out = folder.resolve("out");
    List<String> words = List.of("csv", in.toString(), "--out", out.toString());
    try (FileChannel held = FileChannel.open(in.resolve("甲.xlsx"), StandardOpenOption.WRITE);
        FileLock lock = held.lock()) {
      assertTrue(lock.isValid() && !lock.isShared());
      List<String> said = run(words, keepsOff ? 3 : 0);
      assertTrue(said.get(0).contains(keepsOff ? "甲.xlsx" : "转换了 2 个工作簿"), said.toString());
    }
    assertTrue(Files.exists(out.resolve("sheets/乙")));
    assertEquals(!keepsOff, Files.exists(out.resolve("sheets/甲")));
  }

  /** What a full disk says to a program, a limit of the process says as well. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFullDiskEndsInASentenceAndResumeGoesOn() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < 8; i++) {
      Files.copy(SAMPLE, in.resolve("决算" + i + ".xlsx"));
    }
    Path out = folder.resolve("out");
    List<String> words = List.of("csv", in.toString(), "--out", out.toString(), "--resume");
    List<String> said = run("ulimit -f " + FEW_BLOCKS + "; exec \"$@\"", words, 3);
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).endsWith("写不进去，请检查文件夹的权限和磁盘空间，或关闭正在使用它的程序后重试。"), said.toString());
    assertFalse(Files.exists(out.resolve("facts.csv")));
    assertFalse(Files.exists(out.resolve("datapackage.json")));

    List<String> again = run("exec \"$@\"", words, 0);
    assertTrue(again.get(0).startsWith("转换了 8 个工作簿"), again.toString());
    assertTrue(Files.exists(out.resolve("datapackage.json")));
    try (Stream<Path> files = Files.walk(out)) {
      assertEquals(List.of(), files.filter(file -> file.toString().contains(".tmp")).toList());
    }
  }

  @Test
  void aFolderThatTakesNothingIsNamed() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    assertTrue(out.toFile().setWritable(false));
    // nothing keeps an administrator from writing but a folder of the system's own
    Path target = Files.isWritable(out) ? Path.of("/proc/self/out") : out.resolve("deep");
    List<String> words = List.of("csv", SAMPLE.toString(), "--out", target.toString());
    List<String> said = run("exec \"$@\"", words, 3);
    assertTrue(out.toFile().setWritable(true));
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).contains("写不进去，请检查文件夹的权限和磁盘空间"), said.toString());
  }

  private List<String> run(String script, List<String> words, int code) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    command.addAll(java(words));
    return started(command, code);
  }

  private List<String> run(List<String> words, int code) throws Exception {
    return started(java(words), code);
  }

  private static List<String> java(List<String> words) {
    return ChildJava.command(List.of("-Xshare:auto"), Main.class, words);
  }

  private List<String> started(List<String> command, int code) throws Exception {
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    List<String> said = Files.readAllLines(err);
    assertTrue(ended, "still running: " + said);
    assertEquals(code, process.exitValue(), said.toString());
    return said;
  }
}
