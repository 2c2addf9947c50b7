package cn.sunledger.job;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Finding;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.report.VerifyText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 文表不一致 as findings of the workbook: what is wrong in its narrative, with the cells it is about.
 */
final class NarrativeFindings {
  private static final String TABLE = "情况说明";

  private final String workbook;
  private final String name;
  private final Optional<String> sheet;
  private final VerifyReport verified;

  /**
   * Over what was found.
   *
   * @param workbook the workbook's file name
   * @param name how the narrative is called
   * @param sheet the sheet of the workbook in which it stands
   * @param verified what was found of it
   */
  NarrativeFindings(String workbook, String name, Optional<String> sheet, VerifyReport verified) {
    this.workbook = workbook;
    this.name = name;
    this.sheet = sheet;
    this.verified = verified;
  }

  /** The rules' report with these findings in it, worst first. */
  CheckReport with(CheckReport report) {
    List<Finding> findings = new ArrayList<>(report.findings());
    for (Claim claim : verified.claims()) {
      if (claim.isWrong()) {
        findings.add(finding(claim));
      }
    }
    for (VerifyReport.TextRemark remark : verified.remarks()) {
      findings.add(finding(remark));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    int right = verified.count(ClaimVerdict.OK);
    int rounded = verified.count(ClaimVerdict.ROUNDING);
    int wrong = verified.count(ClaimVerdict.WRONG);
    return new CheckReport(
        findings,
        report.notChecked(),
        report.comparisons() + right + rounded + wrong,
        report.passed() + right);
  }

  private String place(Span span) {
    String where = sheet.map(own -> "“" + own + "”").orElse("《" + name + "》");
    return where + "第" + VerifyText.line(verified.text(), span) + "行";
  }

  private Finding finding(Claim claim) {
    String should = claim.expected().isEmpty() ? "" : "，应为 " + claim.expected();
    String why = claim.reason().isEmpty() ? "" : "（" + claim.reason() + "）";
    List<CellRef> cells = new ArrayList<>(own(claim.position()));
    claim.sources().stream()
        .filter(source -> source.file().equals(workbook))
        .map(SourceCell::cell)
        .filter(cell -> !cells.contains(cell))
        .forEach(cells::add);
    return new Finding(
        claim.rule(),
        claim.severity(),
        place(claim.position()) + "“" + claim.quote() + "”写为 " + claim.stated() + should + why,
        TABLE,
        cells,
        claim.stated(),
        claim.expected(),
        "",
        "",
        claim.cause(),
        List.of(),
        Optional.empty());
  }

  private Finding finding(VerifyReport.TextRemark remark) {
    Finding found = remark.finding();
    String quote = remark.quote().isEmpty() ? "" : "“" + remark.quote() + "”";
    return new Finding(
        found.rule(),
        found.severity(),
        place(remark.position()) + quote + "：" + found.message(),
        TABLE,
        own(remark.position()),
        found.stated(),
        found.expected(),
        "",
        "",
        found.cause(),
        List.of(),
        Optional.empty());
  }

  /** The cell in which the text itself stands. */
  private List<CellRef> own(Span span) {
    return sheet.isEmpty()
        ? List.of()
        : List.of(new CellRef(sheet.get(), VerifyText.line(verified.text(), span) - 1, 0));
  }
}
