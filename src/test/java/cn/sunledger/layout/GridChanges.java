package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** Changes of a workbook that leave what it says the same. */
final class GridChanges {
  private GridChanges() {}

  /**
   * A changed workbook.
   *
   * @param grid the workbook
   * @param moved where a cell has gone
   */
  record Changed(WorkbookGrid grid, Function<CellRef, CellRef> moved) {
    static Changed nothing(WorkbookGrid grid) {
      return new Changed(grid, cell -> cell);
    }

    Changed then(Changed next) {
      return new Changed(next.grid, cell -> next.moved.apply(moved.apply(cell)));
    }
  }

  /** One kind of change. */
  interface Change {
    Changed apply(WorkbookGrid grid, Random random);
  }

  /** Moves every table down and to the right. */
  static Changed move(WorkbookGrid grid, Random random) {
    int down = random.nextInt(5);
    int right = random.nextInt(4);
    return shift(grid, sheet -> row -> row + down, sheet -> column -> column + right);
  }

  /** Inserts blank rows anywhere. */
  static Changed blankRows(WorkbookGrid grid, Random random) {
    Map<String, Integer> at = new HashMap<>();
    grid.sheets().forEach(s -> at.put(s.name(), random.nextInt(Math.max(1, s.rowCount()))));
    int count = 1 + random.nextInt(2);
    return shift(
        grid,
        sheet -> row -> row >= at.get(sheet) ? row + count : row,
        sheet -> IntUnaryOperator.identity());
  }

  /** Inserts a blank column anywhere. */
  static Changed blankColumns(WorkbookGrid grid, Random random) {
    Map<String, Integer> at = new HashMap<>();
    grid.sheets().forEach(s -> at.put(s.name(), random.nextInt(Math.max(1, s.columnCount()))));
    return shift(
        grid,
        sheet -> IntUnaryOperator.identity(),
        sheet -> column -> column >= at.get(sheet) ? column + 1 : column);
  }

  private static Changed shift(
      WorkbookGrid grid,
      Function<String, IntUnaryOperator> rows,
      Function<String, IntUnaryOperator> columns) {
    List<SheetGrid> sheets = new ArrayList<>();
    for (SheetGrid sheet : grid.sheets()) {
      IntUnaryOperator row = rows.apply(sheet.name());
      IntUnaryOperator column = columns.apply(sheet.name());
      SheetGrid moved = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
      for (GridCell cell : cells(sheet)) {
        moved.put(
            new GridCell(
                row.applyAsInt(cell.row()),
                column.applyAsInt(cell.column()),
                cell.value(),
                cell.format(),
                cell.indent(),
                cell.formula()));
      }
      for (Merge merge : sheet.merges()) {
        moved.put(
            new Merge(
                row.applyAsInt(merge.firstRow()),
                column.applyAsInt(merge.firstColumn()),
                row.applyAsInt(merge.lastRow()),
                column.applyAsInt(merge.lastColumn())));
      }
      sheets.add(moved);
    }
    return new Changed(
        new WorkbookGrid(grid.file(), sheets),
        cell ->
            new CellRef(
                cell.sheet(),
                rows.apply(cell.sheet()).applyAsInt(cell.row()),
                columns.apply(cell.sheet()).applyAsInt(cell.column())));
  }

  /** Takes some of the merges of headers apart; forms are left alone. */
  static Changed splitHeaders(WorkbookGrid grid, Random random) {
    return remerge(
        grid,
        (sheet, header) ->
            sheet.merges().stream()
                .filter(merge -> !header.contains(merge.firstRow()) || random.nextInt(3) == 0)
                .toList());
  }

  /** Merges header labels with the blank places below them. */
  static Changed mergeHeaders(WorkbookGrid grid, Random random) {
    return remerge(
        grid,
        (sheet, header) -> {
          List<Merge> merges = new ArrayList<>(sheet.merges());
          for (GridCell cell : cells(sheet)) {
            int last = cell.row();
            while (header.contains(last + 1) && free(sheet, merges, last + 1, cell.column())) {
              last++;
            }
            boolean alone = merges.stream().noneMatch(m -> m.contains(cell.row(), cell.column()));
            if (header.contains(cell.row()) && alone && last > cell.row() && random.nextBoolean()) {
              merges.add(new Merge(cell.row(), cell.column(), last, cell.column()));
            }
          }
          return merges;
        });
  }

  /** Takes all merges apart: their texts stand in their first places alone. */
  static Changed unmerge(WorkbookGrid grid, Random random) {
    return remerge(grid, (sheet, header) -> List.of());
  }

