package cn.sunledger.export;

import java.io.IOException;
import java.util.List;

/** failures.csv: the files that could not be converted. */
public final class FailuresCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS = List.of("file", "reason", "remedy");

  private final CsvRows rows;

  /**
   * Starts with the header row.
   *
   * @param out where the rows go
   * @param options how they are written
   * @throws IOException where the writer fails
   */
  public FailuresCsv(Appendable out, CsvOptions options) throws IOException {
    this.rows = new CsvRows(out, options);
    rows.plain(COLUMNS);
  }

  /**
   * One file.
   *
   * @param file its name
   * @param reason why, in Chinese
   * @param remedy what to do, in Chinese
   * @throws IOException where the writer fails
   */
  public void row(String file, String reason, String remedy) throws IOException {
    rows.text(file);
    rows.text(reason);
    rows.text(remedy);
    rows.endRecord();
  }
}
