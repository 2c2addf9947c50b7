package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Converts the files of a folder one by one, each to a folder of its own: the child process of
 * {@link HostileProcessTest}. What it says of each file goes out at once, so that the parent knows
 * at which file a process hung or died.
 */
public final class ChildConversion {
  private ChildConversion() {}

  /**
   * Runs it in a process of its own, which must come to its end.
   *
   * @param heap how much memory the process has, such as {@code -Xmx256m}
   * @param in the folder of the files
   * @param out the folder of the results
   * @param told a file for what it says
   * @param seconds how long it may take
   * @return what it said, line by line
   */
  static List<String> inChild(String heap, Path in, Path out, Path told, int seconds)
      throws Exception {
    Process process =
        new ProcessBuilder(
                ChildJava.command(
                    List.of(heap, "-XX:+ExitOnOutOfMemoryError"),
                    ChildConversion.class,
                    List.of(in.toString(), out.toString())))
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(told);
    String last = lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
    assertTrue(ended, "hung at " + last);
    assertEquals(0, process.exitValue(), "died at " + last);
    return lines;
  }

  /**
   * Converts.
   *
   * @param words the folder of the files, the folder of the results
   */
  public static void main(String[] words) throws Exception {
    PrintStream told = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(words[0]))) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      told.println("begin\t" + file.getFileName());
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      PrintStream said = new PrintStream(err, false, StandardCharsets.UTF_8);
      long start = System.nanoTime();
      Path out = Path.of(words[1]).resolve(file.getFileName());
      int code =
          Cli.run(
              new String[] {"csv", file.toString(), "--out", out.toString(), "--threads", "1"},
              said,
              said);
      long millis = (System.nanoTime() - start) / 1_000_000;
      String text = err.toString(StandardCharsets.UTF_8).strip().replace("\n", "⏎");
      told.println("end\t" + file.getFileName() + "\t" + code + "\t" + millis + "\t" + text);
    }
  }
}
