package cn.sunledger.annotate.ooxml;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How wide columns and how high rows are on the screen, in pixels of 1/96 inch. */
final class SheetMetrics {
  private static final int USUAL_COLUMN = 72;
  private static final int USUAL_ROW = 19;

  private record Columns(int last, int width) {}

  private final TreeMap<Integer, Columns> columns = new TreeMap<>();
  private final Map<Integer, Integer> rows = new HashMap<>();
  private int usualColumn = USUAL_COLUMN;
  private int usualRow = USUAL_ROW;

  SheetMetrics(String sheet) {
    XmlScanner scanner = new XmlScanner(sheet);
    int last = -1;
    while (scanner.next()) {
      if (!scanner.opens()) {
        if (scanner.is("sheetData")) {
          break;
        }
      } else if (scanner.is("sheetFormatPr")) {
        usualColumn = width(scanner.attribute("defaultColWidth"), false, usualColumn);
        usualRow = height(scanner.attribute("defaultRowHeight"), usualRow);
      } else if (scanner.is("col")) {
        boolean hidden = truth(scanner.attribute("hidden"));
        columns.put(
            WorkbookPart.number(scanner.attribute("min"), 1) - 1,
            new Columns(
                WorkbookPart.number(scanner.attribute("max"), 1) - 1,
                width(scanner.attribute("width"), hidden, usualColumn)));
      } else if (scanner.is("row")) {
        int row = WorkbookPart.number(scanner.attribute("r"), last + 2) - 1;
        int high =
            truth(scanner.attribute("hidden")) ? 0 : height(scanner.attribute("ht"), usualRow);
        if (high != usualRow) {
          rows.put(row, high);
        }
        last = row;
        scanner.skip();
      }
    }
  }

  private static boolean truth(String value) {
    return "1".equals(value) || "true".equals(value);
  }

  private static int width(String value, boolean hidden, int otherwise) {
    return hidden ? 0 : value == null ? otherwise : (int) Math.round(decimal(value) * 7 + 5);
  }

  private static int height(String value, int otherwise) {
    return value == null ? otherwise : (int) Math.round(decimal(value) * 96 / 72);
  }

  private static double decimal(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private int width(int column) {
    Map.Entry<Integer, Columns> entry = columns.floorEntry(column);
    return entry != null && column <= entry.getValue().last()
        ? entry.getValue().width()
        : usualColumn;
  }

  private int height(int row) {
    return rows.getOrDefault(row, usualRow);
  }

  /**
   * The anchor of a comment's box that is made large enough, at the place where it is.
   *
   * @param anchor its anchor now
   * @param wide least width of the box
   * @param high least height of the box
   * @return the anchor, the same where the box is large enough or cannot be measured
   */
  String enlarged(String anchor, int wide, int high) {
    String[] parts = anchor.strip().split("\\s*,\\s*");
    if (parts.length != 8) {
      return anchor;
    }
    int[] now = new int[8];
    for (int i = 0; i < 8; i++) {
      now[i] = WorkbookPart.number(parts[i], -1);
      if (now[i] < 0 || now[i] > 1_048_575) {
        return anchor;
      }
    }
    int width = now[5] - now[1];
    for (int column = now[0]; column < Math.min(now[4], 16_384); column++) {
      width += width(column);
    }
    int height = now[7] - now[3];
    for (int row = now[2]; row < now[6]; row++) {
      height += height(row);
    }
    return width >= wide && height >= high
        ? anchor
        : anchor(now[0], now[1], now[2], now[3], Math.max(width, wide), Math.max(height, high));
  }

  /**
   * The anchor of a comment's box to the right of its cell: left column and offset, top row and
   * offset, right column and offset, bottom row and offset.
   *
   * @param cell the cell
   * @param wide width of the box
   * @param high height of the box
   */
  String anchor(Position cell, int wide, int high) {
    return anchor(cell.column() + 1, 12, Math.max(0, cell.row() - 1), 4, wide, high);
  }

  private String anchor(int left, int fromLeft, int top, int fromTop, int wide, int high) {
    int right = left;
    int restWide = wide + fromLeft;
    while (right < 16_383 && restWide > width(right)) {
      restWide -= width(right++);
    }
    int bottom = top;
    int restHigh = high + fromTop;
    while (bottom < 1_048_575 && restHigh > height(bottom)) {
      restHigh -= height(bottom++);
    }
    return left + ", " + fromLeft + ", " + top + ", " + fromTop + ", " + right + ", " + restWide
        + ", " + bottom + ", " + restHigh;
  }
}
