package cn.sunledger.job;

import java.nio.file.Path;
import java.util.Locale;

/** How outputs are called after their input. */
public final class OutputNames {
  private static final String ANNOTATED = ".annotated";
  private static final String REPORT = ".report";

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
   * The name of a workbook's annotated copy. A copy keeps its name when it is annotated again.
   *
   * @param file the workbook
   */
  public static String annotated(Path file) {
    String extension = extension(file);
    String stem = stem(file);
    return stem
        + (stem.endsWith(ANNOTATED) ? "" : ANNOTATED)
        + (extension.isEmpty() ? "" : "." + extension);
  }

  /**
   * The name of the report that a workbook gets which must not be touched.
   *
   * @param annotated where its annotated copy would have been
   */
  static Path report(Path annotated) {
    String stem = stem(annotated);
    return annotated.resolveSibling(
        stem.substring(0, stem.length() - ANNOTATED.length()) + REPORT + ".xlsx");
  }

  /** Whether a workbook is called like one that sunledger wrote. */
  static boolean isOurs(Path file) {
    String stem = stem(file);
    return stem.endsWith(ANNOTATED) || stem.endsWith(REPORT);
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
