package cn.sunledger.export;

import cn.sunledger.model.CellRef;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * datapackage.json: a Frictionless tabular data package, which also tells of every source what was
 * read of it and what was left out. Its {@code generator} entry is the mark by which sunledger
 * knows a folder as its own.
 *
 * @param settings what the results depend on
 * @param facts what facts.csv holds
 * @param workbook what facts.xlsx holds, where it was wanted
 * @param sources how many sources were converted
 * @param failures how many were not
 * @param ignored annotated copies that were passed over
 */
public record DataPackage(
    PackageSettings settings,
    FactsFile facts,
    Optional<WorkbookFile> workbook,
    int sources,
    int failures,
    List<String> ignored) {
  /** Copies the list. */
  public DataPackage {
    ignored = List.copyOf(ignored);
  }

  /** Names the program in the {@code generator} entry. */
  public static final String GENERATOR = "sunledger";

  /**
   * facts.csv as written.
   *
   * @param rows its rows without the header
   * @param bytes its length
   * @param sha256 of its bytes, in hexadecimal
   */
  public record FactsFile(long rows, long bytes, String sha256) {}

  /**
   * facts.xlsx as written.
   *
   * @param bytes its length
   * @param sha256 of its bytes, in hexadecimal
   */
  public record WorkbookFile(long bytes, String sha256) {}

  /** Walks over the converted sources, each time from the first to the last. */
  @FunctionalInterface
  public interface SourceWalk {
    /**
     * One walk.
     *
     * @param visitor sees every source
     * @throws IOException where the sources cannot be read or the visitor fails
     */
    void each(SourceVisitor visitor) throws IOException;
  }

  /** Sees one source after the other. */
  @FunctionalInterface
  public interface SourceVisitor {
    /**
     * One source.
     *
     * @param source the source
     * @throws IOException where it cannot be written on
     */
    void see(ConvertedSource source) throws IOException;
  }

  /**
   * Writes the descriptor.
   *
   * @param walk the converted sources
   * @param out where it goes
   * @throws IOException where the writer fails
   */
  public void write(SourceWalk walk, Writer out) throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      json.writeStartObject();
      json.writeStringField("profile", "tabular-data-package");
      json.writeStringField("name", "disclosure-tables");
      json.writeStringField("title", "部门预决算公开表");
      generator(json);
      json.writeObjectFieldStart("counts");
      json.writeNumberField("sources", sources);
      json.writeNumberField("facts", facts.rows());
      json.writeNumberField("failures", failures);
      json.writeEndObject();
      json.writeArrayFieldStart("resources");
      if (settings.facts()) {
        facts(json);
      }
      if (workbook.isPresent()) {
        workbook(json, workbook.get());
      }
      if (failures > 0) {
        failures(json);
      }
      int[] number = {0};
      walk.each(source -> sheets(json, source, ++number[0]));
      json.writeEndArray();
      json.writeArrayFieldStart("sources");
      walk.each(source -> json.writeRawValue(SourceJson.line(source)));
      json.writeEndArray();
      Json.texts(json, "ignored", ignored);
      json.writeEndObject();
    }
    out.write('\n');
  }

  private void generator(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("generator");
    json.writeStringField("name", GENERATOR);
    json.writeStringField("version", settings.version());
    json.writeStringField("templates", settings.templates());
    json.writeBooleanField("facts", settings.facts());
    json.writeBooleanField("sheets", settings.sheets());
    json.writeStringField("encoding", encoding());
    json.writeBooleanField("bom", settings.csv().bom());
    json.writeBooleanField("raw", settings.csv().raw());
    json.writeEndObject();
  }

  private void facts(JsonGenerator json) throws IOException {
    json.writeStartObject();
    head(json, "facts", "facts.csv", "公开表中的数");
    json.writeNumberField("bytes", facts.bytes());
    json.writeStringField("hash", "sha256:" + facts.sha256());
    dialect(json, true);
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("fields");
    for (FactsSchema.Field field : FactsSchema.FIELDS) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("type", field.type());
      json.writeStringField("title", field.title());
      json.writeStringField("description", field.description());
      json.writeEndObject();
    }
    json.writeEndArray();
    missingValues(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void workbook(JsonGenerator json, WorkbookFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("profile", "data-resource");
    json.writeStringField("name", "facts-workbook");
    json.writeStringField("path", "facts.xlsx");
    json.writeStringField("title", "公开表中的数（Excel 工作簿，内容与 facts.csv 相同）");
    json.writeStringField("format", "xlsx");
    json.writeStringField(
        "mediatype", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    json.writeNumberField("bytes", file.bytes());
    json.writeStringField("hash", "sha256:" + file.sha256());
    json.writeEndObject();
  }

  private void failures(JsonGenerator json) throws IOException {
    json.writeStartObject();
    head(json, "failures", "failures.csv", "没有转换的文件");
    dialect(json, true);
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("fields");
    for (String column : FailuresCsv.COLUMNS) {
      field(json, column, "string");
    }
    json.writeEndArray();
    missingValues(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Thousands of sheets make thousands of entries: each is one line. */
  private void sheets(JsonGenerator json, ConvertedSource source, int number) throws IOException {
    int index = 0;
    for (ConvertedSource.Sheet sheet : source.sheets()) {
      index++;
      if (!sheet.csv().isEmpty()) {
        json.writeRawValue(sheet(source, sheet, "sheet-" + number + "-" + index));
      }
    }
  }

  private String sheet(ConvertedSource source, ConvertedSource.Sheet sheet, String name)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      head(json, name, source.folder() + "/" + sheet.csv(), source.path() + " " + sheet.name());
      json.writeNumberField("bytes", sheet.csvBytes());
      dialect(json, false);
      json.writeObjectFieldStart("schema");
      json.writeArrayFieldStart("fields");
      for (int column = 0; column < sheet.columns(); column++) {
        field(json, CellRef.columnName(column), "any");
      }
      json.writeEndArray();
      missingValues(json);
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void head(JsonGenerator json, String name, String path, String title) throws IOException {
    json.writeStringField("profile", "tabular-data-resource");
    json.writeStringField("name", name);
    json.writeStringField("path", path);
    json.writeStringField("title", title);
    json.writeStringField("format", "csv");
    json.writeStringField("mediatype", "text/csv");
    json.writeStringField("encoding", encoding());
  }

  private String encoding() {
    return settings.csv().encoding().name().toLowerCase(Locale.ROOT);
  }

  private static void dialect(JsonGenerator json, boolean header) throws IOException {
    json.writeObjectFieldStart("dialect");
    json.writeStringField("delimiter", ",");
    json.writeStringField("lineTerminator", "\n");
    json.writeStringField("quoteChar", "\"");
    json.writeBooleanField("doubleQuote", true);
    json.writeBooleanField("header", header);
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("type", type);
    json.writeEndObject();
  }

  private static void missingValues(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("missingValues");
    json.writeString("");
    json.writeEndArray();
  }
}
