package cn.sunledger.bulk;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines of further Java processes with the classes of this one. */
final class ChildJava {
  private ChildJava() {}

  /** A command line: options of the machine, the main class, its words. */
  static List<String> command(List<String> options, Class<?> main, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(words);
    return command;
  }

  /** Launchers of tests may load them by a loader of their own. */
  private static String classPath() {
    if (ChildJava.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(URL::toString)
          .map(URI::create)
          .map(Path::of)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }
}
