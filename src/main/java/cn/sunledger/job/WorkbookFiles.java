package cn.sunledger.job;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds workbooks: files as named, and in folders, recursively, everything that is called like a
 * workbook, but for lock files, hidden files and what sunledger itself has annotated.
 */
public final class WorkbookFiles {
  private static final Set<String> EXTENSIONS =
      Set.of("xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "et", "ett");

  private final Set<String> names = new HashSet<>();
  private final Set<Path> seen = new HashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  private WorkbookFiles() {}

  /**
   * A workbook.
   *
   * @param path where it is
   * @param name how results call it: its path inside the folder that was named, with {@code /}, or
   *     its file name; as typed where two would be called the same
   */
  public record Source(Path path, String name) {}

  /**
   * What was found.
   *
   * @param sources the workbooks, sorted by name
   * @param ignored annotated copies and reports that were passed over, sorted
   * @param failures what was named and is not there or holds no workbook
   */
  public record Found(List<Source> sources, List<String> ignored, List<Failure> failures) {
    /** Copies the lists. */
    public Found {
      sources = List.copyOf(sources);
      ignored = List.copyOf(ignored);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Looks for workbooks.
   *
   * @param paths files and folders
   */
  public static Found find(List<Path> paths) {
    WorkbookFiles files = new WorkbookFiles();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.folder(path);
      } else if (Files.exists(path)) {
        files.add(path, real(path), path.getFileName().toString());
      } else {
        files.failures.add(missing(path));
      }
    }
    files.sources.sort(Comparator.comparing(Source::name));
    files.ignored.sort(Comparator.naturalOrder());
    return new Found(files.sources, files.ignored, files.failures);
  }

  /**
   * A file that is not there.
   *
   * @param path as typed
   */
  static Failure missing(Path path) {
    return new Failure(path.toString(), "不存在", "请检查路径和文件名");
  }

  private void folder(Path folder) {
    int before = sources.size() + ignored.size();
    try {
      Files.walkFileTree(folder, new Visitor(folder));
    } catch (IOException e) {
      failures.add(new Failure(folder.toString(), "读不出来", "请检查权限后重试"));
      return;
    }
    if (sources.size() + ignored.size() == before) {
      failures.add(new Failure(folder.toString(), "里没有工作簿", "请指定放有 .xlsx 或 .xls 文件的文件夹"));
    }
  }

  private void add(Path path, Path real, String name) {
    if (!seen.add(real)) {
      return;
    }
    sources.add(new Source(path, names.add(name) ? name : slashed(path)));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static String slashed(Path path) {
    return path.normalize().toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path top;

    /** The folder whose files are being seen, and where it really is. */
    private Path folder;

    private Path realFolder;

    Visitor(Path top) {
      this.top = top;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(top) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      if (name.startsWith("~$")
          || name.startsWith(".")
          || dot < 0
          || !EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
          || !attributes.isRegularFile() && Files.isDirectory(file)) {
        return FileVisitResult.CONTINUE;
      }
      String relative = slashed(top.relativize(file));
      if (OutputNames.isOurs(file)) {
        ignored.add(relative);
      } else {
        add(file, attributes.isRegularFile() ? inFolder(file) : real(file), relative);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Where a file that is no link really is: asked once for all files of a folder. */
    private Path inFolder(Path file) {
      Path parent = file.getParent();
      if (parent == null) {
        return real(file);
      }
      if (!parent.equals(folder)) {
        folder = parent;
        realFolder = real(parent);
      }
      return realFolder.resolve(file.getFileName());
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      failures.add(new Failure(file.toString(), "读不出来", "请检查权限后重试"));
      return FileVisitResult.CONTINUE;
    }
  }
}
