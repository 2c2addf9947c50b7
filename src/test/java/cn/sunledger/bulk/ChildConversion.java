package cn.sunledger.bulk;

import cn.sunledger.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts the files of a folder one by one, each to a folder of its own: the child process of
 * {@link HostileProcessTest}. What it says of each file goes out at once, so that the parent knows
 * at which file a process hung or died.
 */
public final class ChildConversion {
  private ChildConversion() {}

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
