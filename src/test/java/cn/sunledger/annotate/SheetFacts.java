package cn.sunledger.annotate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** All that a person sees of a sheet, as text, for comparing it before and after. */
final class SheetFacts {
  private SheetFacts() {}

  /**
   * What every cell holds and looks like, and how the sheet is laid out.
   *
   * @param sheet the sheet
   * @param tinted addresses of cells whose ground and comment may differ
   */
  static Map<String, String> of(Sheet sheet, Set<String> tinted) {
    Map<String, String> facts = new TreeMap<>();
    for (Row row : sheet) {
      facts.put("row " + row.getRowNum(), row.getHeight() + " " + row.getZeroHeight());
      for (Cell cell : row) {
        String address = cell.getAddress().formatAsString();
        boolean free = tinted.contains(address);
        facts.put(address, value(cell) + " | " + look(cell, free) + (free ? "" : comment(cell)));
      }
    }
    facts.put("merges", sheet.getMergedRegions().toString());
    facts.put("frozen", String.valueOf(sheet.getPaneInformation() != null));
    facts.put(
        "rules",
        String.valueOf(sheet.getSheetConditionalFormatting().getNumConditionalFormattings()));
    for (int column = 0; column < 40; column++) {
      facts.put(
          "column " + column, sheet.getColumnWidth(column) + " " + sheet.isColumnHidden(column));
    }
    PrintSetup page = sheet.getPrintSetup();
    facts.put(
        "page",
        page.getLandscape()
            + " "
            + page.getPaperSize()
            + " "
            + page.getFitWidth()
            + " "
            + page.getFitHeight()
            + " "
            + page.getScale());
    facts.put("repeated", sheet.getRepeatingRows() + " " + sheet.getRepeatingColumns());
    return facts;
  }

  private static String comment(Cell cell) {
    Comment comment = cell.getCellComment();
    return comment == null ? "" : " | " + comment.getString().getString();
  }

  private static String value(Cell cell) {
    return switch (cell.getCellType()) {
      case FORMULA -> "=" + formula(cell);
      case NUMERIC -> Double.toString(cell.getNumericCellValue()) + " " + shown(cell);
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case ERROR -> "#" + cell.getErrorCellValue();
      default -> "";
    };
  }

  private static String formula(Cell cell) {
    try {
      return cell.getCellFormula();
    } catch (RuntimeException e) {
      return "?";
    }
  }

  private static String shown(Cell cell) {
    try {
      return new DataFormatter().formatCellValue(cell);
    } catch (RuntimeException e) {
      return "?";
    }
  }

  /** What POI can tell of a style; it does not count fonts that stand inside alternatives. */
  private static String look(Cell cell, boolean tinted) {
    try {
      return style(cell, tinted);
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      return "?";
    }
  }

  private static String style(Cell cell, boolean tinted) {
    CellStyle style = cell.getCellStyle();
    Workbook workbook = cell.getSheet().getWorkbook();
    Font font = workbook.getFontAt(style.getFontIndex());
    String ground =
        tinted ? "" : " " + style.getFillPattern() + " " + style.getFillForegroundColor();
    return style.getDataFormatString()
        + " "
        + font.getFontName()
        + " "
        + font.getFontHeight()
        + " "
        + font.getBold()
        + " "
        + font.getColor()
        + " "
        + style.getBorderTop()
        + style.getBorderBottom()
        + style.getBorderLeft()
        + style.getBorderRight()
        + " "
        + style.getAlignment()
        + style.getVerticalAlignment()
        + style.getWrapText()
        + style.getLocked()
        + style.getIndention()
        + ground;
  }
}
