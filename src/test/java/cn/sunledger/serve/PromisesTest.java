package cn.sunledger.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of files and results: nothing of it is lost, and nothing is left behind. */
class PromisesTest {
  @TempDir Path temporary;

  private static Limits limits(
      long fileBytes, long allBytes, int files, Duration upload, Duration afterLeaving) {
    Limits usual = Limits.USUAL;
    return new Limits(
        fileBytes,
        allBytes,
        files,
        usual.desks(),
        usual.form(),
        usual.answer(),
        upload,
        usual.work(),
        afterLeaving,
        usual.withoutSign());
  }

  @Test
  void fiftyFilesAtOnceAllComeBack() throws Exception {
    try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      String desk = new Visitor(page).desk();
      ExecutorService people = Executors.newFixedThreadPool(50);
      List<Callable<Integer>> drops = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        int number = i;
        byte[] book =
            i % 10 == 7
                ? ("no workbook " + i).getBytes(StandardCharsets.UTF_8)
                : Books.changed(Books.BUDGET, "", 60, 60, "第" + i + "份");
        drops.add(() -> new Visitor(page).drop(desk, number + ".xlsx", book).status());
      }
      for (Future<Integer> drop : people.invokeAll(drops)) {
        assertEquals(200, drop.get());
      }
      people.shutdown();
      String files = new Visitor(page).settled(desk);
      assertEquals(45, count(files, "is-ready\""), files);
      assertEquals(5, count(files, "state-failed"), files);
      assertEquals(5, count(files, "7.xlsx》是纯文本"), files);
      TreeSet<String> names = new TreeSet<>();
      byte[] zip = new Visitor(page).get(desk + "all.zip").body();
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          names.add(entry.getName());
        }
      }
      assertEquals(45, names.stream().filter(name -> name.endsWith(".annotated.xlsx")).count());
      assertEquals(45, names.stream().filter(name -> name.endsWith("/facts.csv")).count());
      assertTrue(names.contains("没有完成的文件.txt"), names.toString());
    }
    assertEquals(0, Books.filesIn(temporary));
  }

  @Test
  void aFileOfTheSameNameKeepsBoth_andOneOfTheSameContentIsNotDoubled() throws Exception {
    try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      visitor.drop(desk, "公开表.xlsx", Files.readAllBytes(Books.BUDGET));
      visitor.drop(desk, "公开表.xlsx", Files.readAllBytes(Books.FINAL));
      Visitor.Answer again = visitor.drop(desk, "副本.xlsx", Files.readAllBytes(Books.FINAL));
      assertEquals("《副本.xlsx》与《公开表（2）.xlsx》内容相同，没有重复放入。", again.text());
      String files = visitor.settled(desk);
      assertEquals(2, count(files, "<li class=\"file"), files);
      assertTrue(files.contains("自动：公开表.xlsx"), files);
    }
  }

  @Test
  void whatIsTooLongOrTooManyIsRefusedAndLeavesNothing() throws Exception {
    Limits small = limits(50_000, 90_000, 2, Duration.ofMinutes(1), Limits.USUAL.afterLeaving());
    try (DropPage page = DropPage.open(Books.STAGES, small, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      Visitor.Answer tooLong = visitor.drop(desk, "大.xlsx", new byte[60_000]);
      assertEquals(413, tooLong.status());
      assertEquals("《大.xlsx》太大，网页上一个文件最多 0 MB，请改用命令行。", tooLong.text());
      assertEquals(0, Books.filesIn(page.folder()));
      assertEquals(200, visitor.drop(desk, "一.txt", new byte[49_000]).status());
      assertEquals(413, visitor.drop(desk, "二.txt", new byte[49_001]).status());
      assertEquals(200, visitor.drop(desk, "三.txt", new byte[9]).status());
      assertEquals(413, visitor.drop(desk, "四.txt", new byte[8]).status());
      visitor.settled(desk);
      assertEquals(2, Books.filesIn(page.folder()));
      for (String name : List.of("图.png", "说明.doc", "无后缀", ".xlsx")) {
        assertTrue(visitor.drop(desk, name, new byte[7]).status() >= 400, name);
      }
      assertEquals(413, visitor.post(desk + "answer", "x".repeat(70_000)).status());
    }
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws Exception {
    try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      try (Socket socket = visitor.connect()) {
        send(socket, visitor.head("POST", visitor.at(desk + "files?name=a.xlsx"), 5000), 1000);
        await(() -> Books.filesIn(page.folder()) == 1);
      }
      await(() -> Books.filesIn(page.folder()) == 0);
      assertEquals(0, count(visitor.get(desk + "files").text(), "<li"));
    }
  }

  @Test
  void anUploadThatNeverEndsIsCutOffAndTheOthersGoOn() throws Exception {
    Limits hasty = limits(1 << 20, 1 << 22, 9, Duration.ofSeconds(1), Limits.USUAL.afterLeaving());
    try (DropPage page = DropPage.open(Books.STAGES, hasty, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      try (Socket socket = visitor.connect()) {
        send(socket, visitor.head("POST", visitor.at(desk + "files?name=a.xlsx"), 5000), 1000);
        assertEquals(200, visitor.drop(desk, Books.BUDGET).status());
        assertTrue(visitor.settled(desk).contains("is-ready"));
        await(() -> Books.filesIn(page.folder()) == 1);
      }
    }
  }

  private static void send(Socket socket, String head, int bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(new byte[bytes]);
    out.flush();
  }

  @Test
  void aPageThatIsReloadedFindsItsFiles_andOneThatIsLeftIsCleared() throws Exception {
    Limits soon = limits(1 << 20, 1 << 22, 9, Duration.ofMinutes(1), Duration.ofMillis(1500));
    try (DropPage page = DropPage.open(Books.STAGES, soon, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      visitor.drop(desk, Books.BUDGET);
      visitor.settled(desk);
      assertEquals(204, visitor.post(desk + "leave", "").status());
      assertEquals(204, visitor.post(desk + "stay", "").status());
      Thread.sleep(3200);
      assertTrue(visitor.get(desk + "files").text().contains("is-ready"));
      visitor.post(desk + "leave", "");
      await(() -> Books.filesIn(page.folder()) == 0);
      assertEquals(410, visitor.get(desk + "files").status());
      assertEquals("这一页的文件已经清除，请重新打开页面，再放入文件。", visitor.post(desk + "stay", "").text());
    }
  }

  @Test
  void nobodyElseMayReadTheFolder() throws Exception {
    try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
        assertEquals(
            "rwx------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(page.folder())));
      }
    }
  }

  @Test
  void aServerThatIsEndedLeavesNothing_andOneThatIsKilledNothingAfterTheNextStart()
      throws Exception {
    Process ended = server();
    ended.destroy();
    ended.waitFor();
    assertEquals(List.of(), left());

    Process killed = server();
    killed.destroyForcibly();
    killed.waitFor();
    List<Path> left = left();
    assertEquals(1, left.size());
    Files.setLastModifiedTime(left.get(0), FileTime.from(Instant.now().minusSeconds(60)));
    try (DropPage running = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      assertEquals(List.of(running.folder()), left());
      try (DropPage another = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
        assertTrue(Files.exists(running.folder()), "the folder of a running page was removed");
        assertFalse(running.folder().equals(another.folder()));
      }
    }
    assertEquals(List.of(), left());
  }

  private List<Path> left() throws IOException {
    try (java.util.stream.Stream<Path> folders = Files.list(temporary)) {
      return folders.filter(f -> f.getFileName().toString().startsWith("sunledger-")).toList();
    }
  }

  /** A page in a process of its own, with a file on it. */
  private Process server() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "cn.sunledger.cli.Main",
                "serve")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Matcher address = Pattern.compile("http://127.0.0.1:[0-9]+/[0-9a-f]+/").matcher(out.readLine());
    assertTrue(address.matches());
    assertEquals(1, left().size());
    return process;
  }

  @Test
  void aFileThatIsTakenAwayOrCancelledIsGone() throws Exception {
    try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      Visitor visitor = new Visitor(page);
      String desk = visitor.desk();
      visitor.drop(desk, Books.BUDGET);
      Matcher file = Pattern.compile("data-file=\"([0-9a-f]+)\"").matcher(visitor.settled(desk));
      assertTrue(file.find());
      assertEquals(200, visitor.post(desk + "remove", "file=" + file.group(1)).status());
      assertEquals(0, Books.filesIn(page.folder()));
      assertEquals(410, visitor.get(desk + "result/" + file.group(1)).status());
    }
  }

  /** From the first file to the last download, all that is sent and received stays here. */
  @Test
  void noConnectionLeavesTheMachine() throws Exception {
    Path recorded = temporary.resolve("sockets.jfr");
    try (Recording recording = new Recording()) {
      for (String event : List.of("jdk.SocketRead", "jdk.SocketWrite")) {
        recording.enable(event).withThreshold(Duration.ZERO);
      }
      recording.start();
      try (DropPage page = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
        Visitor visitor = new Visitor(page);
        String desk = visitor.desk();
        for (Path file : List.of(Books.FINAL, Books.BUDGET, Books.FORMER, Books.TEXT)) {
          visitor.drop(desk, file);
        }
        Matcher file = Pattern.compile("data-open=\"([0-9a-f]+)\"").matcher(visitor.settled(desk));
        while (file.find()) {
          assertEquals(200, visitor.get(desk + "result/" + file.group(1)).status());
        }
        assertEquals(200, visitor.get(desk + "all.zip").status());
      }
      recording.stop();
      recording.dump(recorded);
    }
    List<String> peers =
        RecordingFile.readAllEvents(recorded).stream()
            .map(event -> event.getString("address"))
            .distinct()
            .toList();
    assertEquals(List.of("127.0.0.1"), peers);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (condition.call()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("waited in vain");
  }
}