  /** Takes all merges apart and writes their texts in every place, as conversions of pages do. */
  static Changed writeOut(WorkbookGrid grid, Random random) {
    List<SheetGrid> sheets = new ArrayList<>();
    for (SheetGrid sheet : grid.sheets()) {
      SheetGrid other = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
      cells(sheet).forEach(other::put);
      for (Merge merge : sheet.merges()) {
        GridCell cell = sheet.cell(merge.firstRow(), merge.firstColumn());
        for (int r = merge.firstRow(); cell != null && r <= merge.lastRow(); r++) {
          for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
            other.put(new GridCell(r, c, cell.value(), cell.format(), cell.indent(), ""));
          }
        }
      }
      sheets.add(other);
    }
    return new Changed(new WorkbookGrid(grid.file(), sheets), cell -> cell);
  }

  private static boolean free(SheetGrid sheet, List<Merge> merges, int row, int column) {
    return sheet.cell(row, column) == null
        && merges.stream().noneMatch(merge -> merge.contains(row, column));
  }

  private interface Remerge {
    List<Merge> merges(SheetGrid sheet, Set<Integer> header);
  }

  private static Changed remerge(WorkbookGrid grid, Remerge change) {
    List<SheetGrid> sheets = new ArrayList<>();
    for (SheetGrid sheet : grid.sheets()) {
      SheetGrid other = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
      cells(sheet).forEach(other::put);
      change.merges(sheet, headerRows(sheet)).forEach(other::put);
      sheets.add(other);
    }
    return new Changed(new WorkbookGrid(grid.file(), sheets), cell -> cell);
  }

  /** The rows of the headers of a sheet's tables. */
  private static Set<Integer> headerRows(SheetGrid sheet) {
    Set<Integer> rows = new HashSet<>();
    for (Region region : RegionSplitter.split(Area.of(sheet, new Words()))) {
      if (!region.isForm()) {
        rows.addAll(region.header().rows());
      }
    }
    return rows;
  }

  /** Breaks texts with line ends and blanks of every width, but for numbers and indentation. */
  static Changed wrap(WorkbookGrid grid, Random random) {
    String[] breaks = {"\n", " ", "　", "\n\n", "\u00a0"};
    return retext(
        grid,
        cell -> {
          String text = cell.value().text();
          int from = text.length() - text.stripLeading().length() + 1;
          boolean plain = cell.value() instanceof CellValue.Number || isNumeric(text);
          if (plain || text.length() <= from + 1 || random.nextInt(3) > 0) {
            return cell.value();
          }
          int at = from + random.nextInt(text.length() - from);
          String broken = breaks[random.nextInt(breaks.length)];
          return new CellValue.Text(text.substring(0, at) + broken + text.substring(at));
        });
  }

  private static boolean isNumeric(String text) {
    return NumberText.parse(text).isPresent();
  }

  /** Shuffles the sheets. */
  static Changed reorder(WorkbookGrid grid, Random random) {
    List<SheetGrid> sheets = new ArrayList<>(grid.sheets());
    Collections.shuffle(sheets, random);
    return new Changed(new WorkbookGrid(grid.file(), sheets), cell -> cell);
  }

  /** Names the sheets Sheet1, Sheet2 … */
  static Changed rename(WorkbookGrid grid, Random random) {
    Map<String, String> names = new HashMap<>();
    List<SheetGrid> sheets = new ArrayList<>();
    for (SheetGrid sheet : grid.sheets()) {
      String name = "Sheet" + (sheets.size() + 1);
      names.put(sheet.name(), name);
      SheetGrid other = new SheetGrid(name, sheet.index(), sheet.hidden());
      cells(sheet).forEach(other::put);
      sheet.merges().forEach(other::put);
      sheets.add(other);
    }
    return new Changed(
        new WorkbookGrid(grid.file(), sheets),
        cell -> new CellRef(names.get(cell.sheet()), cell.row(), cell.column()));
  }

  /** Turns numbers into texts, with separators, of full width, with blanks behind. */
  static Changed textNumbers(WorkbookGrid grid, Random random) {
    return retext(
        grid,
        cell -> {
          if (!(cell.value() instanceof CellValue.Number number) || random.nextInt(3) == 0) {
            return cell.value();
          }
          String plain = number.shown().toPlainString() + (number.percent() ? "%" : "");
          return new CellValue.Text(printed(plain, random));
        });
  }

  private static String printed(String plain, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> plain + " ";
      case 1 -> plain.chars().mapToObj(GridChanges::wide).reduce("", String::concat);
      case 2 -> plain.replaceFirst("^-", "\u2212");
      case 3 -> plain.matches("[0-9]{4,6}\\.[0-9]+%?") ? separated(plain) : plain;
      default -> plain;
    };
  }

  private static String wide(int c) {
    return String.valueOf(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : (char) c);
  }

  private static String separated(String plain) {
    int point = plain.indexOf('.');
    return plain.substring(0, point - 3) + "," + plain.substring(point - 3);
  }

  static Changed retext(WorkbookGrid grid, Function<GridCell, CellValue> change) {
    List<SheetGrid> sheets = new ArrayList<>();
    for (SheetGrid sheet : grid.sheets()) {
      SheetGrid other = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
      for (GridCell cell : cells(sheet)) {
        other.put(
            new GridCell(
                cell.row(),
                cell.column(),
                change.apply(cell),
                cell.format(),
                cell.indent(),
                cell.formula()));
      }
      sheet.merges().forEach(other::put);
      sheets.add(other);
    }
    return new Changed(new WorkbookGrid(grid.file(), sheets), cell -> cell);
  }

  static List<GridCell> cells(SheetGrid sheet) {
    List<GridCell> cells = new ArrayList<>();
    for (int r = 0; r < sheet.rowCount(); r++) {
      cells.addAll(sheet.row(r));
    }
    return cells;
  }
}
