package cn.sunledger.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@link ConvertedSource} as one line of JSON: an entry of datapackage.json's sources, and a line
 * of the journal of an unfinished conversion.
 */
public final class SourceJson {
  private static final String OFFSET = "facts_offset";
  private static final byte[] OFFSET_FIELD =
      ("\"" + OFFSET + "\":").getBytes(StandardCharsets.US_ASCII);

  private SourceJson() {}

  /**
   * The line, without its end.
   *
   * @param source the source
   */
  public static byte[] line(ConvertedSource source) {
    JsonLine json = new JsonLine();
    json.begin('{');
    json.field("title").text(source.path());
    json.field("path").text(source.path());
    json.field("sha256").text(source.sha256());
    json.field("bytes").number(source.bytes());
    json.field("document").text(source.document());
    if (source.year().isPresent()) {
      json.field("year").number(source.year().get());
    }
    json.field("unit_code").text(source.unitCode());
    json.field("unit_name").text(source.unitName());
    json.field("facts").number(source.facts());
    json.field(OFFSET).number(source.factsOffset());
    json.field("facts_bytes").number(source.factsBytes());
    json.field("folder").text(source.folder());
    json.field("sheets").begin('[');
    for (ConvertedSource.Sheet sheet : source.sheets()) {
      sheet(json, sheet);
    }
    json.end(']');
    texts(json, "remarks", source.remarks());
    return json.end('}').bytes();
  }

  private static void sheet(JsonLine json, ConvertedSource.Sheet sheet) {
    json.begin('{');
    json.field("name").text(sheet.name());
    json.field("hidden").flag(sheet.hidden());
    json.field("csv").text(sheet.csv());
    json.field("csv_bytes").number(sheet.csvBytes());
    json.field("rows").number(sheet.rows());
    json.field("columns").number(sheet.columns());
    json.field("cells").number(sheet.cells());
    json.field("filled").flag(sheet.filled());
    json.field("facts").number(sheet.facts());
    texts(json, "tables", sheet.tables());
    json.field("left_out").text(sheet.leftOut());
    numbers(json, sheet.numbers());
    json.end('}');
  }

  private static void numbers(JsonLine json, SheetNumbers numbers) {
    json.field("numbers").number(numbers.cells());
    json.field("sum").text(text(numbers.sum()));
    json.field("facts_on_numbers").number(numbers.facts());
    json.field("facts_sum").text(text(numbers.factsSum()));
    json.field("facts_on_texts").number(numbers.fromText());
    json.field("numbers_left_out").begin('[');
    for (SheetNumbers.Left left : numbers.left()) {
      json.begin('{');
      json.field("reason").text(left.reason());
      json.field("cells").number(left.cells());
      json.field("sum").text(text(left.sum()));
      json.field("first").text(left.first());
      json.end('}');
    }
    json.end(']');
  }

  private static void texts(JsonLine json, String name, List<String> texts) {
    json.field(name).begin('[');
    for (String text : texts) {
      json.text(text);
    }
    json.end(']');
  }

  private static String text(BigDecimal sum) {
    return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
  }

  /**
   * The same line for rows in another place of facts.csv.
   *
   * @param line what {@link #line} gave
   * @param offset where its rows begin, in bytes
   */
  public static byte[] moved(byte[] line, long offset) {
    int from = 0;
    // inside of a text the quotes would be escaped
    while (!Arrays.equals(
        line, from, from + OFFSET_FIELD.length, OFFSET_FIELD, 0, OFFSET_FIELD.length)) {
      from++;
    }
    from += OFFSET_FIELD.length;
    int to = from;
    while (line[to] != ',') {
      to++;
    }
    byte[] number = Long.toString(offset).getBytes(StandardCharsets.US_ASCII);
    byte[] moved = Arrays.copyOf(line, line.length - (to - from) + number.length);
    System.arraycopy(number, 0, moved, from, number.length);
    System.arraycopy(line, to, moved, from + number.length, line.length - to);
    return moved;
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
  public static ConvertedSource parse(byte[] line) throws IOException {
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
