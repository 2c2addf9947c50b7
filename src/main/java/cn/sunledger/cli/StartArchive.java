package cn.sunledger.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last step of the build: makes the archive from which a short command takes its classes, by
 * running some once, in a Java of its own that writes down what it has loaded. A Java that makes
 * none leaves the program as it is, only slower.
 */
public final class StartArchive {
  /** Stands between two commands. */
  private static final String AND = "and";

  private static final String OUT = "OUT";

  private StartArchive() {}

  /**
   * Makes the archive beside the jar.
   *
   * @param args the jar, then the words of commands that go everywhere, with {@code and} between
   *     two of them and {@code OUT} for the folder of their results
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]).toAbsolutePath().normalize();
    Path out = Files.createTempDirectory("sunledger-archive");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(QuickStart.training(jar));
    words.addAll(List.of("-cp", jar.toString(), Training.class.getName()));
    for (int i = 1; i < args.length; i++) {
      words.add(args[i].equals(OUT) ? out.resolve(String.valueOf(i)).toString() : args[i]);
    }
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

  /** What runs in the Java that writes down its classes. */
  public static final class Training {
    private static final int PAUSE_MILLIS = 300;

    private Training() {}

    /**
     * Runs the commands one after the other.
     *
     * @param args their words
     */
    public static void main(String[] args) throws IOException, InterruptedException {
      System.setProperty("java.awt.headless", "true");
      Silence.over();
      int worst = 0;
      List<String> words = new ArrayList<>();
      for (int i = 0; i <= args.length; i++) {
        if (i < args.length && !args[i].equals(AND)) {
          words.add(args[i]);
        } else {
          worst = Math.max(worst, run(words.toArray(new String[0])));
          words.clear();
        }
      }
      awaitCompiler();
      System.exit(worst);
    }

    /** A method that waits to be compiled when the archive is written waits in it for ever. */
    private static void awaitCompiler() throws InterruptedException {
      CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
      long before = -1;
      for (long now = compiler.getTotalCompilationTime(); now != before; ) {
        Thread.sleep(PAUSE_MILLIS);
        before = now;
        now = compiler.getTotalCompilationTime();
      }
    }

    private static int run(String[] words) throws IOException {
      // what Main does before it comes to the command
      Relaunch.where(words);
      QuickStart.helps(words);
      try (PrintStream nobody =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
        Notice notice = Notice.of(words, false);
        PrintStream err = notice.hearing(nobody);
        return new Cli(nobody, err, false).run(words);
      }
    }
  }
}
