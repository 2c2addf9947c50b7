package cn.sunledger.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that arrive slowly, twice, half, or while nothing can be written. */
class DropFolderTest {
  private static final Duration SETTLE = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<String> worked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private Path inbox;
  private Path outbox;
  private DropFolder watching;
  private Thread thread;
  private DropWork work = drop -> record(drop);

  @BeforeEach
  void folders() throws IOException {
    inbox = Files.createDirectory(folder.resolve("in"));
    outbox = folder.resolve("out");
  }

  @AfterEach
  void end() throws Exception {
    if (thread != null) {
      watching.stop();
      thread.join(LONG.toMillis());
      assertFalse(thread.isAlive(), "it ends when it is told to");
    }
  }

  private DropWork.Outcome record(Drop drop) {
    try {
      String text = Files.readString(drop.copy(), StandardCharsets.ISO_8859_1);
      worked.add(drop.name() + "=" + text.length());
      return text.startsWith("bad")
          ? new DropWork.Outcome.Refused(drop.name() + " refused")
          : new DropWork.Outcome.Done(drop.name() + " done");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private DropFolder watcher(Duration settle, boolean once) {
    return new DropFolder(
        inbox,
        outbox,
        new DropFolder.Settings(settle, Duration.ofSeconds(2), Duration.ofMillis(500), once),
        drop -> work.on(drop),
        new DropLog() {
          @Override
          public void done(String line) {
            lines.add("+" + line);
          }

          @Override
          public void trouble(String line) {
            lines.add("-" + line);
          }
        });
  }

  private void start() {
    watching = watcher(SETTLE, false);
    thread =
        new Thread(
            () -> {
              try {
                watching.run();
              } catch (AlreadyWatchedException | InterruptedException e) {
                lines.add("!" + e);
              }
            });
    thread.start();
  }

  private void once() throws Exception {
    watcher(SETTLE, true).run();
  }

  private static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, "not in time: " + what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void eachFileIsDoneOnceAndItsFolderKept() throws Exception {
    Files.createDirectories(inbox.resolve("甲"));
    Files.writeString(inbox.resolve("甲/表.xls"), "12345");
    Files.writeString(inbox.resolve("bad.xls"), "bad");
    once();
    once();
    assertEquals(List.of("bad.xls=3", "甲/表.xls=5"), worked.stream().sorted().toList());
    assertEquals(List.of("+甲/表.xls done", "-bad.xls refused"), lines.stream().sorted().toList());
  }

  @Test
  void locksAndUnfinishedCopiesAreNone() throws Exception {
    for (String name :
        List.of("~$表.xlsx", "~WRD1.tmp", "表.tmp", "表.xlsx.crdownload", ".表.xlsx", "Thumbs.db")) {
      Files.writeString(inbox.resolve(name), "x");
    }
    once();
    assertEquals(List.of(), worked);
    assertEquals(List.of(), lines);
  }

  @Test
  void aSlowCopyIsWaitedFor() throws Exception {
    start();
    Path file = inbox.resolve("slow.xls");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 20; i++) {
        out.write(new byte[1000]);
        out.flush();
        TimeUnit.MILLISECONDS.sleep(60);
      }
    }
    until("the slow file", () -> lines.size() == 1);
    assertEquals(List.of("slow.xls=20000"), worked);
  }

  @Test
  void aStalledCopyOfPackageIsWaitedFor() throws Exception {
    byte[] whole = zip();
    Path file = inbox.resolve("stalled.xlsx");
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    start();
    TimeUnit.MILLISECONDS.sleep(3 * SETTLE.toMillis());
    assertEquals(List.of(), worked, "settled, but cut off");
    Files.write(file, whole);
    until("the whole file", () -> lines.size() == 1);
    assertEquals(List.of("stalled.xlsx=" + whole.length), worked);
  }

