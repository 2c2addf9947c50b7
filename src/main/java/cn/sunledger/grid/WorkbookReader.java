package cn.sunledger.grid;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads workbooks: .xlsx and .xlsm, and .xls with the WPS kinds that are the same inside. */
public final class WorkbookReader {
  /**
   * Reads a whole workbook. What a file is, its content says, not its name.
   *
   * @param file the workbook
   * @return its sheets
   * @throws UnreadableWorkbookException where the file is missing, no workbook, encrypted or broken
   */
  public WorkbookGrid read(Path file) throws UnreadableWorkbookException {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    try {
      return new WorkbookGrid(name, sheets(file));
    } catch (WorkbookFault e) {
      throw unreadable(name, e.getMessage(), e.remedy(), e);
    } catch (NoSuchFileException e) {
      throw unreadable(name, "不存在", "请检查文件名和所在文件夹", e);
    } catch (AccessDeniedException e) {
      throw unreadable(name, "没有读取权限", "请检查文件的权限，或复制一份再试", e);
    } catch (IOException e) {
      throw unreadable(name, "读取时中断", "请确认文件没有被移动、删除或正在写入，然后重试", e);
    }
  }

  private static List<SheetGrid> sheets(Path file) throws IOException {
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
    return switch (kind) {
      case XLSX -> xlsx(file);
      case XLS -> new XlsWorkbook(file).grids();
      default -> throw kind.fault();
    };
  }

  private static List<SheetGrid> xlsx(Path file) throws IOException {
    List<SheetGrid> grids = new ArrayList<>();
    try (XlsxWorkbook workbook = new XlsxWorkbook(file)) {
      for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
        grids.add(workbook.grid(sheet));
      }
    }
    return grids;
  }

  private static UnreadableWorkbookException unreadable(
      String name, String reason, String remedy, Exception cause) {
    return new UnreadableWorkbookException(Messages.clean(name), reason, remedy, cause);
  }
}
