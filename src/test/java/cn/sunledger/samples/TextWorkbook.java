package cn.sunledger.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks written down as text, for tests: {@code == name} opens a sheet, a line is a row, bars
 * part its cells; what looks like an amount or a line number is a number, with the digits as
 * written.
 */
public final class TextWorkbook {
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,2}");

  private TextWorkbook() {}

  /**
   * Writes the workbook that a text describes.
   *
   * @param text the text file
   * @param folder where the workbook goes
   * @return the workbook, named after the text
   */
  public static Path write(Path text, Path folder) {
    Path file = folder.resolve(text.getFileName().toString().replace(".txt", ".xlsx"));
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      fill(workbook, Files.readAllLines(text));
      workbook.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(XSSFWorkbook workbook, List<String> lines) {
    XSSFSheet sheet = null;
    for (String line : lines) {
      if (line.startsWith("== ")) {
        sheet = workbook.createSheet(line.substring(3));
      } else if (sheet != null) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        String[] cells = line.split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
          fill(workbook, row, i, cells[i].strip());
        }
      }
    }
  }

  private static void fill(XSSFWorkbook workbook, Row row, int column, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (AMOUNT.matcher(text).matches() || LINE_NUMBER.matcher(text).matches()) {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(
          workbook
              .createDataFormat()
              .getFormat(
                  text.contains(".")
                      ? "#,##0." + "0".repeat(text.length() - text.indexOf('.') - 1)
                      : "0"));
      row.createCell(column).setCellValue(Double.parseDouble(text));
      row.getCell(column).setCellStyle(style);
    } else {
      row.createCell(column).setCellValue(text);
    }
  }
}
