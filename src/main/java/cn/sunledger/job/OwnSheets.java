package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.grid.WorkbookGrid;
import java.nio.file.Path;
import java.util.List;

/** The sheets that sunledger itself wrote into a workbook. */
final class OwnSheets {
  private static final List<String> NAMES = List.of("核对结果", "执行率与同比", "情况说明", "待填事项");

  private OwnSheets() {}

  /** Whether a sheet is called like one of ours, so that looking for our mark is worth while. */
  static boolean maybe(WorkbookGrid grid) {
    return grid.sheets().stream()
        .anyMatch(sheet -> NAMES.stream().anyMatch(name -> sheet.name().startsWith(name)));
  }

  /** What a user filled in, and which sheets bear our mark. */
  static ManualAnswers read(Path path, String name) throws FailedException {
    try {
      return ManualAnswers.read(path);
    } catch (AnnotationException e) {
      throw new FailedException(failure(name, e));
    }
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
