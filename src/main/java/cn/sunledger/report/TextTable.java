package cn.sunledger.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text, aligned as a terminal shows it: an East Asian character takes two columns.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param columns its columns
   */
  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param title its header
   * @param number whether it stands flush right
   */
  public record Column(String title, boolean number) {
    /**
     * A column of texts.
     *
     * @param title its header
     */
    public static Column text(String title) {
      return new Column(title, false);
    }

    /**
     * A column of numbers.
     *
     * @param title its header
     */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * Adds a row.
   *
   * @param cells one text for each column
   */
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines: header, rule, rows; columns of numbers that hold nothing are left out. */
  public List<String> lines() {
    List<Integer> shown = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int index = column;
      if (!columns.get(column).number()
          || rows.stream().anyMatch(row -> !row.get(index).isEmpty())) {
        shown.add(column);
      }
    }
    List<String> titles = columns.stream().map(Column::title).toList();
    int[] widths = new int[columns.size()];
    for (int column : shown) {
      widths[column] = width(titles.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(titles, shown, widths));
    lines.add(rule(shown, widths));
    rows.forEach(row -> lines.add(line(row, shown, widths)));
    return lines;
  }

  private static String rule(List<Integer> shown, int[] widths) {
    List<String> dashes = shown.stream().map(column -> "-".repeat(widths[column])).toList();
    return String.join(GAP, dashes);
  }

  private String line(List<String> cells, List<Integer> shown, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int column : shown) {
      String cell = cells.get(column);
      String blanks = " ".repeat(widths[column] - width(cell));
      padded.add(columns.get(column).number() ? blanks + cell : cell + blanks);
    }
    return String.join(GAP, padded).stripTrailing();
  }

  /**
   * How many columns of a terminal a text takes.
   *
   * @param text one line
   */
  public static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        character >= 0x1100 && character <= 0x115F
            || character >= 0x2E80 && character <= 0x303E
            || character >= 0x3041 && character <= 0xA4CF
            || character >= 0xAC00 && character <= 0xD7A3
            || character >= 0xF900 && character <= 0xFAFF
            || character >= 0xFE30 && character <= 0xFE6F
            || character >= 0xFF00 && character <= 0xFF60
            || character >= 0xFFE0 && character <= 0xFFE6
            || character >= 0x1F300 && character <= 0x1FAFF
            || character >= 0x20000 && character <= 0x3FFFD;
    return wide ? 2 : 1;
  }
}
