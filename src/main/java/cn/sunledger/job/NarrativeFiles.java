package cn.sunledger.job;

import cn.sunledger.document.NarrativeFile;
import cn.sunledger.document.UnreadableNarrativeException;
import cn.sunledger.model.NarrativeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds narratives in a folder: documents and texts, but for lock files and copies of ours. */
public final class NarrativeFiles {
  private static final Set<String> EXTENSIONS = Set.of("docx", "docm", "txt", "md", "doc", "wps");
  private static final String ANNOTATED = ".annotated";

  private NarrativeFiles() {}

  /**
   * A narrative.
   *
   * @param path where it is
   * @param name how messages call it
   */
  record Source(Path path, String name) {}

  /**
   * What was found.
   *
   * @param sources the narratives, sorted by name
   * @param failures what could not be looked into
   */
  record Found(List<Source> sources, List<Failure> failures) {
    Found {
      sources = List.copyOf(sources);
      failures = List.copyOf(failures);
    }
  }

  /** A file that was named. */
  static Found one(Path file) {
    return Files.exists(file)
        ? new Found(List.of(new Source(file, String.valueOf(file.getFileName()))), List.of())
        : new Found(List.of(), List.of(WorkbookFiles.missing(file)));
  }

  /** All narratives of a folder and the folders in it. */
  static Found in(Path folder) {
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> isNarrative(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  sources.add(
                      new Source(file, folder.relativize(file).toString().replace('\\', '/'))));
    } catch (IOException | java.io.UncheckedIOException e) {
      return new Found(List.of(), List.of(new Failure(folder.toString(), "读不出来", "请检查权限后重试")));
    }
    sources.sort(Comparator.comparing(Source::name));
    return sources.isEmpty()
        ? new Found(
            List.of(),
            List.of(new Failure(folder.toString(), "里没有情况说明", "请指定放有 .docx、.txt 或 .md 文件的文件夹")))
        : new Found(sources, List.of());
  }

  /**
   * Reads a narrative.
   *
   * @param file a document or a text
   * @throws FailedException where it is none, damaged, locked or empty
   */
  public static NarrativeText text(Path file) throws FailedException {
    try {
      return NarrativeFile.read(file).text();
    } catch (UnreadableNarrativeException e) {
      throw new FailedException(
          new Failure(String.valueOf(file.getFileName()), e.reason(), e.remedy()));
    }
  }

  private static boolean isNarrative(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
        return false;
      }
    }
    return EXTENSIONS.contains(OutputNames.extension(relative).toLowerCase(Locale.ROOT))
        && !OutputNames.stem(relative).endsWith(ANNOTATED);
  }
}
