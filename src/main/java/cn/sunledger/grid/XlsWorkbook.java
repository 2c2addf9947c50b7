package cn.sunledger.grid;

import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads an .xls, or a WPS .et: values by EasyExcel, all else from its records. */
final class XlsWorkbook implements EasyExcelValues.Sink {
  private final Path file;
  private final List<SheetGrid> grids = new ArrayList<>();
  private XlsStructure structure;

  XlsWorkbook(Path file) {
    this.file = file;
  }

  /** The worksheets in the order of the workbook. */
  List<SheetGrid> grids() throws IOException {
    structure = XlsStructure.read(file);
    for (XlsStructure.Sheet sheet : structure.sheets()) {
      SheetGrid grid = new SheetGrid(sheet.name, sheet.index, sheet.hidden);
      sheet.merges.forEach(grid::put);
      sheet.hiddenRows.stream().forEach(grid::hideRow);
      sheet.hiddenColumns.stream().forEach(grid::hideColumn);
      sheet.remarks.tell(grid);
      grids.add(grid);
      tellResults(grids.size() - 1);
    }
    EasyExcelValues.read(file, FileKind.XLS, this);
    return grids.stream().sorted(Comparator.comparingInt(SheetGrid::index)).toList();
  }

  @Override
  public void number(int sheet, int row, int column, BigDecimal value) {
    XlsStructure.Cell cell = awaited(sheet, row, column);
    if (cell == null || !cell.number()) {
      return;
    }
    BigDecimal stored = Decimals.of(value.doubleValue());
    CellValue shown = structure.style(cell).format().value(stored, structure.date1904());
    boolean zeroHidden = structure.sheets().get(sheet).zerosHidden && stored.signum() == 0;
    if (zeroHidden && shown instanceof CellValue.Number number) {
      shown = new CellValue.Number(stored, number.shown(), number.percent(), "");
    }
    put(sheet, row, column, shown, cell);
  }

  @Override
  public void text(int sheet, int row, int column, String value) {
    XlsStructure.Cell cell = awaited(sheet, row, column);
    if (cell != null && !cell.number() && cell.text() == null && !value.isEmpty()) {
      put(sheet, row, column, new CellValue.Text(value), cell);
    }
  }

  /**
   * The cell that a value is for. EasyExcel also delivers the numbers that an embedded chart keeps
   * of its series, as if they stood in the sheet; they come after the cells and are left out.
   */
  private XlsStructure.Cell awaited(int sheet, int row, int column) {
    if (sheet >= grids.size() || grids.get(sheet).cell(row, column) != null) {
      return null;
    }
    return structure.sheets().get(sheet).cells.get(CellAddress.of(row, column));
  }

  /** What the records tell better than EasyExcel: errors, and the texts that formulas gave. */
  private void tellResults(int sheet) {
    structure
        .sheets()
        .get(sheet)
        .cells
        .forEach(
            (address, cell) -> {
              if (cell.text() != null) {
                CellValue value = new CellValue.Text(cell.text());
                put(sheet, CellAddress.row(address), CellAddress.column(address), value, cell);
              }
            });
  }

  private void put(int sheet, int row, int column, CellValue value, XlsStructure.Cell cell) {
    CellStyles.Style style = structure.style(cell);
    grids
        .get(sheet)
        .put(
            new GridCell(
                row, column, value, style.format().code(), style.indent(), cell.formula()));
  }
}
