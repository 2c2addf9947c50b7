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
      grids.add(grid);
    }
    EasyExcelValues.read(file, this);
    return grids.stream().sorted(Comparator.comparingInt(SheetGrid::index)).toList();
  }

  @Override
  public void number(int sheet, int row, int column, BigDecimal value) {
    if (sheet >= grids.size()) {
      return;
    }
    CellStyles.Style style = style(sheet, row, column);
    BigDecimal stored = Decimals.of(value.doubleValue());
    CellValue shown = style.format().value(stored, structure.date1904());
    if (structure.sheets().get(sheet).zerosHidden
        && stored.signum() == 0
        && shown instanceof CellValue.Number number) {
      shown = new CellValue.Number(stored, number.shown(), number.percent(), "");
    }
    put(sheet, row, column, shown, style);
  }

  @Override
  public void text(int sheet, int row, int column, String value) {
    if (sheet >= grids.size()) {
      return;
    }
    XlsStructure.Sheet owner = structure.sheets().get(sheet);
    long address = CellAddress.of(row, column);
    String text = owner.errors.getOrDefault(address, value);
    if (!text.isEmpty() || owner.formulas.containsKey(address)) {
      put(sheet, row, column, new CellValue.Text(text), style(sheet, row, column));
    }
  }

  private CellStyles.Style style(int sheet, int row, int column) {
    return structure.style(structure.sheets().get(sheet), CellAddress.of(row, column));
  }

  private void put(int sheet, int row, int column, CellValue value, CellStyles.Style style) {
    String formula =
        structure.sheets().get(sheet).formulas.getOrDefault(CellAddress.of(row, column), "");
    grids
        .get(sheet)
        .put(new GridCell(row, column, value, style.format().code(), style.indent(), formula));
  }
}
