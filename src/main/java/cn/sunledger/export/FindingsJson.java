package cn.sunledger.export;

import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.TableId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Check reports as JSON; every amount is a string, so that no digit is lost. */
public final class FindingsJson {
  /**
   * Writes all reports as one object.
   *
   * @param files the checked workbooks
   * @param failures one Chinese sentence for each workbook that could not be read
   * @param out where it goes; is left open
   * @throws IOException where the writer fails
   */
  public void write(List<CheckedFile> files, List<String> failures, Writer out) throws IOException {
    write(
        sink -> {
          for (CheckedFile file : files) {
            sink.take(file);
          }
          return failures;
        },
        out);
  }

  /**
   * Writes each report as it comes; nothing where none comes.
   *
   * @param files the checked workbooks
   * @param out where they go; is left open
   * @throws IOException where the writer fails
   */
  public void write(CheckedFiles files, Writer out) throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      boolean[] begun = {false};
      List<String> failures =
          files.each(
              file -> {
                if (!begun[0]) {
                  json.writeStartObject();
                  json.writeArrayFieldStart("files");
                  begun[0] = true;
                }
                file(json, file);
              });
      if (!begun[0]) {
        return;
      }
      json.writeEndArray();
      Json.texts(json, "failures", failures);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void file(JsonGenerator json, CheckedFile file) throws IOException {
    Disclosure disclosure = file.disclosure();
    json.writeStartObject();
    json.writeStringField("file", file.file());
    json.writeStringField("document", disclosure.document().id());
    json.writeStringField("unit_name", disclosure.unitName());
    json.writeStringField("year", disclosure.year().map(String::valueOf).orElse(""));
    json.writeArrayFieldStart("tables");
    for (DisclosureTable table : disclosure.tables()) {
      json.writeStartObject();
      json.writeStringField("sheet", table.sheet());
      json.writeStringField("table", table.id().map(TableId::title).orElse(""));
      json.writeStringField("title", table.title());
      json.writeNumberField("facts", table.facts().size());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unrecognised");
    for (Disclosure.LeftSheet sheet : disclosure.leftSheets()) {
      json.writeStartObject();
      json.writeStringField("sheet", sheet.sheet());
      json.writeStringField("reason", sheet.reason());
      json.writeStringField("nearest", sheet.nearest());
      Json.texts(json, "missing", sheet.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
    report(json, file.report());
    json.writeEndObject();
  }

  private static void report(JsonGenerator json, CheckReport report) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.id(), report.count(severity));
    }
    json.writeNumberField("accepted", report.accepted());
    json.writeNumberField("comparisons", report.comparisons());
    json.writeNumberField("passed", report.passed());
    json.writeNumberField("not_checked", report.notChecked().size());
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      finding(json, finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("not_checked");
    for (CheckReport.NotChecked rule : report.notChecked()) {
      json.writeStartObject();
      json.writeStringField("rule", rule.rule());
      json.writeStringField("title", rule.title());
      json.writeStringField("reason", rule.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("message", finding.message());
    json.writeStringField("table", finding.table());
    Json.cells(json, finding.cells());
    json.writeStringField("stated", finding.stated());
    json.writeStringField("expected", finding.expected());
    json.writeStringField("difference", finding.difference());
    json.writeStringField("allowed", finding.allowed());
    json.writeStringField("cause", finding.cause());
    if (finding.accepted().isPresent()) {
      json.writeStringField("accepted", finding.accepted().get());
    }
    if (!finding.symptoms().isEmpty()) {
      json.writeArrayFieldStart("symptoms");
      for (Finding symptom : finding.symptoms()) {
        finding(json, symptom);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
