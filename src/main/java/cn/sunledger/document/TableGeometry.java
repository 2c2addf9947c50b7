package cn.sunledger.document;

import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a table goes onto the page: upright where its columns fit in a legible size, else on its
 * side; numbers never wrap, labels and headers may. Lengths are twentieths of a point.
 *
 * @param page upright or on its side
 * @param halfPoints size of its letters, in half points
 * @param widths of its columns, which fill the page
 */
record TableGeometry(PageFormat page, int halfPoints, int[] widths) {
  private static final int[] UPRIGHT_SIZES = {21, 20, 19, 18, 17, 16, 15};
  private static final int[] LYING_SIZES = {21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10};

  /** What is still read with ease; below it a table rather goes on its side or over two pages. */
  private static final int LEGIBLE = 15;

  private static final int PADDING = 120;
  private static final int HEADER_LINES = 3;
  private static final int LABEL_LINES = 2;
  private static final int WIDEST_LABEL = 16;
  private static final int NARROWEST_LABEL = 7;

  /** More halves of a character than this are no label: such texts wrap over many lines. */
  private static final int LONG_TEXT = 64;

  /**
   * The geometry of a table on pages of the given formats: upright on one page if it can be, else
   * on its side on one page, else over several.
   */
  static TableGeometry of(PrintedTable table, PageFormat upright, PageFormat lying) {
    int[][] halves = new int[2][];
    measure(table, halves);
    List<TableGeometry> fitting = new ArrayList<>();
    for (int size : UPRIGHT_SIZES) {
      add(fitting, halves, size, upright);
    }
    for (int size : LYING_SIZES) {
      add(fitting, halves, size, lying);
    }
    if (fitting.isEmpty()) {
      int last = LYING_SIZES[LYING_SIZES.length - 1];
      return new TableGeometry(lying, last, widths(halves, last, lying.textWidth()));
    }
    return fitting.stream()
        .filter(geometry -> geometry.halfPoints >= LEGIBLE && PageCount.isOnePage(table, geometry))
        .findFirst()
        .orElse(fitting.get(0));
  }

  private static void add(List<TableGeometry> fitting, int[][] halves, int size, PageFormat page) {
    if (total(halves[0], size) <= page.textWidth()) {
      fitting.add(new TableGeometry(page, size, widths(halves, size, page.textWidth())));
    }
  }

  /** The least and the wanted width of each column, in halves of a character. */
  private static void measure(PrintedTable table, int[][] halves) {
    int[] least = new int[table.columns()];
    int[] wanted = new int[table.columns()];
    Arrays.fill(least, 4);
    Arrays.fill(wanted, 4);
    for (int r = 0; r < table.rows().size(); r++) {
      int column = 0;
      for (Cell cell : table.rows().get(r).cells()) {
        if (cell.columns() == 1) {
          int length = length(cell.text()) + cell.indent() * 2;
          boolean header = r < table.headerRows();
          least[column] = Math.max(least[column], least(cell, length, header));
          int wish = header ? 0 : Math.min(length, WIDEST_LABEL * 2);
          wanted[column] = Math.max(wanted[column], wish);
        }
        column += cell.columns();
      }
    }
    halves[0] = least;
    halves[1] = wanted;
  }

  private static int least(Cell cell, int length, boolean header) {
    if (header) {
      return Math.max(4, evened(length, HEADER_LINES));
    }
    if (cell.kind() != Kind.TEXT) {
      return length;
    }
    if (length > LONG_TEXT) {
      return NARROWEST_LABEL * 2;
    }
    return Math.min(
        WIDEST_LABEL * 2,
        Math.max(Math.min(length, NARROWEST_LABEL * 2), evened(length, LABEL_LINES)));
  }

  /** The length of a line when a text is parted into lines, in whole characters. */
  private static int evened(int length, int lines) {
    int line = (length + lines - 1) / lines;
    return (line + 1) / 2 * 2;
  }

  /** The width of a text in halves of a Chinese character. */
  static int length(String text) {
    int longest = 0;
    for (String line : text.split("\\r?\\n")) {
      longest = Math.max(longest, line.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum());
    }
    return longest;
  }

  private static int width(int halves, int size) {
    return halves * size * 5 + PADDING;
  }

  private static int total(int[] halves, int size) {
    return Arrays.stream(halves).map(half -> width(half, size)).sum();
  }

  /** The least widths, and what is left of the page given to those that want more, then to all. */
  private static int[] widths(int[][] halves, int size, int room) {
    int count = halves[0].length;
    int[] widths = new int[count];
    int least = total(halves[0], size);
    long wish = 0;
    for (int i = 0; i < count; i++) {
      widths[i] = width(halves[0][i], size);
      wish += Math.max(0, width(halves[1][i], size) - widths[i]);
    }
    long spare = Math.max(0, room - least);
    long granted = Math.min(spare, wish);
    for (int i = 0; i < count && wish > 0; i++) {
      widths[i] += (int) (Math.max(0, width(halves[1][i], size) - widths[i]) * granted / wish);
    }
    int now = Arrays.stream(widths).sum();
    int used = 0;
    for (int i = 0; i < count; i++) {
      widths[i] = (int) ((long) widths[i] * room / now);
      used += widths[i];
    }
    widths[count - 1] += room - used;
    return widths;
  }

  /** The height of a line of letters. */
  int lineHeight() {
    return halfPoints * 10 * 5 / 4;
  }

  /** The height that a row needs, at least the given one. */
  int rowHeight(Row row, int atLeast) {
    int lines = 1;
    int column = 0;
    for (Cell cell : row.cells()) {
      int width = -PADDING;
      for (int i = 0; i < cell.columns(); i++) {
        width += widths[column + i];
      }
      column += cell.columns();
      int halves = Math.max(1, width / (halfPoints * 5));
      int own = 0;
      for (String line : cell.text().split("\\r?\\n")) {
        own += Math.max(1, (length(line) + cell.indent() * 2 + halves - 1) / halves);
      }
      lines = cell.opens() || cell.continued() ? lines : Math.max(lines, own);
    }
    return Math.max(atLeast, lines * lineHeight() + 40);
  }
}
