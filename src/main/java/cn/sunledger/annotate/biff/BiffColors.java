package cn.sunledger.annotate.biff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;

/**
 * The 56 colours of an .xls workbook. A colour that it lacks takes one of the places for charts
 * where the workbook has none and no cell uses it; else the nearest colour serves.
 */
final class BiffColors {
  private static final short FIRST_OF_CHARTS = 16;
  private static final short LAST_OF_CHARTS = 31;
  private static final int WHITE = 0xFFFFFF;

  private final HSSFPalette palette;
  private final Set<Short> free = new HashSet<>();
  private final Map<String, Short> known = new HashMap<>();

  BiffColors(HSSFWorkbook workbook) {
    palette = workbook.getCustomPalette();
    if (drawsNothing(workbook)) {
      for (short i = FIRST_OF_CHARTS; i <= LAST_OF_CHARTS; i++) {
        free.add(i);
      }
      free.removeAll(used(workbook));
    }
  }

  private static boolean drawsNothing(HSSFWorkbook workbook) {
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      HSSFSheet sheet = workbook.getSheetAt(i);
      HSSFPatriarch drawing = sheet.getDrawingPatriarch();
      if (drawing != null
          && (drawing.containsChart()
              || !drawing.getChildren().stream().allMatch(HSSFComment.class::isInstance))) {
        return false;
      }
    }
    return true;
  }

  private static Set<Short> used(HSSFWorkbook workbook) {
    Set<Short> used = new HashSet<>();
    for (int i = 0; i < workbook.getNumCellStyles(); i++) {
      HSSFCellStyle style = workbook.getCellStyleAt(i);
      used.add(style.getFillForegroundColor());
      used.add(style.getFillBackgroundColor());
      used.add(style.getTopBorderColor());
      used.add(style.getBottomBorderColor());
      used.add(style.getLeftBorderColor());
      used.add(style.getRightBorderColor());
    }
    for (int i = 0; i < workbook.getNumberOfFonts(); i++) {
      used.add(workbook.getFontAt(i).getColor());
    }
    return used;
  }

  /** The place of a colour, RRGGBB. */
  short of(String rgb) {
    return known.computeIfAbsent(rgb, this::find);
  }

  private short find(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    byte red = (byte) (value >> 16);
    byte green = (byte) (value >> 8);
    byte blue = (byte) value;
    HSSFColor exact = palette.findColor(red, green, blue);
    if (exact != null) {
      return exact.getIndex();
    }
    for (short i = FIRST_OF_CHARTS; i <= LAST_OF_CHARTS; i++) {
      if (free.remove(i)) {
        palette.setColorAtIndex(i, red, green, blue);
        return i;
      }
    }
    return nearest(value);
  }

  /** The nearest colour, but never white: a tint must be seen. */
  private short nearest(int value) {
    short best = 8;
    long least = Long.MAX_VALUE;
    for (short i = 8; i < 64; i++) {
      HSSFColor color = palette.getColor(i);
      short[] parts = color == null ? new short[] {0, 0, 0} : color.getTriplet();
      int other = parts[0] << 16 | parts[1] << 8 | parts[2];
      if (color != null && other != WHITE && distance(value, other) < least) {
        least = distance(value, other);
        best = i;
      }
    }
    return best;
  }

  private static long distance(int one, int other) {
    long red = (one >> 16 & 255) - (other >> 16 & 255);
    long green = (one >> 8 & 255) - (other >> 8 & 255);
    long blue = (one & 255) - (other & 255);
    return 3 * red * red + 6 * green * green + blue * blue;
  }
}
