package cn.sunledger.annotate.biff;

import cn.sunledger.annotate.content.CellMark;
import cn.sunledger.annotate.content.Look;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/** The styles of an .xls workbook: one that means the same is taken before another is made. */
final class BiffStyles {
  private static final short AUTOMATIC = 64;

  private final HSSFWorkbook workbook;
  private final BiffColors colors;
  private final Map<String, HSSFCellStyle> known = new HashMap<>();
  private final Map<Look, HSSFCellStyle> looks = new HashMap<>();

  BiffStyles(HSSFWorkbook workbook) {
    this.workbook = workbook;
    this.colors = new BiffColors(workbook);
    for (int i = 0; i < workbook.getNumCellStyles(); i++) {
      HSSFCellStyle style = workbook.getCellStyleAt(i);
      known.putIfAbsent(meaning(style, ground(style)), style);
    }
  }

  private static String ground(HSSFCellStyle style) {
    return style.getFillPattern()
        + " "
        + style.getFillForegroundColor()
        + " "
        + style.getFillBackgroundColor();
  }

  private static String solid(short color) {
    return FillPatternType.SOLID_FOREGROUND + " " + color + " " + AUTOMATIC;
  }

  /** What a style says, its ground given apart. */
  private static String meaning(HSSFCellStyle style, String ground) {
    return String.join(
        "|",
        List.of(
            Short.toString(style.getDataFormat()),
            Integer.toString(style.getFontIndex()),
            style.getBorderTop() + "" + style.getTopBorderColor(),
            style.getBorderBottom() + "" + style.getBottomBorderColor(),
            style.getBorderLeft() + "" + style.getLeftBorderColor(),
            style.getBorderRight() + "" + style.getRightBorderColor(),
            style.getAlignment() + " " + style.getVerticalAlignment(),
            style.getWrapText() + " " + style.getIndention() + " " + style.getRotation(),
            style.getLocked() + " " + style.getHidden() + " " + style.getShrinkToFit(),
            style.getQuotePrefixed() + " " + style.getReadingOrder(),
            ground));
  }

  /** The style with a look. */
  HSSFCellStyle of(Look look) {
    return looks.computeIfAbsent(look, this::make);
  }

  private HSSFCellStyle make(Look look) {
    HSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font(look, look.color(), look.bold()));
    style.setDataFormat(
        look.format().isEmpty() ? 0 : workbook.createDataFormat().getFormat(look.format()));
    style.setAlignment(HorizontalAlignment.valueOf(look.across().name()));
    style.setVerticalAlignment(look.top() ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
    style.setWrapText(look.wrap());
    style.setIndention((short) look.indent());
    if (!look.fill().isEmpty()) {
      paint(style, colors.of(look.fill()));
    }
    if (!look.border().isEmpty()) {
      short color = colors.of(look.border());
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setTopBorderColor(color);
      style.setBottomBorderColor(color);
      style.setLeftBorderColor(color);
      style.setRightBorderColor(color);
    }
    return settle(style);
  }

  /** The style that was known before with the same meaning, or this one from now on. */
  private HSSFCellStyle settle(HSSFCellStyle made) {
    HSSFCellStyle before = known.putIfAbsent(meaning(made, ground(made)), made);
    if (before == null) {
      return made;
    }
    workbook.getInternalWorkbook().removeExFormatRecord(made.getIndex());
    return before;
  }

  private static void paint(HSSFCellStyle style, short color) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(color);
    style.setFillBackgroundColor(AUTOMATIC);
  }

  /** The typeface of a look in a colour. */
  HSSFFont font(Look look, String rgb, boolean bold) {
    short color = colors.of(rgb);
    short height = (short) (look.size() * 20);
    HSSFFont found =
        workbook.findFont(bold, color, height, look.font(), false, false, (short) 0, (byte) 0);
    if (found != null) {
      return found;
    }
    HSSFFont font = workbook.createFont();
    font.setBold(bold);
    font.setColor(color);
    font.setFontHeight(height);
    font.setFontName(look.font());
    font.setCharSet(HSSFFont.DEFAULT_CHARSET);
    return font;
  }

  /** A style like another one, but on a tinted ground. */
  HSSFCellStyle tinted(HSSFCellStyle style, CellMark.Tint tint) {
    short color = colors.of(tint.rgb());
    return known.computeIfAbsent(
        meaning(style, solid(color)),
        key -> {
          HSSFCellStyle made = workbook.createCellStyle();
          made.cloneStyleFrom(style);
          paint(made, color);
          return made;
        });
  }

  /** Whether a style has the ground of a mark. */
  boolean isTinted(HSSFCellStyle style) {
    Set<String> grounds =
        Arrays.stream(CellMark.Tint.values())
            .map(tint -> solid(colors.of(tint.rgb())))
            .collect(Collectors.toSet());
    return grounds.contains(ground(style));
  }

  /** The style of a cell that loses its tint: what it was, or what a user made of it since. */
  HSSFCellStyle untinted(HSSFCellStyle tinted, HSSFCellStyle before) {
    if (meaning(tinted, "").equals(meaning(before, ""))) {
      return before;
    }
    return known.computeIfAbsent(
        meaning(tinted, ground(before)),
        key -> {
          HSSFCellStyle made = workbook.createCellStyle();
          made.cloneStyleFrom(tinted);
          made.setFillPattern(before.getFillPattern());
          made.setFillForegroundColor(before.getFillForegroundColor());
          made.setFillBackgroundColor(before.getFillBackgroundColor());
          return made;
        });
  }
}
