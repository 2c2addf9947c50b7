package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is started from a terminal, and from an icon that gives no arguments. */
class ServeCommandTest {
  @TempDir Path folder;

  private Process start(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    // what would open a browser is found on the path
    builder.environment().put("PATH", Files.createDirectories(folder.resolve("bin")).toString());
    return builder.start();
  }

  private static List<String> twoLines(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return List.of(out.readLine(), out.readLine());
  }

  @Test
  void withoutArgumentsItOpensThePage() throws Exception {
    Process process = start();
    List<String> lines = twoLines(process);
    assertTrue(lines.get(0).matches("http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{48}/"), lines.get(0));
    assertEquals("没有找到浏览器，请把上面的地址复制到浏览器里打开。", lines.get(1));
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    try (java.util.stream.Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("bin")), left.toList());
    }
  }

  @Test
  void theBrowserIsGivenAnAddressThatWorksOnce() throws Exception {
    Path browser = Files.createDirectories(folder.resolve("bin")).resolve("xdg-open");
    Path told = folder.resolve("told");
    Files.writeString(browser, "#!/bin/sh\necho \"$1\" > '" + told + "'\n");
    assertTrue(browser.toFile().setExecutable(true));
    Process process = start("serve", "--open");
    List<String> lines = twoLines(process);
    assertEquals("网页已就绪，只在本机可用；按 Ctrl+C 结束。", lines.get(1));
    for (int i = 0; i < 200 && (!Files.exists(told) || Files.size(told) == 0); i++) {
      Thread.sleep(20);
    }
    String address = Files.readString(told).strip();
    assertTrue(address.matches("http://127\\.0\\.0\\.1:[0-9]+/open/[0-9a-f]{48}"), address);
    String secret = lines.get(0).replaceAll(".*/([0-9a-f]{48})/", "$1");
    assertFalse(address.contains(secret), "other users see what a program is started with");
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = Run.of("serve", "--port", taken.getLocalPort());
      assertEquals("端口 " + taken.getLocalPort() + " 已被占用，请换一个，或不写 --port。\n", run.err());
      assertEquals(2, run.code());
      assertEquals("", run.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void aPortThatIsNoneIsRefused(String port) {
    Run run = Run.of("serve", "--port", port);
    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("--port 应在 0 到 65535 之间。"), run.err());
  }

  /** As a desktop starts the program with a workbook that was dropped on its icon. */
  @Test
  void aWorkbookOnTheIconComesBackBesideItselfWithANotice() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path told = folder.resolve("told");
    Path desktop = bin.resolve("notify-send");
    Files.writeString(desktop, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + told + "'\n");
    assertTrue(desktop.toFile().setExecutable(true));
    Path book = folder.resolve("预算 $(x).xlsx");
    Files.copy(Path.of("sample-workbooks/changsha-2023-budget.xlsx"), book);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djpackage.app-path=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            book.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    assertTrue(Files.exists(folder.resolve("预算 $(x).annotated.xlsx")));
    List<String> notice = Files.readAllLines(told);
    assertEquals(List.of("--", "晒账本"), notice.subList(0, 2));
    assertTrue(notice.get(2).startsWith("《预算 $(x).xlsx》：共核对 "), notice.toString());
  }

  @Test
  void aShellCompletesCommandsAndOptions() throws Exception {
    Run run = Run.of("completion");
    assertEquals(0, run.code());
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, run.out());
    String ask =
        "source '%s'; COMP_WORDS=(sunledger serve --p); COMP_CWORD=2; _complete_sunledger;"
            + " printf '%%s\\n' \"${COMPREPLY[@]}\"";
    Process bash =
        new ProcessBuilder("bash", "-c", String.format(ask, script))
            .redirectErrorStream(true)
            .start();
    String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(answer.contains("--port"), answer);
    assertEquals(2, Run.of("completion", "--name", "a; rm").code());
  }
}
