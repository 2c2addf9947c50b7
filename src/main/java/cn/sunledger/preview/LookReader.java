package cn.sunledger.preview;

import cn.sunledger.preview.CellLook.Across;
import cn.sunledger.preview.CellLook.Down;
import cn.sunledger.preview.CellLook.Line;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** Translates a cell's style. */
final class LookReader {
  private static final int STACKED = 255;

  private final Workbook workbook;

  LookReader(Workbook workbook) {
    this.workbook = workbook;
  }

  CellLook look(CellStyle style) {
    Font font = workbook.getFontAt(style.getFontIndex());
    return new CellLook(
        font.getFontName() == null ? "" : font.getFontName(),
        font.getFontHeightInPoints(),
        font.getBold(),
        font.getItalic(),
        font.getUnderline() != Font.U_NONE,
        color(font),
        ground(style),
        across(style),
        down(style),
        style.getWrapText(),
        style.getRotation() == STACKED,
        Math.max(0, style.getIndention()),
        line(style.getBorderTop()),
        line(style.getBorderRight()),
        line(style.getBorderBottom()),
        line(style.getBorderLeft()));
  }

  private String color(Font font) {
    if (font instanceof XSSFFont own) {
      return rgb(own.getXSSFColor());
    }
    if (font instanceof HSSFFont own && workbook instanceof HSSFWorkbook book) {
      return rgb(own.getHSSFColor(book));
    }
    return "";
  }

  private String ground(CellStyle style) {
    if (style.getFillPattern() == FillPatternType.NO_FILL) {
      return "";
    }
    if (style instanceof XSSFCellStyle own) {
      return rgb(own.getFillForegroundXSSFColor());
    }
    if (style instanceof HSSFCellStyle own) {
      return rgb(own.getFillForegroundColorColor());
    }
    return "";
  }

  private static String rgb(XSSFColor color) {
    byte[] tinted = color == null ? null : color.getRGBWithTint();
    // a colour of the old palette has no tint
    byte[] parts = color != null && tinted == null ? color.getRGB() : tinted;
    return parts == null || parts.length < 3
        ? ""
        : hex(
            parts[parts.length - 3] & 0xFF,
            parts[parts.length - 2] & 0xFF,
            parts[parts.length - 1] & 0xFF);
  }

  private static String rgb(HSSFColor color) {
    if (color == null || color.getIndex() == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex()) {
      return "";
    }
    short[] parts = color.getTriplet();
    return parts == null ? "" : hex(parts[0], parts[1], parts[2]);
  }

  private static String hex(int red, int green, int blue) {
    return String.format("%02X%02X%02X", red, green, blue);
  }

  private static Across across(CellStyle style) {
    return switch (style.getAlignment()) {
      case LEFT -> Across.LEFT;
      case CENTER, CENTER_SELECTION -> Across.CENTER;
      case RIGHT -> Across.RIGHT;
      case JUSTIFY, DISTRIBUTED -> Across.JUSTIFY;
      default -> Across.GENERAL;
    };
  }

  private static Down down(CellStyle style) {
    return switch (style.getVerticalAlignment()) {
      case TOP -> Down.TOP;
      case BOTTOM -> Down.BOTTOM;
      default -> Down.CENTER;
    };
  }

  private static Line line(BorderStyle border) {
    return switch (border) {
      case NONE -> Line.NONE;
      case MEDIUM -> Line.MEDIUM;
      case THICK -> Line.THICK;
      case DOUBLE -> Line.DOUBLE;
      case THIN, HAIR -> Line.THIN;
      default -> Line.BROKEN;
    };
  }
}
