package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form written down as text: the sheets as a person sees them, and under each what a person reads
 * there. How to write one stands in {@code forms/README.md}.
 */
final class FormFile {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");
  private static final Pattern SHEET =
      Pattern.compile("== (.+?)(?: text=([A-Z,]+))?(?: at=([A-Z]+)(\\d+))?( hidden)?");
  private static final char LEFT = '<';
  private static final char ABOVE = '^';

  private final String name;
  private String file;
  private final List<SheetGrid> sheets = new ArrayList<>();
  private final List<FormExpectation> tables = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  private FormFile(String name) {
    this.name = name;
    this.file = name + ".xlsx";
  }

  /** Reads a form. */
  static FormFile parse(String name, List<String> lines) {
    FormFile form = new FormFile(name);
    SheetText sheet = null;
    FormExpectation table = null;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher start = SHEET.matcher(line);
      if (line.startsWith("file:")) {
        form.file = line.substring("file:".length()).strip();
      } else if (start.matches()) {
        form.close(sheet);
        sheet = new SheetText(form.sheets.size(), start);
        table = null;
      } else if (line.startsWith("-- left")) {
        form.left.add(sheet.name);
      } else if (line.startsWith("--")) {
        table = new FormExpectation(sheet.name, table(form.tables));
        form.tables.add(table);
      } else if (table != null) {
        table.add(line);
      } else {
        sheet.row(line);
      }
    }
    form.close(sheet);
    return form;
  }

  private static FormExpectation table(List<FormExpectation> before) {
    return before.isEmpty() ? null : before.get(before.size() - 1);
  }

  private void close(SheetText sheet) {
    if (sheet != null) {
      sheets.add(sheet.grid());
    }
  }

  WorkbookGrid workbook() {
    return new WorkbookGrid(file, sheets);
  }

  List<FormExpectation> tables() {
    return tables;
  }

  /** Names of the sheets that hold no table. */
  List<String> left() {
    return left;
  }

  SheetGrid sheet(String sheet) {
    return sheets.stream().filter(grid -> grid.name().equals(sheet)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The value of a cell as written: numbers plain, texts behind an apostrophe where they look so.
   */
  static CellValue value(String written, boolean textColumn) {
    String text = written.replace("\\n", "\n");
    if (text.isBlank()) {
      return new CellValue.Blank();
    }
    if (text.startsWith("'")) {
      return new CellValue.Text(text.substring(1).replace('_', ' '));
    }
    if (textColumn || !NUMBER.matcher(text).matches()) {
      return new CellValue.Text(text.replace('_', ' '));
    }
    boolean percent = text.endsWith("%");
    BigDecimal shown = new BigDecimal(text.replace(",", "").replace("%", ""));
    return new CellValue.Number(percent ? shown.movePointLeft(2) : shown, shown, percent, text);
  }

  static int columnIndex(String letters) {
    int index = 0;
    for (char c : letters.toCharArray()) {
      index = index * 26 + c - 'A' + 1;
    }
    return index - 1;
  }

  /** A sheet while it is read. */
  private static final class SheetText {
    private final String name;
    private final int index;
    private final boolean hidden;
    private final List<Integer> textColumns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final int top;
    private final int left;

    private SheetText(int index, Matcher start) {
      this.name = start.group(1);
      this.index = index;
      if (start.group(2) != null) {
        for (String column : start.group(2).split(",")) {
          textColumns.add(columnIndex(column));
        }
      }
      this.left = start.group(3) == null ? 0 : columnIndex(start.group(3));
      this.top = start.group(4) == null ? 0 : Integer.parseInt(start.group(4)) - 1;
      this.hidden = start.group(5) != null;
    }

    private void row(String line) {
      if (line.equals(".")) {
        rows.add(new String[0]);
        return;
      }
      String[] cells = line.split("\\|", -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      rows.add(cells);
    }

    private SheetGrid grid() {
      SheetGrid grid = new SheetGrid(name, index, hidden);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).length; c++) {
          String text = rows.get(r)[c];
          if (isJoined(r, c)) {
            continue;
          }
          int column = left + c;
          CellValue value = value(text, textColumns.contains(column));
          if (!(value instanceof CellValue.Blank)) {
            grid.put(new GridCell(top + r, column, value, "General", 0, ""));
          }
          merge(grid, r, c);
        }
      }
      return grid;
    }

    private boolean isJoined(int r, int c) {
      String text = at(r, c);
      return text.length() == 1 && (text.charAt(0) == LEFT || text.charAt(0) == ABOVE);
    }

    private String at(int r, int c) {
      return r < rows.size() && c < rows.get(r).length ? rows.get(r)[c] : "";
    }

    private void merge(SheetGrid grid, int r, int c) {
      int right = c;
      while (at(r, right + 1).equals(String.valueOf(LEFT))) {
        right++;
      }
      int bottom = r;
      while (at(bottom + 1, c).equals(String.valueOf(ABOVE))) {
        bottom++;
      }
      if (right > c || bottom > r) {
        grid.put(new Merge(top + r, left + c, top + bottom, left + right));
      }
    }
  }
}
