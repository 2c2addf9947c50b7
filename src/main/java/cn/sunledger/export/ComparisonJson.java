package cn.sunledger.export;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Comparisons as JSON. What nobody could compute has no key; a rate that does not exist because its
 * base is zero is null; amounts and rates are strings, so that no digit is lost.
 */
public final class ComparisonJson {
  /**
   * Writes all comparisons as one object.
   *
   * @param comparisons the comparisons
   * @param failures one Chinese sentence for each workbook that could not be read
   * @param out where it goes; is left open
   * @throws IOException where the writer fails
   */
  public void write(List<Comparison> comparisons, List<String> failures, Writer out)
      throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("comparisons");
      for (Comparison comparison : comparisons) {
        comparison(json, comparison);
      }
      json.writeEndArray();
      Json.texts(json, "failures", failures);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void comparison(JsonGenerator json, Comparison comparison) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", comparison.current());
    json.writeStringField("document", comparison.document().id());
    json.writeStringField("unit_name", comparison.unitName());
    json.writeStringField("year", comparison.year().map(String::valueOf).orElse(""));
    json.writeStringField("budget", comparison.budget().orElse(""));
    json.writeStringField("previous", comparison.previous().orElse(""));
    Json.texts(json, "remarks", comparison.remarks());
    json.writeArrayFieldStart("rows");
    for (ComparisonRow row : comparison.rows()) {
      row(json, row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, ComparisonRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("section", row.section());
    json.writeStringField("key", row.key());
    json.writeStringField("code", row.code());
    json.writeStringField("label", row.label());
    json.writeNumberField("level", row.level());
    sourced(json, "original_budget", row.originalBudget());
    sourced(json, "revised_budget", row.revisedBudget());
    sourced(json, "actual", row.actual());
    rate(json, "execution_rate", row.executionRate());
    sourced(json, "prior", row.prior());
    if (row.change().isPresent()) {
      json.writeObjectFieldStart("change");
      amount(json, row.change().get());
      json.writeEndObject();
    }
    rate(json, "change_rate", row.changeRate());
    sourced(json, "whole", row.whole());
    rate(json, "share", row.share());
    rate(json, "contribution", row.contribution());
    json.writeEndObject();
  }

  private static void sourced(JsonGenerator json, String name, Optional<SourcedAmount> sourced)
      throws IOException {
    if (sourced.isPresent()) {
      json.writeObjectFieldStart(name);
      amount(json, sourced.get().amount());
      json.writeStringField("file", sourced.get().file());
      Json.cells(json, sourced.get().cells());
      json.writeEndObject();
    }
  }

  private static void amount(JsonGenerator json, Amount amount) throws IOException {
    json.writeStringField("value", amount.value().toPlainString());
    json.writeStringField("unit", amount.unit().label());
  }

  private static void rate(JsonGenerator json, String name, Optional<Rate> rate)
      throws IOException {
    if (rate.isPresent()) {
      if (rate.get() instanceof Rate.Percent known) {
        json.writeStringField(name, known.percent().toPlainString());
      } else {
        json.writeNullField(name);
      }
    }
  }
}
