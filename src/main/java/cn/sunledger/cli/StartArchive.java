package cn.sunledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last step of the build: makes the archive from which a short command takes its classes, by
 * annotating a sample once. A Java that makes none leaves the program as it is, only slower.
 */
public final class StartArchive {
  private StartArchive() {}

  /**
   * Makes the archive beside the jar.
   *
   * @param args the jar, then the words of a command that goes everywhere, its results left out
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]).toAbsolutePath().normalize();
    Path out = Files.createTempDirectory("sunledger-archive");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(QuickStart.training(jar));
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(List.of(args).subList(1, args.length));
    words.addAll(List.of("--out", out.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Relaunch.mark(builder);
    int code = builder.start().waitFor();
    System.out.println(code == 0 ? "start archive made" : "no start archive: exit code " + code);
    try (Stream<Path> all = Files.walk(out)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
