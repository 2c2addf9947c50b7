package cn.sunledger.export;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifyReport.TextRemark;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Claims of narratives as JSON; every amount is a string as printed. */
public final class ClaimsJson {
  /**
   * Writes all reports as one object.
   *
   * @param files the narratives
   * @param failures one Chinese sentence for each file that could not be read
   * @param out where it goes; is left open
   * @throws IOException where the writer fails
   */
  public void write(List<VerifiedFile> files, List<String> failures, Writer out)
      throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("files");
      for (VerifiedFile file : files) {
        file(json, file);
      }
      json.writeEndArray();
      Json.texts(json, "failures", failures);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void file(JsonGenerator json, VerifiedFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.file());
    if (!file.sheet().isEmpty()) {
      json.writeStringField("sheet", file.sheet());
    }
    json.writeStringField("workbook", file.workbook());
    if (file.disclosure().isPresent()) {
      Disclosure disclosure = file.disclosure().get();
      json.writeStringField("document", disclosure.document().id());
      json.writeStringField("unit_name", disclosure.unitName());
      json.writeStringField("year", disclosure.year().map(String::valueOf).orElse(""));
    }
    counts(json, file.report());
    json.writeArrayFieldStart("claims");
    for (Claim claim : file.report().claims()) {
      claim(json, file.report(), claim);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (TextRemark remark : file.report().remarks()) {
      remark(json, file.report(), remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, VerifyReport report) throws IOException {
    json.writeObjectFieldStart("counts");
    for (ClaimVerdict verdict : ClaimVerdict.values()) {
      json.writeNumberField(verdict.id(), report.count(verdict));
    }
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.id(), report.count(severity));
    }
    json.writeNumberField("figures", report.figures());
    json.writeNumberField("understood", report.understood());
    json.writeEndObject();
  }

  private static void claim(JsonGenerator json, VerifyReport report, Claim claim)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("quote", claim.quote());
    json.writeStringField("section", claim.section());
    json.writeNumberField("line", ClaimsCsv.line(report.text(), claim.position()));
    json.writeStringField("kind", claim.kind().id());
    json.writeStringField("stated", claim.stated());
    json.writeStringField("expected", claim.expected());
    json.writeStringField("verdict", claim.verdict().id());
    if (claim.isWrong()) {
      json.writeStringField("severity", claim.severity().id());
    }
    json.writeStringField("rule", claim.rule());
    json.writeStringField("reason", claim.reason());
    json.writeStringField("cause", claim.cause());
    json.writeArrayFieldStart("sources");
    for (SourceCell source : claim.sources()) {
      json.writeStartObject();
      json.writeStringField("file", source.file());
      json.writeStringField("sheet", source.cell().sheet());
      json.writeStringField("cell", source.cell().a1());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void remark(JsonGenerator json, VerifyReport report, TextRemark remark)
      throws IOException {
    Finding finding = remark.finding();
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("message", finding.message());
    json.writeStringField("section", remark.section());
    json.writeNumberField("line", ClaimsCsv.line(report.text(), remark.position()));
    json.writeStringField("quote", remark.quote());
    json.writeStringField("stated", finding.stated());
    json.writeStringField("expected", finding.expected());
    json.writeStringField("cause", finding.cause());
    json.writeEndObject();
  }
}
