package cn.sunledger.job;

import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.model.Disclosure;
import java.nio.file.Path;
import java.util.function.Function;

/** The first half of the line: from a path to grids, and from grids to a disclosure. */
public final class DisclosureReader {
  private final WorkbookReader reader = new WorkbookReader();
  private final Function<WorkbookGrid, Disclosure> recognizer;

  /**
   * With a recogniser.
   *
   * @param recognizer finds the tables; used by several threads
   */
  public DisclosureReader(Function<WorkbookGrid, Disclosure> recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * Reads a workbook's cells.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read
   */
  public WorkbookGrid grid(Path path, String name) throws FailedException {
    try {
      return reader.read(path);
    } catch (UnreadableWorkbookException e) {
      throw new FailedException(new Failure(name, e.reason(), e.remedy()));
    }
  }

  /**
   * Finds the tables.
   *
   * @param grid a workbook's cells
   */
  public Disclosure recognise(WorkbookGrid grid) {
    return recognizer.apply(grid);
  }

  /**
   * Reads a workbook and finds its tables.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read or holds no table
   */
  public Disclosure read(Path path, String name) throws FailedException {
    Disclosure disclosure = recognise(grid(path, name));
    if (isEmpty(disclosure)) {
      throw new FailedException(unknown(name));
    }
    return disclosure;
  }

  /**
   * Whether no table with a number in it was found.
   *
   * @param disclosure a workbook's tables
   */
  static boolean isEmpty(Disclosure disclosure) {
    return disclosure.tables().stream().allMatch(table -> table.facts().isEmpty());
  }

  /**
   * A workbook without a table.
   *
   * @param name how the message calls it
   */
  static Failure unknown(String name) {
    return new Failure(name, "里没有一张认得的部门预决算公开表", "请确认选对了文件，或用 layouts 命令查看认得哪些表");
  }

  /**
   * A workbook on which the program itself failed.
   *
   * @param name how the message calls it
   * @param fault what was thrown
   */
  static Failure broken(String name, Throwable fault) {
    String reason =
        fault instanceof OutOfMemoryError
            ? "太大，内存不够"
            : "使程序内部出错（" + fault.getClass().getSimpleName() + "）";
    String remedy =
        fault instanceof OutOfMemoryError
            ? "请用 java -Xmx 加大内存后重试"
            : "请把这句话连同该文件报告给本项目（见 README“反馈”）";
    return new Failure(name, reason, remedy);
  }
}
