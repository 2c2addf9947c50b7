package cn.sunledger.export;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A raw sheet as CSV: row by row and column by column as in the sheet, numbers as the file stores
 * them, texts as they are.
 */
public final class SheetCsv {
  /**
   * Beyond this many cells a sheet that is nearly empty is not filled up with blanks: one stray
   * cell in the last row and column would make 17 GB of commas.
   */
  private static final long FILL_UP_TO = 5_000_000L;

  private static final long FILL_PER_CELL = 50L;

  /** A double reaches 1E308; what claims to be longer is kept in scientific notation. */
  private static final int LONGEST_PLAIN_EXPONENT = 400;

  private final CsvOptions options;

  /**
   * With options.
   *
   * @param options how CSV is written
   */
  public SheetCsv(CsvOptions options) {
    this.options = options;
  }

  /**
   * How large a sheet is.
   *
   * @param rows rows down to the last cell that is not blank
   * @param columns columns up to the last cell that is not blank
   * @param cells cells that are not blank
   * @param numbers cells that hold a number
   */
  public record Size(int rows, int columns, long cells, long numbers) {
    /**
     * Of a sheet.
     *
     * @param sheet the sheet
     */
    public static Size of(SheetGrid sheet) {
      long cells = 0;
      long numbers = 0;
      for (int row = 0; row < sheet.rowCount(); row++) {
        for (GridCell cell : sheet.row(row)) {
          cells++;
          numbers += cell.value() instanceof CellValue.Number ? 1 : 0;
        }
      }
      return new Size(sheet.rowCount(), sheet.columnCount(), cells, numbers);
    }

    /** Whether every record gets as many fields as the sheet has columns. */
    public boolean filled() {
      long area = (long) rows * columns;
      return area <= FILL_UP_TO || area <= cells * FILL_PER_CELL;
    }
  }

  /**
   * Writes a sheet.
   *
   * @param sheet the sheet
   * @param size its size
   * @param out where it goes
   * @throws IOException where the writer fails
   */
  public void write(SheetGrid sheet, Size size, Appendable out) throws IOException {
    boolean fill = size.filled();
    CsvRows rows = new CsvRows(out, options);
    for (int row = 0; row < size.rows(); row++) {
      int column = cells(sheet, row, rows);
      if (column == 0 && (!fill || size.columns() == 1)) {
        rows.onlyBlank();
        column = 1;
      }
      for (; fill && column < size.columns(); column++) {
        rows.value("");
      }
      rows.endRecord();
    }
  }

  private static int cells(SheetGrid sheet, int row, CsvRows rows) throws IOException {
    int column = 0;
    for (GridCell cell : sheet.row(row)) {
      for (; column < cell.column(); column++) {
        rows.value("");
      }
      if (cell.value() instanceof CellValue.Number number) {
        rows.value(stored(number.stored()));
      } else {
        rows.text(cell.value().text());
      }
      column++;
    }
    return column;
  }

  private static String stored(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_PLAIN_EXPONENT
        ? number.toString()
        : number.toPlainString();
  }
}
