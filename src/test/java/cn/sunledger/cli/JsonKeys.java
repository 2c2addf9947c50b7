package cn.sunledger.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which keys stand where in a JSON text; list elements stand where their list does. */
final class JsonKeys {
  private final Map<String, Set<String>> keys = new TreeMap<>();

  private JsonKeys() {}

  /** Path of keys, joined by dots, to the keys of the objects there. */
  static Map<String, Set<String>> of(String text) throws IOException {
    JsonKeys found = new JsonKeys();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.nextToken();
      found.value(json, "");
    }
    return found.keys;
  }

  private void value(JsonParser json, String path) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        value(json, path);
      }
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        keys.computeIfAbsent(path, key -> new TreeSet<>()).add(name);
        json.nextToken();
        value(json, path.isEmpty() ? name : path + "." + name);
      }
    }
  }
}
