package cn.sunledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a short command starts in less time. Java spends most of a second on loading classes and on
 * compiling code that is run once; a Java that takes its classes from an archive beside the jar and
 * compiles lightly does the same in less than half of it, its own start included. That can only be
 * said when Java starts, so the program starts itself once more. The build makes the archive; from
 * Java 19 on Java makes it itself where it is missing.
 */
final class QuickStart {
  private static final Set<String> SHORT =
      Set.of("annotate", "check", "compare", "explain", "verify", "layouts", "rules", "profiles");

  /** Beyond that, thorough compiling pays. */
  private static final long MOST_BYTES = 4L << 20;

  private static final int ARCHIVES_ITSELF = 19;
  private static final int HAS_AOT_CACHE = 25;

  /** Set by the launcher of the program for the desktop, which has its own archive. */
  private static final String LAUNCHER = "jpackage.app-path";

  private QuickStart() {}

  /** The jar that runs; empty where the program does not run from one. */
  static Optional<Path> jar() {
    String path = System.getProperty("java.class.path", "");
    if (System.getProperty(LAUNCHER) != null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(path);
      return path.endsWith(".jar") && Files.isRegularFile(jar)
          ? Optional.of(jar.toAbsolutePath().normalize())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether a command is over so soon that thorough compiling does not pay. */
  static boolean helps(String[] args) {
    if (args.length == 0 || args[0].startsWith("-")) {
      return false;
    }
    if (args[0].equals("csv")) {
      return SmallConversion.is(args);
    }
    long bytes = 0;
    for (int i = SHORT.contains(args[0]) ? 1 : 0; i < args.length; i++) {
      try {
        Path path = Path.of(args[i]);
        if (Files.isDirectory(path) && !args[i - (i > 0 ? 1 : 0)].startsWith("--")) {
          return false;
        }
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
      } catch (InvalidPathException | IOException e) {
        // no file, and the command will say so
        continue;
      }
    }
    return (SHORT.contains(args[0]) || isPath(args[0])) && bytes <= MOST_BYTES;
  }

  private static boolean isPath(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * What Java is told, so that it uses the archive, or makes it where it can.
   *
   * @param said what the user tells Java, which counts, and which ours must not contradict
   */
  static List<String> options(Path jar, List<String> said) {
    List<String> options = light();
    if (said.stream().anyMatch(QuickStart::isOfMemory)) {
      options.removeIf(QuickStart::isOfMemory);
    }
    if (said.stream().anyMatch(QuickStart::isOfCollector)) {
      options.removeIf(QuickStart::isOfCollector);
    }
    int java = Runtime.version().feature();
    Path cache = archive(jar, "aot");
    Path archive = archive(jar, "jsa");
    if (java >= HAS_AOT_CACHE && Files.isRegularFile(cache)) {
      options.add("-XX:AOTCache=" + cache);
    } else if (java >= ARCHIVES_ITSELF && Files.isWritable(jar.getParent())) {
      options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
    } else if (Files.isRegularFile(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    }
    return options;
  }

  /** What Java is told, so that it makes the archive. */
  static List<String> training(Path jar) {
    List<String> options = light();
    options.add(
        Runtime.version().feature() >= HAS_AOT_CACHE
            ? "-XX:AOTCacheOutput=" + archive(jar, "aot")
            : "-XX:ArchiveClassesAtExit=" + archive(jar, "jsa"));
    return options;
  }

  private static Path archive(Path jar, String kind) {
    String name = jar.getFileName().toString();
    String stem = name.substring(0, name.length() - ".jar".length());
    return jar.resolveSibling(stem + "-java" + Runtime.version().feature() + "." + kind);
  }

  private static boolean isOfMemory(String option) {
    return option.startsWith("-Xm")
        || option.startsWith("-XX:")
            && (option.contains("Heap") || option.contains("NewSize") || option.contains("RAM"));
  }

  private static boolean isOfCollector(String option) {
    return option.startsWith("-XX:") && option.contains("Use") && option.endsWith("GC");
  }

  private static List<String> light() {
    return new ArrayList<>(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmn96m",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            // an archive that fits no more is passed over, and nobody is told
            "-Xlog:disable"));
  }
}
