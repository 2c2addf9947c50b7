package cn.sunledger.grid;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads workbooks: .xlsx and .xlsm, and .xls with the WPS kinds that are the same inside. */
public final class WorkbookReader {
  /** A workbook of many sheets holds no more than some large ones. */
  private static final int SHEETS_AT_ONCE = 5;

  /** What reading a file gives. */
  private interface Reading<T> {
    T from(Path file) throws IOException;
  }

  /**
   * Reads a whole workbook. What a file is, its content says, not its name.
   *
   * @param file the workbook
   * @return its sheets
   * @throws UnreadableWorkbookException where the file is missing, no workbook, encrypted or broken
   */
  public WorkbookGrid read(Path file) throws UnreadableWorkbookException {
    return read(file, Long.MAX_VALUE);
  }

  /**
   * Reads a workbook in bounded memory: of a larger sheet only the first rows are held, and it says
   * so by {@link SheetGrid#whole}. Sheets of .xls files, which are small by nature, are held whole.
   *
   * @param file the workbook
   * @param most how many cells of a sheet are held, to the end of a row; of all sheets five times
   *     as many
   * @return its sheets
   * @throws UnreadableWorkbookException where the file is missing, no workbook, encrypted or broken
   */
  public WorkbookGrid read(Path file, long most) throws UnreadableWorkbookException {
    return read(file, path -> new WorkbookGrid(name(path), sheets(path, most)));
  }

  /**
   * Reads a workbook whose bytes are there, in bounded memory as {@link #read(Path, long)} does.
   *
   * @param file where it is, for what is read from there all the same
   * @param content the whole file
   * @param most how many cells of a sheet are held
   * @return its sheets
   * @throws UnreadableWorkbookException where it is no workbook, encrypted or broken
   */
  public WorkbookGrid read(Path file, byte[] content, long most)
      throws UnreadableWorkbookException {
    return read(
        file,
        path ->
            new WorkbookGrid(
                name(path),
                sheets(path, FileDetector.detect(content, path), new ZipBytes(content), most)));
  }

  /**
   * Reads all rows of a sheet of which {@link #read(Path, long)} has not held all.
   *
   * @param file the workbook
   * @param sheet what was held of the sheet
   * @param rows receives the rows
   * @return what a reader should know of the cells, in Chinese
   * @throws UnreadableWorkbookException where the file is broken, or is not what it was
   * @throws IOException where the receiver fails
   */
  public List<String> rows(Path file, SheetGrid sheet, SheetRows rows)
      throws UnreadableWorkbookException, IOException {
    SheetRows guarded = (row, cells) -> handOn(rows, row, cells);
    try {
      return read(file, path -> rowsOf(path, sheet, guarded));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A receiver that fails says nothing of the workbook. */
  private static void handOn(SheetRows rows, int row, List<GridCell> cells) {
    try {
      rows.row(row, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rowsOf(Path file, SheetGrid sheet, SheetRows rows)
      throws IOException {
    try (XlsxWorkbook workbook = new XlsxWorkbook(file)) {
      for (XlsxWorkbook.Sheet each : workbook.sheets()) {
        if (each.index() == sheet.index() && each.part() != null) {
          return workbook.rows(each, rows).sentences();
        }
      }
    }
    throw new EOFException("no sheet " + sheet.index());
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  private static <T> T read(Path file, Reading<T> reading) throws UnreadableWorkbookException {
    String name = name(file);
    try {
      return reading.from(file);
    } catch (WorkbookFault e) {
      throw unreadable(name, e.getMessage(), e.remedy(), e);
    } catch (NoSuchFileException e) {
      throw unreadable(name, "不存在", "请检查文件名和所在文件夹", e);
    } catch (AccessDeniedException e) {
      throw unreadable(name, "没有读取权限", "请检查文件的权限，或复制一份再试", e);
    } catch (IOException e) {
      throw unreadable(name, "读取时中断", "请关闭正在使用它的程序，确认文件没有被移动、删除或正在写入，然后重试", e);
    }
  }

  private static List<SheetGrid> sheets(Path file, long most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new WorkbookFault("是一个文件夹，不是工作簿", "请指定其中的 Excel 文件");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    FileKind kind = FileDetector.detect(file);
    return sheets(file, kind, kind == FileKind.XLSX ? new ZipBytes(file) : null, most);
  }

  private static List<SheetGrid> sheets(Path file, FileKind kind, ZipBytes bytes, long most)
      throws IOException {
    return switch (kind) {
      case XLSX -> xlsx(bytes, most);
      case XLS -> new XlsWorkbook(file).grids();
      default -> throw kind.fault();
    };
  }

  private static List<SheetGrid> xlsx(ZipBytes bytes, long most) throws IOException {
    List<SheetGrid> grids = new ArrayList<>();
    long left = most > Long.MAX_VALUE / SHEETS_AT_ONCE ? most : SHEETS_AT_ONCE * most;
    try (XlsxWorkbook workbook = new XlsxWorkbook(bytes)) {
      for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
        SheetGrid grid = workbook.grid(sheet, Math.min(most, Math.max(0, left)));
        left -= grid.cellCount();
        grids.add(grid);
      }
    }
    return grids;
  }

  private static UnreadableWorkbookException unreadable(
      String name, String reason, String remedy, Exception cause) {
    return new UnreadableWorkbookException(Messages.clean(name), reason, remedy, cause);
  }
}
