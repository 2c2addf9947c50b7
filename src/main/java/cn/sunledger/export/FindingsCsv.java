package cn.sunledger.export;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Finding;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as CSV: one row per finding, worst first within its workbook. */
public final class FindingsCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "file",
          "severity",
          "rule",
          "table",
          "sheet",
          "cell",
          "message",
          "stated",
          "expected",
          "difference",
          "allowed",
          "cause",
          "accepted",
          "other_cells");

  private final CsvOptions options;

  /**
   * With options.
   *
   * @param options how CSV is written
   */
  public FindingsCsv(CsvOptions options) {
    this.options = options;
  }

  /**
   * Writes header and rows.
   *
   * @param files the checked workbooks
   * @param out where they go
   * @throws IOException where the writer fails
   */
  public void write(List<CheckedFile> files, Appendable out) throws IOException {
    write(
        sink -> {
          for (CheckedFile file : files) {
            sink.take(file);
          }
          return List.of();
        },
        out);
  }

  /**
   * Writes the header once the first workbook comes, and the rows of each as it comes.
   *
   * @param files the checked workbooks
   * @param out where they go
   * @throws IOException where the writer fails
   */
  public void write(CheckedFiles files, Appendable out) throws IOException {
    CsvRows rows = new CsvRows(out, options);
    boolean[] begun = {false};
    files.each(
        file -> {
          if (!begun[0]) {
            rows.plain(COLUMNS);
            begun[0] = true;
          }
          for (Finding finding : file.report().findings()) {
            row(rows, file.file(), finding);
          }
        });
  }

  private static void row(CsvRows rows, String file, Finding finding) throws IOException {
    List<CellRef> cells = finding.cells();
    rows.text(file);
    rows.value(finding.severity().id());
    rows.value(finding.rule());
    rows.text(finding.table());
    rows.text(cells.isEmpty() ? "" : cells.get(0).sheet());
    rows.value(cells.isEmpty() ? "" : cells.get(0).a1());
    rows.text(finding.message());
    rows.text(finding.stated());
    rows.text(finding.expected());
    rows.text(finding.difference());
    rows.text(finding.allowed());
    rows.text(finding.cause());
    rows.text(finding.accepted().orElse(""));
    rows.text(cells.stream().skip(1).map(CellRef::toString).collect(Collectors.joining("; ")));
    rows.endRecord();
  }
}
