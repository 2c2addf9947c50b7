package cn.sunledger.annotate;

import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.SummaryRow;
import cn.sunledger.annotate.content.SummarySheet;
import cn.sunledger.annotate.ooxml.BlankWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** 汇总: many annotated workbooks in one list. */
public final class SummaryWorkbook {
  /**
   * Writes the list; what is there is replaced.
   *
   * @param rows the workbooks, in the order in which they shall stand
   * @param output the file, .xlsx
   * @throws AnnotationException where it cannot be written
   */
  public void write(List<SummaryRow> rows, Path output) throws AnnotationException {
    OwnContent content = new OwnContent(List.of(SummarySheet.of(rows)), List.of(), List.of());
    try {
      WholeWorkbook.write(
          output,
          file -> BlankWorkbook.fill(file, OwnSheet.Role.SUMMARY, own -> own.write(content, file)));
    } catch (IOException e) {
      throw WorkbookOpener.unwritable(output, e);
    }
  }

  /**
   * A file as a link in another workbook names it: seen from that workbook's folder, with {@code
   * /}; by its name alone where they share no root.
   *
   * @param file the file
   * @param folder the folder of the workbook that holds the link
   */
  public static String address(Path file, Path folder) {
    try {
      return folder
          .toAbsolutePath()
          .normalize()
          .relativize(file.toAbsolutePath().normalize())
          .toString()
          .replace(file.getFileSystem().getSeparator(), "/");
    } catch (IllegalArgumentException e) {
      return String.valueOf(file.getFileName());
    }
  }
}
