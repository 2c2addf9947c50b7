package cn.sunledger.samples;

import java.util.Arrays;
import org.apache.poi.ss.util.CellRangeAddress;

/** Column widths and row heights that show every text of a grid. */
final class SheetMeasure {
  /** The size in points of the font whose digit is the unit of column widths. */
  static final int STANDARD_SIZE = 11;

  private static final int MANY_COLUMNS = 10;
  private static final int MOST_LINES = 26;
  private static final int HEADER_LINES = 3;
  private static final int NARROWEST = 5;
  private static final int WIDE_ENOUGH = 104;
  private static final int HIGHEST_ROW = 405;
  private static final int LOWEST_ROW = 18;

  private final SampleGrid grid;
  private final Look look;
  private final double[] widths;
  private final double[] heights;

  SheetMeasure(SampleGrid grid, Look look) {
    this.grid = grid;
    this.look = look;
    this.widths = new double[grid.width()];
    this.heights = new double[grid.rows().size()];
    measureColumns();
    measureRows();
  }

  /** A column's width in digits of the standard font. */
  double width(int column) {
    return widths[column];
  }

  /** A row's height in points. */
  double height(int row) {
    return heights[row];
  }

  private void measureColumns() {
    Arrays.fill(widths, NARROWEST);
    for (int row = grid.tableTop(); row <= grid.tableBottom(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        CellRangeAddress merge = grid.merge(row, column);
        if (merge == null || merge.getFirstColumn() == merge.getLastColumn()) {
          widths[column] = Math.max(widths[column], wanted(row, column));
        }
      }
    }
    for (CellRangeAddress merge : grid.merges()) {
      if (merge.getFirstRow() >= grid.tableTop() && merge.getLastRow() <= grid.tableBottom()) {
        widenUnder(merge);
      }
    }
    double total = Arrays.stream(widths).sum();
    double factor = Math.min(1.7, WIDE_ENOUGH / total);
    if (factor > 1) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] *= factor;
      }
    }
  }

  private void widenUnder(CellRangeAddress merge) {
    double have = widthOf(merge);
    double want = wanted(merge.getFirstRow(), merge.getFirstColumn());
    if (want > have) {
      for (int column = merge.getFirstColumn(); column <= merge.getLastColumn(); column++) {
        widths[column] *= want / have;
      }
    }
  }

  private double wanted(int row, int column) {
    double printed = digits(grid.text(row, column));
    if (grid.isNumber(row, column)) {
      return printed * 1.1 + 2;
    }
    if (!grid.isForm() && row < grid.firstDataRow()) {
      return Math.max(
          printed / HEADER_LINES + 2, Math.min(printed + 2, grid.width() > MANY_COLUMNS ? 9 : 15));
    }
    boolean wide = grid.width() > MANY_COLUMNS;
    double widest = grid.isForm() ? 16 : wide ? 28 : 46;
    if (printed > 3 * widest) {
      return Math.max(printed / MOST_LINES, Math.min(printed / 8, wide ? 18 : 30));
    }
    return Math.min(longestLine(row, column) + 2, widest);
  }

  private double longestLine(int row, int column) {
    return Arrays.stream(grid.text(row, column).split("\n"))
        .mapToDouble(this::digits)
        .max()
        .orElse(0);
  }

  private void measureRows() {
    double lineHeight = look.bodySize() * 1.38;
    for (int row = 0; row < heights.length; row++) {
      heights[row] = LOWEST_ROW;
      for (int column = 0; column < grid.width(); column++) {
        CellRangeAddress merge = grid.merge(row, column);
        boolean inTable = row >= grid.tableTop();
        if (inTable && (merge == null || merge.getFirstRow() == merge.getLastRow())) {
          heights[row] = Math.max(heights[row], lines(row, column) * lineHeight + 5);
        }
      }
      heights[row] = Math.min(heights[row], HIGHEST_ROW);
      if (!grid.title().isEmpty() && grid.rows().get(row).contains(grid.title())) {
        heights[row] = look.titleSize() * 2.0;
      }
    }
    for (CellRangeAddress merge : grid.merges()) {
      heightenBeside(merge, lineHeight);
    }
  }

  private void heightenBeside(CellRangeAddress merge, double lineHeight) {
    if (merge.getFirstRow() == merge.getLastRow() || merge.getFirstRow() < grid.tableTop()) {
      return;
    }
    double have = 0;
    for (int row = merge.getFirstRow(); row <= merge.getLastRow(); row++) {
      have += heights[row];
    }
    double want = lines(merge.getFirstRow(), merge.getFirstColumn()) * lineHeight + 5;
    for (int row = merge.getFirstRow(); row <= merge.getLastRow() && want > have; row++) {
      heights[row] = Math.min(HIGHEST_ROW, heights[row] * want / have);
    }
  }

  private double lines(int row, int column) {
    CellRangeAddress merge = grid.merge(row, column);
    boolean covered =
        merge != null && (merge.getFirstRow() != row || merge.getFirstColumn() != column);
    if (covered || grid.text(row, column).isEmpty()) {
      return 0;
    }
    double room = (merge == null ? widths[column] : widthOf(merge)) - 1.2;
    return Arrays.stream(grid.text(row, column).split("\n"))
        .mapToDouble(line -> Math.max(1, Math.ceil(digits(line) / room)))
        .sum();
  }

  private double widthOf(CellRangeAddress merge) {
    double sum = 0;
    for (int column = merge.getFirstColumn(); column <= merge.getLastColumn(); column++) {
      sum += widths[column];
    }
    return sum;
  }

  /** A text's width in digits of the standard font. */
  private double digits(String text) {
    double halves = text.chars().mapToDouble(c -> c < 0x2000 ? 1 : 2).sum();
    return halves * look.bodySize() / STANDARD_SIZE * 1.06;
  }
}
