package cn.sunledger.bulk;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Grids that a test has in memory, as .xlsx files written by POI. */
final class GridFile {
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<String, CellStyle> styles = new HashMap<>();

  private GridFile() {}

  static Path write(WorkbookGrid grid, Path file) throws IOException {
    GridFile written = new GridFile();
    try (XSSFWorkbook workbook = written.workbook;
        OutputStream out = Files.newOutputStream(file)) {
      for (SheetGrid sheet : grid.sheets()) {
        written.sheet(sheet);
      }
      workbook.write(out);
    }
    return file;
  }

  private void sheet(SheetGrid grid) {
    String name = WorkbookUtil.createSafeSheetName(grid.name());
    String free = workbook.getSheet(name) == null ? name : name + workbook.getNumberOfSheets();
    XSSFSheet sheet = workbook.createSheet(free);
    for (int r = 0; r < grid.rowCount(); r++) {
      Row row = sheet.createRow(r);
      for (GridCell cell : grid.row(r)) {
        Cell target = row.createCell(cell.column());
        target.setCellStyle(style(cell));
        if (cell.value() instanceof CellValue.Number number) {
          target.setCellValue(number.stored().doubleValue());
        } else {
          target.setCellValue(cell.value().text());
        }
      }
    }
    for (Merge merge : grid.merges()) {
      if (merge.firstRow() < merge.lastRow() || merge.firstColumn() < merge.lastColumn()) {
        sheet.addMergedRegionUnsafe(
            new CellRangeAddress(
                merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn()));
      }
    }
  }

  private CellStyle style(GridCell cell) {
    return styles.computeIfAbsent(
        cell.format() + "\n" + cell.indent(),
        key -> {
          CellStyle style = workbook.createCellStyle();
          style.setDataFormat(workbook.createDataFormat().getFormat(cell.format()));
          style.setIndention((short) cell.indent());
          return style;
        });
  }
}
