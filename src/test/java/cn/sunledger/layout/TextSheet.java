package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sheet as text: one row a line, cells between {@code |}. {@code <} belongs to the cell on its
 * left, {@code ^} to the one above, {@code _} begins a blank merge, {@code ␣} is a blank, {@code ⏎}
 * a line break, {@code '} in front keeps a number a text, {@code =A1+B1 => 3.00} is a formula with
 * its result.
 *
 * @param name the sheet's name
 * @param hidden whether it is hidden
 * @param hiddenRows zero-based rows
 * @param hiddenColumns zero-based columns
 * @param cells the cells that hold something
 * @param merges the merged regions
 */
record TextSheet(
    String name,
    boolean hidden,
    List<Integer> hiddenRows,
    List<Integer> hiddenColumns,
    List<Cell> cells,
    List<Merge> merges) {
  private static final Pattern NUMBER =
      Pattern.compile("(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)(%?)");
  private static final Pattern FORMULA = Pattern.compile("=(.+?)(?: => (.*))?");

  /**
   * One cell.
   *
   * @param row zero-based row
   * @param column zero-based column
   * @param text as printed
   * @param number the number shown, null for a text
   * @param percent whether the number is a percentage
   * @param formula the formula, null where none stands there
   */
  record Cell(
      int row, int column, String text, BigDecimal number, boolean percent, String formula) {
    static Cell of(int row, int column, String printed) {
      String text = printed.replace('␣', ' ').replace('⏎', '\n');
      Matcher formula = FORMULA.matcher(text);
      if (formula.matches()) {
        String result = formula.group(2) == null ? "" : formula.group(2);
        Cell plain = plain(row, column, result);
        return new Cell(row, column, result, plain.number, plain.percent, formula.group(1));
      }
      return text.startsWith("'")
          ? new Cell(row, column, text.substring(1), null, false, null)
          : plain(row, column, text);
    }

    private static Cell plain(int row, int column, String text) {
      Matcher number = NUMBER.matcher(text);
      return number.matches()
          ? new Cell(
              row,
              column,
              text,
              new BigDecimal(number.group(1).replace(",", "")),
              !number.group(2).isEmpty(),
              null)
          : new Cell(row, column, text, null, false, null);
    }

    BigDecimal stored() {
      return percent ? number.movePointLeft(2) : number;
    }

    /** The number format that prints the number as the text has it. */
    String format() {
      if (number == null) {
        return "General";
      }
      String whole = text.contains(",") ? "#,##0" : "0";
      String part = number.scale() > 0 ? "." + "0".repeat(number.scale()) : "";
      return whole + part + (percent ? "%" : "");
    }

    CellValue value() {
      return number == null
          ? new CellValue.Text(text)
          : new CellValue.Number(stored(), number, percent, text);
    }
  }

  static TextSheet parse(
      String name,
      boolean hidden,
      List<Integer> hiddenRows,
      List<Integer> hiddenColumns,
      List<String> lines) {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\\|", -1);
      for (int c = 0; c < parts.length; c++) {
        parts[c] = parts[c].strip();
      }
      rows.add(parts);
    }
    List<Cell> cells = new ArrayList<>();
    List<Merge> merges = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).length; c++) {
        String text = at(rows, r, c);
        if (text.equals("<") || text.equals("^")) {
          continue;
        }
        if (!text.isEmpty() && !text.equals("_")) {
          cells.add(Cell.of(r, c, text));
        }
        int right = c;
        while (at(rows, r, right + 1).equals("<")) {
          right++;
        }
        int bottom = r;
        while (at(rows, bottom + 1, c).equals("^")) {
          bottom++;
        }
        if (right > c || bottom > r) {
          merges.add(new Merge(r, c, bottom, right));
        }
      }
    }
    return new TextSheet(name, hidden, hiddenRows, hiddenColumns, cells, merges);
  }

  private static String at(List<String[]> rows, int r, int c) {
    return r < rows.size() && c < rows.get(r).length ? rows.get(r)[c] : "";
  }

  /** The sheet as the reader would give it. */
  SheetGrid grid(int index) {
    SheetGrid grid = new SheetGrid(name, index, hidden);
    for (Cell cell : cells) {
      grid.put(
          new GridCell(
              cell.row,
              cell.column,
              cell.value(),
              cell.format(),
              0,
              cell.formula == null ? "" : cell.formula));
    }
    cells.stream()
        .filter(cell -> cell.formula != null && cell.text.isEmpty())
        .map(cell -> CellRef.columnName(cell.column) + (cell.row + 1))
        .forEach(a1 -> grid.remark(a1 + " 的公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后重试。"));
    merges.forEach(grid::put);
    hiddenRows.forEach(grid::hideRow);
    hiddenColumns.forEach(grid::hideColumn);
    return grid;
  }
}