  @Test
  void aPackageThatStaysCutOffIsHandedOnInTheEnd() throws Exception {
    byte[] whole = zip();
    Files.write(inbox.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
    once();
    assertEquals(List.of("cut.xlsx=" + whole.length / 2), worked);
  }

  @Test
  void otherContentUnderTheSameNameIsAnotherFile() throws Exception {
    start();
    Files.writeString(inbox.resolve("表.xls"), "one");
    until("the first", () -> lines.size() == 1);
    Path other = Files.writeString(folder.resolve("other"), "three");
    Files.move(other, inbox.resolve("表.xls"), StandardCopyOption.REPLACE_EXISTING);
    until("the second", () -> lines.size() == 2);
    assertEquals(List.of("表.xls=3", "表.xls=5"), worked);
  }

  /** The copy that is read is one file and not half of two. */
  @Test
  void whatIsReplacedWhileItIsWorkedOnIsDoneAgain() throws Exception {
    Path file = inbox.resolve("表.xls");
    Files.writeString(file, "one");
    work =
        drop -> {
          if (worked.isEmpty()) {
            try {
              Files.writeString(file, "three");
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
          return record(drop);
        };
    start();
    until("both", () -> lines.size() == 2);
    assertEquals(List.of("表.xls=3", "表.xls=5"), worked);
  }

  @Test
  void whatCannotBeWrittenNowIsTriedAgainAndSaidOnce() throws Exception {
    Files.writeString(inbox.resolve("表.xls"), "one");
    List<String> tries = Collections.synchronizedList(new ArrayList<>());
    work =
        drop -> {
          tries.add(drop.name());
          return tries.size() < 3 ? new DropWork.Outcome.Later("full") : record(drop);
        };
    start();
    until("the third try", () -> worked.size() == 1);
    until("its line", () -> lines.size() == 2);
    assertEquals(List.of("-full", "+表.xls done"), lines);
  }

  @Test
  void anOutboxThatCannotBeMadeLosesNothing() throws Exception {
    Files.writeString(outbox, "a file where a folder should be");
    Files.writeString(inbox.resolve("表.xls"), "one");
    start();
    until("the trouble", () -> lines.size() == 1);
    assertTrue(lines.get(0).startsWith("-结果文件夹“" + outbox + "”写不进去"), lines.get(0));
    Files.delete(outbox);
    until("the file", () -> worked.size() == 1);
    assertEquals(List.of("表.xls=3"), worked);
  }

  @Test
  void anInboxThatGoesAwayIsWaitedFor() throws Exception {
    start();
    Files.delete(inbox);
    until("the trouble", () -> lines.contains("-收件文件夹读不出来，恢复后会自动继续。"));
    Files.createDirectory(inbox);
    Files.writeString(inbox.resolve("表.xls"), "one");
    until("the file", () -> worked.size() == 1);
  }

  @Test
  void aLineThatACrashCutOffCountsForNothing() throws Exception {
    Files.writeString(inbox.resolve("表.xls"), "one");
    once();
    Path list = outbox.resolve(DropMemory.FOLDER).resolve("done.tsv");
    String line = Files.readString(list);
    assertTrue(line.matches("[0-9a-f]{64}\t表\\.xls\n"), line);

    Files.writeString(list, line.substring(0, line.length() - 3));
    Path left = Files.writeString(outbox.resolve(".sunledger-1.tmp"), "left by a killed process");
    once();
    assertEquals(line, Files.readString(list));
    assertEquals(List.of("表.xls=3", "表.xls=3"), worked);
    assertFalse(Files.exists(left));
    assertTrue(
        Files.list(outbox.resolve(DropMemory.FOLDER).resolve("work")).findAny().isEmpty(),
        "no copy is left on the desk");
  }

  @Test
  void twoDoNotWorkForOneOutbox() throws Exception {
    Files.writeString(inbox.resolve("表.xls"), "one");
    start();
    until("the file", () -> worked.size() == 1);
    Files.writeString(inbox.resolve("two.xls"), "two");
    assertThrows(AlreadyWatchedException.class, this::once);
  }

  @Test
  void aFileStillGrowingIsLeftAloneWithoutEvents() throws Exception {
    Path file = Files.writeString(inbox.resolve("表.xls"), "one");
    Arrivals arrivals = new Arrivals(Duration.ofNanos(100), Duration.ofNanos(1000));
    arrivals.saw(java.util.Map.of(file, Stamp.of(file)), 0);
    assertEquals(List.of(), arrivals.ready(99, each -> true));
    Files.writeString(file, "more", StandardOpenOption.APPEND);
    arrivals.saw(java.util.Map.of(file, Stamp.of(file)), 99);
    assertEquals(List.of(), arrivals.ready(150, each -> true));
    assertEquals(List.of(file), arrivals.ready(199, each -> true));
    assertEquals(List.of(), arrivals.ready(199, each -> false), "settled and cut off");
    assertEquals(List.of(file), arrivals.ready(1099, each -> false), "patience is over");
  }

  private static byte[] zip() throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("x"));
      out.write(new byte[2000]);
    }
    return bytes.toByteArray();
  }
}
