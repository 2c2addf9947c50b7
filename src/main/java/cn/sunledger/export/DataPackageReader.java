package cn.sunledger.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads a datapackage.json that sunledger may have written. */
public final class DataPackageReader {
  private DataPackageReader() {}

  /**
   * The settings of a package of ours.
   *
   * @param in the descriptor's text
   * @return the settings; empty where sunledger did not write it or it is broken
   * @throws IOException where the reader fails
   */
  public static Optional<PackageSettings> settings(Reader in) throws IOException {
    try (JsonParser json = Json.FACTORY.createParser(in)) {
      return at(json, "generator") ? settings(Fields.read(json)) : Optional.empty();
    } catch (JsonProcessingException | IncompleteException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PackageSettings> settings(Fields generator) throws IOException {
    if (!generator.text("name").equals(DataPackage.GENERATOR)) {
      return Optional.empty();
    }
    CsvOptions csv =
        new CsvOptions(
            Charset.forName(generator.text("encoding")),
            generator.flag("bom"),
            generator.flag("raw"));
    return Optional.of(
        new PackageSettings(
            generator.text("version"),
            generator.text("templates"),
            generator.flag("facts"),
            generator.flag("sheets"),
            csv));
  }

  /**
   * The sources of a package of ours.
   *
   * @param in the descriptor's text
   * @param visitor sees every source
   * @throws IOException where the reader or the visitor fails, or the text is broken
   */
  public static void sources(Reader in, DataPackage.SourceVisitor visitor) throws IOException {
    try (JsonParser json = Json.FACTORY.createParser(in)) {
      if (at(json, "sources") && json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          visitor.see(SourceJson.parse(json));
        }
      }
    }
  }

  /** Moves to the value of a field of the outermost object. */
  private static boolean at(JsonParser json, String field) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(field);
      json.nextToken();
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }
}
