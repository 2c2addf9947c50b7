package cn.sunledger.samples;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of one workbook, each made once. */
final class CellStyles {
  private final Workbook workbook;
  private final Map<Wanted, CellStyle> styles = new HashMap<>();
  private final Map<Face, Font> fonts = new HashMap<>();

  /**
   * What a cell shall look like.
   *
   * @param font the font's name
   * @param size its size in points
   * @param bold whether it is bold
   * @param align how it stands between left and right
   * @param wrap whether lines break
   * @param ruled whether thin lines surround it
   * @param format the number format, {@code General} for texts
   */
  record Wanted(
      String font,
      int size,
      boolean bold,
      HorizontalAlignment align,
      boolean wrap,
      boolean ruled,
      String format) {}

  private record Face(String font, int size, boolean bold) {}

  CellStyles(Workbook workbook, Look look) {
    this.workbook = workbook;
    Font standard = workbook.getFontAt(0);
    standard.setFontName(look.bodyFont());
    standard.setFontHeightInPoints((short) SheetMeasure.STANDARD_SIZE);
    standard.setCharSet(FontCharset.GB2312.getNativeId());
  }

  CellStyle style(Wanted wanted) {
    return styles.computeIfAbsent(wanted, this::create);
  }

  private CellStyle create(Wanted wanted) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(
        fonts.computeIfAbsent(
            new Face(wanted.font(), wanted.size(), wanted.bold()), this::createFont));
    style.setAlignment(wanted.align());
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(wanted.wrap());
    if (wanted.ruled()) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    style.setDataFormat(workbook.createDataFormat().getFormat(wanted.format()));
    return style;
  }

  private Font createFont(Face face) {
    Font font = workbook.createFont();
    font.setFontName(face.font());
    font.setFontHeightInPoints((short) face.size());
    font.setBold(face.bold());
    font.setCharSet(FontCharset.GB2312.getNativeId());
    return font;
  }
}
