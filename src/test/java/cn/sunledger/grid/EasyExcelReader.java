package cn.sunledger.grid;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same workbook by EasyExcel, as a second reader of .xlsx. */
final class EasyExcelReader {
  private EasyExcelReader() {}

  /**
   * Values by sheet and address.
   *
   * @param sheets the names of the worksheets, since EasyExcel counts them
   */
  static ReadCells values(Path file, List<String> sheets) throws WorkbookFault {
    Map<String, String> cells = new TreeMap<>();
    EasyExcelValues.read(
        file,
        FileKind.XLSX,
        new EasyExcelValues.Sink() {
          @Override
          public void number(int sheet, int row, int column, BigDecimal value) {
            String number = Decimals.of(value.doubleValue()).toPlainString();
            ReadCells.put(cells, sheets.get(sheet), row, column, ReadCells.NUMBER + number);
          }

          @Override
          public void text(int sheet, int row, int column, String value) {
            ReadCells.put(cells, sheets.get(sheet), row, column, value);
          }
        });
    return new ReadCells(cells);
  }
}
