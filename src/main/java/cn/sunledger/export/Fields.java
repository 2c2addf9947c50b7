package cn.sunledger.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small JSON object that was read: texts, numbers, flags, lists of texts and of objects. */
final class Fields {
  private final Map<String, Object> values = new HashMap<>();

  private Fields() {}

  /** Reads the object that the parser stands at, up to its end. */
  static Fields read(JsonParser json) throws IOException {
    SourceJson.require(json, JsonToken.START_OBJECT);
    Fields fields = new Fields();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      SourceJson.require(json, JsonToken.FIELD_NAME);
      String name = json.currentName();
      json.nextToken();
      fields.values.put(name, value(json));
    }
    return fields;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case START_OBJECT -> read(json);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      default ->
          throw new IncompleteException(
              "unexpected " + json.currentToken() + " at " + json.currentLocation());
    };
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) throws IOException {
    return typed(name, String.class);
  }

  long number(String name) throws IOException {
    return typed(name, Long.class);
  }

  boolean flag(String name) throws IOException {
    return typed(name, Boolean.class);
  }

  Fields object(String name) throws IOException {
    return typed(name, Fields.class);
  }

  List<String> texts(String name) throws IOException {
    return list(name, String.class);
  }

  List<Fields> objects(String name) throws IOException {
    return list(name, Fields.class);
  }

  private <T> List<T> list(String name, Class<T> type) throws IOException {
    List<T> list = new ArrayList<>();
    for (Object element : typed(name, List.class)) {
      list.add(cast(name, element, type));
    }
    return list;
  }

  private <T> T typed(String name, Class<T> type) throws IOException {
    return cast(name, values.get(name), type);
  }

  private static <T> T cast(String name, Object value, Class<T> type) throws IOException {
    if (!type.isInstance(value)) {
      throw new IncompleteException("no " + type.getSimpleName() + " in " + name);
    }
    return type.cast(value);
  }
}
