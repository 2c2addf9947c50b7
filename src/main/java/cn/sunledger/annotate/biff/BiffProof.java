package cn.sunledger.annotate.biff;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/**
 * What the cells of a workbook hold and how they are set, in one number per sheet. An .xls file is
 * rewritten as a whole, so what was written is read again and compared before anybody gets it.
 */
final class BiffProof {
  private BiffProof() {}

  /**
   * A number per sheet.
   *
   * @param workbook the workbook
   * @param left sheets that are left aside
   */
  static Map<String, Long> of(HSSFWorkbook workbook, Collection<String> left) {
    Map<String, Long> sheets = new HashMap<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      HSSFSheet sheet = workbook.getSheetAt(i);
      if (!left.contains(sheet.getSheetName())) {
        sheets.put(sheet.getSheetName(), number(workbook, sheet));
      }
    }
    return sheets;
  }

  private static long number(HSSFWorkbook workbook, HSSFSheet sheet) {
    long number = sheet.getNumMergedRegions();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          number = number * 31 + cell(workbook, (HSSFCell) cell);
        }
      }
    }
    return number;
  }

  private static long cell(HSSFWorkbook workbook, HSSFCell cell) {
    HSSFCellStyle style = cell.getCellStyle();
    HSSFFont font = style.getFont(workbook);
    String look =
        style.getDataFormatString()
            + font.getFontName()
            + font.getFontHeight()
            + font.getBold()
            + style.getBorderTop()
            + style.getBorderBottom()
            + style.getAlignment();
    return 31L * (31L * cell.getRowIndex() + cell.getColumnIndex())
        + 17L * value(cell).hashCode()
        + look.hashCode();
  }

  private static String value(HSSFCell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    return (formula ? "=" : "")
        + switch (type) {
          case NUMERIC -> Double.toString(cell.getNumericCellValue());
          case STRING -> cell.getRichStringCellValue().getString();
          case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
          default -> type.toString();
        };
  }
}
