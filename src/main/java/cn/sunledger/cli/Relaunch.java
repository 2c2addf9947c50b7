package cn.sunledger.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts the program once more where what is needed can only be said when Java starts. On a bare
 * Linux machine no locale is set, and Java then neither understands nor makes file names in
 * Chinese; and a short command takes {@link QuickStart less time}.
 */
final class Relaunch {
  private static final String LOCALE = "C.UTF-8";
  private static final String MARK = "SUNLEDGER_RELAUNCHED";
  private static final List<String> LISTENED_TO =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Relaunch() {}

  /**
   * Starts the program once more where that is needed or worth while, and possible.
   *
   * @param args the command line, whose names may be lost
   * @return the exit code of the second program, or empty where the first shall do the work
   */
  static OptionalInt where(String[] args) {
    if (System.getenv(MARK) != null) {
      return OptionalInt.empty();
    }
    Optional<Path> jar = QuickStart.jar().filter(each -> QuickStart.helps(args));
    boolean lost = !namesAreKept();
    boolean linux = Files.isReadable(COMMAND_LINE);
    if (jar.isEmpty() && !lost || lost && !linux) {
      return OptionalInt.empty();
    }
    try {
      List<String> words = linux ? commandLine() : List.of();
      if (jar.isPresent() && words.stream().anyMatch(Relaunch::watches)) {
        return OptionalInt.empty();
      }
      ProcessBuilder again =
          new ProcessBuilder(
              linux ? script(words, jar) : command(jar.orElseThrow(), args, said(words)));
      if (lost) {
        again.environment().put("LC_ALL", LOCALE);
      }
      mark(again);
      return OptionalInt.of(waitFor(again.inheritIO().start()));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** Tells a program that it is not to start itself again. */
  static void mark(ProcessBuilder program) {
    program.environment().put(MARK, "1");
  }

  private static boolean namesAreKept() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return !Charset.isSupported(encoding) || Charset.forName(encoding).newEncoder().canEncode('表');
  }

  /** A debugger or a profiler cannot be had twice. */
  private static boolean watches(String word) {
    return word.startsWith("-agent") || word.startsWith("-javaagent");
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

  /** Our own command line, a character for each byte: Java has already garbled its words. */
  private static List<String> commandLine() throws IOException {
    String all = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.ISO_8859_1);
    return List.of(all.substring(0, Math.max(0, all.length() - 1)).split("\0", -1));
  }

  /** The command line as a script, with what a quick start needs in front of the user's options. */
  private static List<String> script(List<String> words, Optional<Path> jar) {
    List<String> all = new ArrayList<>(words);
    if (jar.isPresent()) {
      // the archive knows the jar by its whole path
      int named = all.indexOf("-jar") + 1;
      if (named > 0 && named < all.size()) {
        all.set(named, bytes(jar.get().toString()));
      }
      List<String> said = said(words);
      QuickStart.options(jar.get(), said).forEach(option -> all.add(1, bytes(option)));
    }
    StringBuilder script = new StringBuilder("exec");
    for (String word : all) {
      script.append(" \"$(printf '");
      word.chars().forEach(each -> octal(script, each));
      script.append("')\"");
    }
    return List.of("/bin/sh", "-c", script.toString());
  }

  /** What the user tells Java: on the command line, and in the variables that Java looks at. */
  private static List<String> said(List<String> words) {
    List<String> said = new ArrayList<>();
    for (int i = 1; i < words.size() && words.get(i).startsWith("-"); i++) {
      if (words.get(i).equals("-jar")) {
        break;
      }
      said.add(words.get(i));
    }
    for (String name : LISTENED_TO) {
      String value = System.getenv(name);
      said.addAll(value == null ? List.of() : List.of(value.trim().split("\\s+")));
    }
    return said;
  }

  private static String bytes(String text) {
    return new String(
        text.getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))),
        StandardCharsets.ISO_8859_1);
  }

  private static void octal(StringBuilder out, int each) {
    out.append('\\').append((char) ('0' + (each >> 6)));
    out.append((char) ('0' + (each >> 3 & 7))).append((char) ('0' + (each & 7)));
  }

  /** Where the command line cannot be read again: the same heap, and no other options. */
  private static List<String> command(Path jar, String[] args, List<String> said) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + Runtime.getRuntime().maxMemory());
    words.addAll(QuickStart.options(jar, said));
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(List.of(args));
    return words;
  }
}
