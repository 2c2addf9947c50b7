package cn.sunledger.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFDialogsheet;

/** The same workbook by POI's user model, as a witness. */
final class PoiReader {
  /** Formats that a file names by number only: POI knows the American ones, we the Chinese ones. */
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("m/d/yy", "yyyy/m/d"),
          Map.entry("m/d/yy h:mm", "yyyy/m/d h:mm"),
          Map.entry("#,##0_);(#,##0)", "#,##0;\\-#,##0"),
          Map.entry("#,##0_);[Red](#,##0)", "#,##0;[Red]\\-#,##0"),
          Map.entry("#,##0.00_);(#,##0.00)", "#,##0.00;\\-#,##0.00"),
          Map.entry("#,##0.00_);[Red](#,##0.00)", "#,##0.00;[Red]\\-#,##0.00"));

  private static final int FIRST_OWN_FORMAT = 164;

  private PoiReader() {}

  /** Values; a date is its number here. */
  static ReadCells values(Path file) throws IOException {
    Map<String, String> cells = new TreeMap<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        if (sheet instanceof XSSFChartSheet || sheet instanceof XSSFDialogsheet) {
          continue;
        }
        for (Row row : sheet) {
          for (Cell cell : row) {
            ReadCells.put(
                cells,
                sheet.getSheetName(),
                cell.getRowIndex(),
                cell.getColumnIndex(),
                value(cell));
          }
        }
      }
    }
    return new ReadCells(cells);
  }

  private static String value(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> ReadCells.NUMBER + Decimals.of(cell.getNumericCellValue()).toPlainString();
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR ->
          FormulaError.isValidCode(cell.getErrorCellValue())
              ? FormulaError.forInt(cell.getErrorCellValue()).getString()
              : "#ERR!";
      default -> "";
    };
  }

  /** Names, visibility, merges, hidden rows and columns, formats and indents, as sorted lines. */
  static TreeSet<String> structure(Path file) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        Sheet sheet = workbook.getSheetAt(i);
        if (sheet instanceof XSSFChartSheet || sheet instanceof XSSFDialogsheet) {
          continue;
        }
        String name = sheet.getSheetName();
        boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
        lines.add(name + " hidden=" + hidden + " index=" + i);
        sheet.getMergedRegions().stream()
            .filter(area -> area.getNumberOfCells() > 1)
            .forEach(area -> lines.add(name + " merge " + area.formatAsString()));
        for (Row row : sheet) {
          boolean filled = false;
          for (Cell cell : row) {
            if (!value(cell).isEmpty()) {
              filled = true;
              lines.add(cellLine(name, cell));
            }
          }
          if (filled && row.getZeroHeight()) {
            lines.add(name + " hidden row " + (row.getRowNum() + 1));
          }
        }
      }
    }
    return lines;
  }

  private static String cellLine(String sheet, Cell cell) {
    return "%s %s format=%s indent=%d formula=%b"
        .formatted(
            sheet,
            cell.getAddress().formatAsString(),
            format(cell),
            cell.getCellStyle().getIndention(),
            cell.getCellType() == CellType.FORMULA);
  }

  private static String format(Cell cell) {
    String code = cell.getCellStyle().getDataFormatString();
    if (code == null || code.isEmpty()) {
      return "General";
    }
    boolean builtIn = cell.getCellStyle().getDataFormat() < FIRST_OWN_FORMAT;
    return builtIn ? CHINESE.getOrDefault(code, code) : code;
  }
}
