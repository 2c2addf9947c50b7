package cn.sunledger.check;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What a person does to a workbook by hand: other figures, other text, a row more or less. */
final class GridEdit {
  private GridEdit() {}

  /** Other figures in some cells, blank ones among them. */
  static WorkbookGrid figures(WorkbookGrid grid, Map<CellRef, BigDecimal> values) {
    WorkbookGrid changed =
        cells(
            grid,
            (sheet, cell) -> {
              BigDecimal value = values.get(new CellRef(sheet, cell.row(), cell.column()));
              return value == null ? cell.value() : figure(cell.value(), value);
            });
    for (SheetGrid sheet : changed.sheets()) {
      values.forEach(
          (at, value) -> {
            if (at.sheet().equals(sheet.name()) && sheet.cell(at.row(), at.column()) == null) {
              CellValue number = new CellValue.Number(value, value, false, value.toPlainString());
              sheet.put(new GridCell(at.row(), at.column(), number, "General", 0, ""));
            }
          });
    }
    return changed;
  }

  private static CellValue figure(CellValue old, BigDecimal value) {
    if (old instanceof CellValue.Number number) {
      return new CellValue.Number(value, value, number.percent(), value.toPlainString());
    }
    return new CellValue.Text(value.toPlainString());
  }

  /** Other text in one cell. */
  static WorkbookGrid text(WorkbookGrid grid, CellRef where, String text) {
    return cells(
        grid,
        (sheet, cell) ->
            new CellRef(sheet, cell.row(), cell.column()).equals(where)
                ? new CellValue.Text(text)
                : cell.value());
  }

  /** Without a row; those below move up. */
  static WorkbookGrid without(WorkbookGrid grid, String sheet, int gone) {
    return rows(
        grid,
        sheet,
        row -> row == gone ? List.of() : List.of(row > gone ? row - 1 : row),
        row -> row >= gone ? row - 1 : row,
        gone);
  }

  /** With a row twice; those below move down. */
  static WorkbookGrid doubled(WorkbookGrid grid, String sheet, int twice) {
    return rows(
        grid,
        sheet,
        row -> row == twice ? List.of(row, row + 1) : List.of(row > twice ? row + 1 : row),
        row -> row >= twice ? row + 1 : row,
        -1);
  }

  private interface Change {
    CellValue apply(String sheet, GridCell cell);
  }

  private static WorkbookGrid cells(WorkbookGrid grid, Change change) {
    return new WorkbookGrid(
        grid.file(),
        grid.sheets().stream()
            .map(
                sheet -> {
                  SheetGrid copy = empty(sheet);
                  for (int row = 0; row < sheet.rowCount(); row++) {
                    for (GridCell cell : sheet.row(row)) {
                      copy.put(
                          new GridCell(
                              cell.row(),
                              cell.column(),
                              change.apply(sheet.name(), cell),
                              cell.format(),
                              cell.indent(),
                              cell.formula()));
                    }
                  }
                  sheet.merges().forEach(copy::put);
                  return copy;
                })
            .toList());
  }

  /** Merges end where their last row goes; one of the dropped row alone goes with it. */
  private static WorkbookGrid rows(
      WorkbookGrid grid,
      String name,
      IntFunction<List<Integer>> places,
      Function<Integer, Integer> end,
      int gone) {
    return new WorkbookGrid(
        grid.file(),
        grid.sheets().stream()
            .map(
                sheet -> {
                  if (!sheet.name().equals(name)) {
                    return sheet;
                  }
                  SheetGrid copy = empty(sheet);
                  for (int row = 0; row < sheet.rowCount(); row++) {
                    for (int to : places.apply(row)) {
                      sheet.row(row).forEach(cell -> copy.put(at(cell, to)));
                    }
                  }
                  for (Merge merge : sheet.merges()) {
                    boolean one = merge.firstRow() == merge.lastRow();
                    if (!one) {
                      int first =
                          merge.firstRow() == gone ? gone : places.apply(merge.firstRow()).get(0);
                      put(copy, merge, first, end.apply(merge.lastRow()));
                    } else {
                      places.apply(merge.firstRow()).forEach(to -> put(copy, merge, to, to));
                    }
                  }
                  return copy;
                })
            .toList());
  }

  private static void put(SheetGrid sheet, Merge merge, int first, int last) {
    if (first < last || merge.firstColumn() < merge.lastColumn()) {
      sheet.put(new Merge(first, merge.firstColumn(), last, merge.lastColumn()));
    }
  }

  private static GridCell at(GridCell cell, int row) {
    return new GridCell(
        row, cell.column(), cell.value(), cell.format(), cell.indent(), cell.formula());
  }

  private static SheetGrid empty(SheetGrid sheet) {
    SheetGrid copy = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
    for (int row = 0; row < sheet.rowCount(); row++) {
      if (sheet.rowHidden(row)) {
        copy.hideRow(row);
      }
    }
    for (int column = 0; column < sheet.columnCount(); column++) {
      if (sheet.columnHidden(column)) {
        copy.hideColumn(column);
      }
    }
    return copy;
  }
}
