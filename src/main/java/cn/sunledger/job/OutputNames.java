package cn.sunledger.job;

import java.nio.file.Path;
import java.util.Locale;

/** How outputs are called after their input. */
public final class OutputNames {
  private OutputNames() {}

  /**
   * A file's name without its last extension.
   *
   * @param file the file
   */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * A file's extension in lower case, without the dot; empty where it has none.
   *
   * @param file the file
   */
  public static String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
