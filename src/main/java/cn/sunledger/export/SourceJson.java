package cn.sunledger.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link ConvertedSource} as one line of JSON: an entry of datapackage.json's sources, and a line
 * of the journal of an unfinished conversion.
 */
public final class SourceJson {
  private SourceJson() {}

  /**
   * The line, without its end.
   *
   * @param source the source
   */
  public static String line(ConvertedSource source) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("title", source.path());
      json.writeStringField("path", source.path());
      json.writeStringField("sha256", source.sha256());
      json.writeNumberField("bytes", source.bytes());
      json.writeStringField("document", source.document());
      if (source.year().isPresent()) {
        json.writeNumberField("year", source.year().get());
      }
      json.writeStringField("unit_code", source.unitCode());
      json.writeStringField("unit_name", source.unitName());
      json.writeNumberField("facts", source.facts());
      json.writeNumberField("facts_offset", source.factsOffset());
      json.writeNumberField("facts_bytes", source.factsBytes());
      json.writeStringField("folder", source.folder());
      json.writeArrayFieldStart("sheets");
      for (ConvertedSource.Sheet sheet : source.sheets()) {
        sheet(json, sheet);
      }
      json.writeEndArray();
      Json.texts(json, "remarks", source.remarks());
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string writer does not fail", e);
    }
    return text.toString();
  }

  private static void sheet(JsonGenerator json, ConvertedSource.Sheet sheet) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", sheet.name());
    json.writeBooleanField("hidden", sheet.hidden());
    json.writeStringField("csv", sheet.csv());
    json.writeNumberField("csv_bytes", sheet.csvBytes());
    json.writeNumberField("rows", sheet.rows());
    json.writeNumberField("columns", sheet.columns());
    json.writeNumberField("cells", sheet.cells());
    json.writeBooleanField("filled", sheet.filled());
    json.writeNumberField("facts", sheet.facts());
    Json.texts(json, "tables", sheet.tables());
    json.writeStringField("left_out", sheet.leftOut());
    numbers(json, sheet.numbers());
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, SheetNumbers numbers) throws IOException {
    json.writeNumberField("numbers", numbers.cells());
    json.writeStringField("sum", text(numbers.sum()));
    json.writeNumberField("facts_on_numbers", numbers.facts());
    json.writeStringField("facts_sum", text(numbers.factsSum()));
    json.writeNumberField("facts_on_texts", numbers.fromText());
    json.writeArrayFieldStart("numbers_left_out");
    for (SheetNumbers.Left left : numbers.left()) {
      json.writeStartObject();
      json.writeStringField("reason", left.reason());
      json.writeNumberField("cells", left.cells());
      json.writeStringField("sum", text(left.sum()));
      json.writeStringField("first", left.first());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String text(BigDecimal sum) {
    return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
  }

  private static SheetNumbers numbers(Fields sheet) throws IOException {
    List<SheetNumbers.Left> left = new ArrayList<>();
    for (Fields each : sheet.objects("numbers_left_out")) {
      left.add(
          new SheetNumbers.Left(
              each.text("reason"), each.number("cells"), sum(each, "sum"), each.text("first")));
    }
    return new SheetNumbers(
        sheet.number("numbers"),
        sum(sheet, "sum"),
        sheet.number("facts_on_numbers"),
        sum(sheet, "facts_sum"),
        sheet.number("facts_on_texts"),
        left);
  }

  private static BigDecimal sum(Fields fields, String name) throws IOException {
    try {
      return new BigDecimal(fields.text(name));
    } catch (NumberFormatException e) {
      throw new IncompleteException("no number in " + name);
    }
  }

  /**
   * Reads a line back.
   *
   * @param line what {@link #line} wrote
   * @return the source
   * @throws IOException where the line is cut off or was not written here
   */
  public static ConvertedSource parse(String line) throws IOException {
    try (JsonParser json = Json.FACTORY.createParser(line)) {
      json.nextToken();
      return parse(json);
    }
  }

  /** Reads the object that the parser stands at. */
  static ConvertedSource parse(JsonParser json) throws IOException {
    Fields fields = Fields.read(json);
    List<ConvertedSource.Sheet> sheets = new ArrayList<>();
    for (Fields sheet : fields.objects("sheets")) {
      sheets.add(
          new ConvertedSource.Sheet(
              sheet.text("name"),
              sheet.flag("hidden"),
              sheet.text("csv"),
              sheet.number("csv_bytes"),
              (int) sheet.number("rows"),
              (int) sheet.number("columns"),
              sheet.number("cells"),
              numbers(sheet),
              sheet.flag("filled"),
              (int) sheet.number("facts"),
              sheet.texts("tables"),
              sheet.text("left_out")));
    }
    return new ConvertedSource(
        fields.text("path"),
        fields.text("sha256"),
        fields.number("bytes"),
        fields.text("document"),
        fields.has("year") ? Optional.of((int) fields.number("year")) : Optional.empty(),
        fields.text("unit_code"),
        fields.text("unit_name"),
        (int) fields.number("facts"),
        fields.number("facts_offset"),
        fields.number("facts_bytes"),
        fields.text("folder"),
        sheets,
        fields.texts("remarks"));
  }

  static void require(JsonParser json, JsonToken token) throws IOException {
    if (json.currentToken() != token) {
      throw new IncompleteException(
          "unexpected " + json.currentToken() + " at " + json.currentLocation());
    }
  }
}
