package cn.sunledger.job;

import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.SheetRows;
import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.model.Disclosure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The first half of the line: from a path to grids, and from grids to a disclosure. */
public final class DisclosureReader {
  private static final Pattern SUBJECT = Pattern.compile("预算|决算|收支|收入|支出|经费|绩效|拨款|三公");

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

  /** One that is never asked for tables. */
  public static DisclosureReader ofSheets() {
    return new DisclosureReader(
        grid -> {
          throw new IllegalStateException("no templates");
        });
  }

  /**
   * Reads a workbook's cells.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read
   */
  public WorkbookGrid grid(Path path, String name) throws FailedException {
    return grid(path, name, Long.MAX_VALUE);
  }

  /**
   * Reads a workbook's cells in bounded memory.
   *
   * @param path where it is
   * @param name how messages call it
   * @param most how many cells of a sheet are held; of a larger one only the first rows are
   * @throws FailedException where it cannot be read
   */
  WorkbookGrid grid(Path path, String name, long most) throws FailedException {
    return grid(path, null, name, most);
  }

  /**
   * Reads a workbook's cells in bounded memory.
   *
   * @param path where it is
   * @param content the whole file, where somebody has read it already; else null
   * @param name how messages call it
   * @param most how many cells of a sheet are held
   * @throws FailedException where it cannot be read
   */
  WorkbookGrid grid(Path path, byte[] content, String name, long most) throws FailedException {
    try {
      return content == null ? reader.read(path, most) : reader.read(path, content, most);
    } catch (UnreadableWorkbookException e) {
      throw new FailedException(new Failure(name, e.reason(), e.remedy()));
    }
  }

  /**
   * Reads all rows of a sheet of which not all are held.
   *
   * @param path where the workbook is
   * @param name how messages call it
   * @param sheet what is held of the sheet
   * @param rows receives the rows
   * @return what a reader should know of the cells, in Chinese
   * @throws FailedException where it cannot be read
   * @throws IOException where the receiver fails
   */
  List<String> rows(Path path, String name, SheetGrid sheet, SheetRows rows)
      throws FailedException, IOException {
    try {
      return reader.rows(path, sheet, rows);
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
   * Reads a workbook and finds its tables. What sunledger wrote into it earlier is no table of the
   * user's; what a user filled in there is taken up.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read or holds no table
   */
  public ReadWorkbook read(Path path, String name) throws FailedException {
    WorkbookGrid grid = grid(path, name);
    Map<String, String> answers = Map.of();
    Map<String, String> opinions = Map.of();
    if (OwnSheets.maybe(grid)) {
      ManualAnswers own = OwnSheets.read(path, name);
      answers = own.answers();
      opinions = own.opinions();
      grid = OwnSheets.without(grid, own.ownSheets());
    }
    Disclosure disclosure = recognise(grid);
    if (isForeign(disclosure)) {
      throw new FailedException(unknown(name));
    }
    return new ReadWorkbook(path, name, disclosure, answers, opinions);
  }

  /**
   * Whether a workbook is none of ours: no table that a layout names, and none that at least counts
   * in a unit of money or speaks of a budget. A table of an unseen place is ours, a shopping list
   * is not.
   *
   * @param disclosure a workbook's tables
   */
  static boolean isForeign(Disclosure disclosure) {
    return disclosure.tables().stream()
        .noneMatch(
            table ->
                table.id().isPresent()
                    || !table.facts().isEmpty()
                        && (table.unit().isMoney() || SUBJECT.matcher(table.title()).find()));
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
  public static Failure broken(String name, Throwable fault) {
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
