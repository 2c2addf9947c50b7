package cn.sunledger.export;

import cn.sunledger.model.CellRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The one JSON factory, and the ways of writing that all JSON here shares. */
final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** A generator that indents and leaves the writer open. */
  static JsonGenerator indented(Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return json;
  }

  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static void cells(JsonGenerator json, List<CellRef> cells) throws IOException {
    json.writeArrayFieldStart("cells");
    for (CellRef cell : cells) {
      json.writeStartObject();
      json.writeStringField("sheet", cell.sheet());
      json.writeStringField("cell", cell.a1());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
