package cn.sunledger.export;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

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
   * Begins a sheet, whose rows are then given from top to bottom.
   *
   * @param rows rows down to the last cell
   * @param columns columns up to the last cell
   * @param cells about how many cells there are, which decides whether records are filled up
   * @param out where the sheet goes
   * @throws IOException where the writer fails
   */
  public Rows begin(int rows, int columns, long cells, Appendable out) throws IOException {
    return new Rows(new CsvRows(out, options), columns, filled(rows, columns, cells));
  }

  /**
   * Writes a sheet that is held whole.
   *
   * @param sheet the sheet
   * @param out where it goes
   * @return what was written
   * @throws IOException where the writer fails
   */
  public Rows write(SheetGrid sheet, Appendable out) throws IOException {
    Rows rows = begin(sheet.rowCount(), sheet.columnCount(), sheet.cellCount(), out);
    for (int row = 0; row < sheet.rowCount(); row++) {
      rows.row(row, sheet.row(row));
    }
    return rows;
  }

  /** Whether every record gets as many fields as the sheet has columns. */
  private static boolean filled(int rows, int columns, long cells) {
    long area = (long) rows * columns;
    return area <= FILL_UP_TO || area <= cells * FILL_PER_CELL;
  }

  /** The rows of one sheet as they are written. */
  public static final class Rows {
    private final CsvRows csv;
    private final int columns;
    private final boolean fill;
    private int next;

    private Rows(CsvRows csv, int columns, boolean fill) {
      this.csv = csv;
      this.columns = columns;
      this.fill = fill;
    }

    /**
     * Writes a row, and the blank ones above it that were not given.
     *
     * @param row zero-based row, behind the one before
     * @param cells its cells from left to right
     * @throws IOException where the writer fails
     */
    public void row(int row, List<GridCell> cells) throws IOException {
      for (; next < row; next++) {
        record(List.of());
      }
      record(cells);
      next++;
    }

    private void record(List<GridCell> cells) throws IOException {
      int column = 0;
      for (GridCell cell : cells) {
        for (; column < cell.column(); column++) {
          csv.value("");
        }
        if (cell.value() instanceof CellValue.Number number) {
          csv.value(stored(number.stored()));
        } else {
          csv.text(cell.value().text());
        }
        column++;
      }
      if (column == 0 && (!fill || columns == 1)) {
        csv.onlyBlank();
        column = 1;
      }
      for (; fill && column < columns; column++) {
        csv.value("");
      }
      csv.endRecord();
    }

    /** Whether all records have the same length. */
    public boolean filled() {
      return fill;
    }
  }

  private static String stored(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST_PLAIN_EXPONENT
        ? number.toString()
        : number.toPlainString();
  }
}
