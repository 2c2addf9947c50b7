package cn.sunledger.export;

import cn.sunledger.model.Claim;
import cn.sunledger.model.Finding;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.VerifyReport.TextRemark;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Claims of narratives as CSV: one row per claim in the order of the text, then the flaws. */
public final class ClaimsCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "file",
          "line",
          "section",
          "quote",
          "kind",
          "stated",
          "expected",
          "verdict",
          "severity",
          "rule",
          "reason",
          "cause",
          "sources");

  private static final String FLAW = "wording";

  private final CsvOptions options;

  /**
   * With options.
   *
   * @param options how CSV is written
   */
  public ClaimsCsv(CsvOptions options) {
    this.options = options;
  }

  /**
   * Writes header and rows.
   *
   * @param files the narratives
   * @param out where they go
   * @throws IOException where the writer fails
   */
  public void write(List<VerifiedFile> files, Appendable out) throws IOException {
    CsvRows rows = new CsvRows(out, options);
    rows.plain(COLUMNS);
    for (VerifiedFile file : files) {
      for (Claim claim : file.report().claims()) {
        claim(rows, file, claim);
      }
      for (TextRemark remark : file.report().remarks()) {
        remark(rows, file, remark);
      }
    }
  }

  private static void claim(CsvRows rows, VerifiedFile file, Claim claim) throws IOException {
    rows.text(file.file());
    rows.value(String.valueOf(line(file.report().text(), claim.position())));
    rows.text(claim.section());
    rows.text(claim.quote());
    rows.value(claim.kind().id());
    rows.text(claim.stated());
    rows.text(claim.expected());
    rows.value(claim.verdict().id());
    rows.value(claim.isWrong() ? claim.severity().id() : "");
    rows.value(claim.rule());
    rows.text(claim.reason());
    rows.text(claim.cause());
    rows.text(claim.sources().stream().map(SourceCell::toString).collect(Collectors.joining("; ")));
    rows.endRecord();
  }

  private static void remark(CsvRows rows, VerifiedFile file, TextRemark remark)
      throws IOException {
    Finding finding = remark.finding();
    rows.text(file.file());
    rows.value(String.valueOf(line(file.report().text(), remark.position())));
    rows.text(remark.section());
    rows.text(remark.quote());
    rows.value(FLAW);
    rows.text(finding.stated());
    rows.text(finding.expected());
    rows.value("wrong");
    rows.value(finding.severity().id());
    rows.value(finding.rule());
    rows.text(finding.message());
    rows.text(finding.cause());
    rows.text("");
    rows.endRecord();
  }

  /** Number of the line where a stretch begins. */
  static int line(NarrativeText text, Span span) {
    NarrativeText.Paragraph paragraph = text.paragraphs().get(span.paragraph());
    return paragraph.lines().stream()
        .filter(line -> line.start() <= span.start())
        .mapToInt(NarrativeText.Line::source)
        .max()
        .orElse(paragraph.source());
  }
}
