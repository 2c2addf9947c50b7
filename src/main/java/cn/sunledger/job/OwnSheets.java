package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sheets that sunledger itself wrote into a workbook. */
final class OwnSheets {
  private static final List<String> NAMES = List.of("核对结果", "执行率与同比", "情况说明", "待填事项");

  private static final ManualAnswers NOTHING = new ManualAnswers(Map.of(), Map.of(), List.of());

  private OwnSheets() {}

  /** Whether a sheet is called like one of ours, so that looking for our mark is worth while. */
  static boolean maybe(WorkbookGrid grid) {
    for (SheetGrid sheet : grid.sheets()) {
      for (String name : NAMES) {
        if (sheet.name().startsWith(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a user filled in, and which sheets bear our mark. */
  static ManualAnswers read(Path path, String name) throws FailedException {
    try {
      return ManualAnswers.read(path);
    } catch (AnnotationException e) {
      if (e.unsafe()) {
        // such a workbook is read and never written, so no sheet of it is ours
        return NOTHING;
      }
      throw new FailedException(failure(name, e));
    }
  }

  /** What a user filled into a file, where it is there and ours. */
  static ManualAnswers of(Path file) {
    if (!Files.isRegularFile(file)) {
      return NOTHING;
    }
    try {
      return ManualAnswers.read(file);
    } catch (AnnotationException e) {
      return NOTHING;
    }
  }

  /** Whether a file is there and bears our mark. */
  static boolean bears(Path file) {
    return !of(file).ownSheets().isEmpty();
  }

  /** What the annotator says of a file. */
  static Failure failure(String name, AnnotationException fault) {
    String start = name + "：";
    String text = fault.getMessage();
    String clause = text.startsWith(start) ? text.substring(start.length()) : text;
    return new Failure(
        name, clause.endsWith("。") ? clause.substring(0, clause.length() - 1) : clause, "");
  }

  /** A workbook's cells without those sheets. */
  static WorkbookGrid without(WorkbookGrid grid, Path path, String name) throws FailedException {
    return maybe(grid) ? without(grid, read(path, name).ownSheets()) : grid;
  }

  static WorkbookGrid without(WorkbookGrid grid, List<String> own) {
    return new WorkbookGrid(
        grid.file(), grid.sheets().stream().filter(sheet -> !own.contains(sheet.name())).toList());
  }
}
