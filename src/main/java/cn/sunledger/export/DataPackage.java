package cn.sunledger.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

  /** The converted sources, from the first to the last, as they were noted. */
  public interface Sources {
    /** No source at all. */
    Sources NONE =
        new Sources() {
          @Override
          public void resources(NoteVisitor visitor) {}

          @Override
          public void lines(NoteVisitor visitor) {}
        };

    /**
     * What {@link SheetResources#notes} gave for each source.
     *
     * @param visitor sees it
     * @throws IOException where it cannot be read or the visitor fails
     */
    void resources(NoteVisitor visitor) throws IOException;

    /**
     * What {@link SourceJson#line} gave for each source.
     *
     * @param visitor sees it
     * @throws IOException where it cannot be read or the visitor fails
     */
    void lines(NoteVisitor visitor) throws IOException;
  }

  /** Sees what was noted of one source after the other. */
  @FunctionalInterface
  public interface NoteVisitor {
    /**
     * One source.
     *
     * @param note what was noted of it
     * @throws IOException where it cannot be written on
     */
    void see(byte[] note) throws IOException;
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
   * @throws IOException where the stream fails
   */
  public void write(Sources walk, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.indented(CsvOptions.PLAIN.writer(new Unflushed(out)))) {
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
      SheetResources resources = new SheetResources();
      int[] number = {0};
      walk.resources(notes -> resources.write(notes, ++number[0], () -> separate(json), out));
      json.writeEndArray();
      json.writeArrayFieldStart("sources");
      walk.lines(
          line -> {
            separate(json);
            out.write(line);
          });
      json.writeEndArray();
      Json.texts(json, "ignored", ignored);
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** Before a value that is written behind the generator's back. */
  private static void separate(JsonGenerator json) throws IOException {
    json.writeRawValue("");
    json.flush();
  }

  /** What the generator has is handed on at once, and goes to the file when that is full. */
  private static final class Unflushed extends FilterOutputStream {
    Unflushed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() {}
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
    dialect(json);
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
    dialect(json);
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

  private static void dialect(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("dialect");
    json.writeStringField("delimiter", ",");
    json.writeStringField("lineTerminator", "\n");
    json.writeStringField("quoteChar", "\"");
    json.writeBooleanField("doubleQuote", true);
    json.writeBooleanField("header", true);
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
