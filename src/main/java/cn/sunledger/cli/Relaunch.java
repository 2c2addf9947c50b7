package cn.sunledger.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * On a bare Linux machine no locale is set, and Java then neither understands nor makes file names
 * in Chinese. That is settled before the first line of a program runs, so the program starts itself
 * once more, with a locale that has them.
 */
final class Relaunch {
  private static final String LOCALE = "C.UTF-8";
  private static final String MARK = "SUNLEDGER_RELAUNCHED";
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Relaunch() {}

  /**
   * Starts the program once more where that is needed and possible.
   *
   * @return the exit code of the second program, or empty where the first shall do the work
   */
  static OptionalInt whereNamesAreLost() {
    if (namesAreKept() || System.getenv(MARK) != null || !Files.isReadable(COMMAND_LINE)) {
      return OptionalInt.empty();
    }
    try {
      ProcessBuilder again = new ProcessBuilder("/bin/sh", "-c", script()).inheritIO();
      again.environment().put("LC_ALL", LOCALE);
      again.environment().put(MARK, "1");
      return OptionalInt.of(waitFor(again.start()));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static boolean namesAreKept() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return !Charset.isSupported(encoding) || Charset.forName(encoding).newEncoder().canEncode('表');
  }

  /** Whoever ends us means the second program, and waits for it as for us. */
  private static int waitFor(Process process) {
    Thread end =
        new Thread(
            () -> {
              process.destroy();
              process.onExit().join();
            });
    Runtime.getRuntime().addShutdownHook(end);
    int code = process.onExit().join().exitValue();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // we are being ended ourselves, and the hook has seen to the second program
      return code;
    }
    return code;
  }

  /**
   * The bytes of our own command line, each word of which Java has already garbled, as a script.
   */
  private static String script() throws IOException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (byte each : Files.readAllBytes(COMMAND_LINE)) {
      if (each == 0) {
        words.add("\"$(printf '" + word + "')\"");
        word.setLength(0);
      } else {
        word.append(String.format("\\%03o", each & 0xFF));
      }
    }
    return "exec " + String.join(" ", words);
  }
}
