package cn.sunledger.grid;

import java.nio.file.Path;

/** Reads workbooks: .xlsx and .xlsm, and .xls with the WPS kinds that are the same inside. */
public final class WorkbookReader {
  /**
   * Reads a whole workbook.
   *
   * @param file the workbook
   * @return its sheets
   * @throws UnreadableWorkbookException where the file is missing, no workbook, encrypted or broken
   */
  public WorkbookGrid read(Path file) throws UnreadableWorkbookException {
    throw new UnreadableWorkbookException(file + "：暂不能读取。");
  }
}
