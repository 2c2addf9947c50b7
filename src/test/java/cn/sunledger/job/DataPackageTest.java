package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.cli.Cli;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** datapackage.json against the files it describes. */
class DataPackageTest {
  private static final Path SAMPLES = Path.of("sample-workbooks");

  @TempDir Path folder;
  private Map<String, Object> descriptor;

  @BeforeEach
  void convertTheSamplesAndABadFile() throws IOException {
    Files.writeString(folder.resolve("bad.xlsx"), "%PDF-1.7");
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    String[] words = {
      "csv",
      SAMPLES.toString(),
      folder.resolve("bad.xlsx").toString(),
      "--out",
      folder.resolve("out").toString()
    };
    assertEquals(3, Cli.run(words, nowhere, nowhere));
    try (JsonParser json = new JsonFactory().createParser(out("datapackage.json").toFile())) {
      json.nextToken();
      descriptor = object(json);
    }
  }

  @Test
  void everyFileIsAResourceAsItsSchemaSays() throws IOException {
    assertEquals("tabular-data-package", descriptor.get("profile"));
    Set<String> names = new HashSet<>();
    Set<String> paths = new TreeSet<>(Set.of("datapackage.json"));
    for (Map<String, Object> resource : objects(descriptor, "resources")) {
      String name = (String) resource.get("name");
      assertTrue(name.matches("[a-z0-9._-]+") && names.add(name), name);
      String path = (String) resource.get("path");
      paths.add(path);
      if (resource.containsKey("bytes")) {
        assertEquals(resource.get("bytes"), Files.size(out(path)), path);
      }
      List<Map<String, Object>> fields = objects(object(resource, "schema"), "fields");
      List<CSVRecord> records = records(out(path));
      Set<Integer> lengths = new TreeSet<>(records.stream().map(CSVRecord::size).toList());
      assertEquals(Set.of(fields.size()), lengths, path);
      if (object(resource, "dialect").get("header").equals(true)) {
        assertEquals(
            fields.stream().map(field -> field.get("name")).toList(), records.get(0).toList());
      }
    }
    assertEquals(Trees.of(folder.resolve("out")).keySet(), paths);
  }

  @Test
  void factsAreCountedAndSigned() throws IOException {
    Map<String, Object> facts = objects(descriptor, "resources").get(0);
    try (InputStream in = Files.newInputStream(out("facts.csv"))) {
      assertEquals("sha256:" + Digests.sha256(in), facts.get("hash"));
    }
    List<CSVRecord> rows = records(out("facts.csv"));
    assertEquals(rows.size() - 1L, object(descriptor, "counts").get("facts"));
    byte[] text = Files.readAllBytes(out("facts.csv"));
    for (Map<String, Object> source : objects(descriptor, "sources")) {
      String path = (String) source.get("path");
      long own = rows.stream().filter(row -> row.get(0).equals(path)).count();
      assertEquals(own, source.get("facts"), path);
      long bySheet =
          objects(source, "sheets").stream().mapToLong(sheet -> (Long) sheet.get("facts")).sum();
      assertEquals(own, bySheet, path);
      int offset = Math.toIntExact((Long) source.get("facts_offset"));
      int length = Math.toIntExact((Long) source.get("facts_bytes"));
      String part = new String(text, offset, length, StandardCharsets.UTF_8);
      assertTrue(part.startsWith(path + ",") && part.endsWith("\n"), path);
    }
  }

  @Test
  void everySourceIsNamedWithItsDigestAndWhatItsSheetsHold() throws IOException {
    Map<String, Object> counts = object(descriptor, "counts");
    List<Map<String, Object>> sources = objects(descriptor, "sources");
    assertEquals(counts.get("sources"), (long) sources.size());
    assertEquals(1L, counts.get("failures"));
    for (Map<String, Object> source : sources) {
      Path file = SAMPLES.resolve((String) source.get("path"));
      try (InputStream in = Files.newInputStream(file)) {
        assertEquals(Digests.sha256(in), source.get("sha256"));
      }
      assertEquals(Files.size(file), source.get("bytes"));
      for (Map<String, Object> sheet : objects(source, "sheets")) {
        List<CSVRecord> rows = records(out(source.get("folder") + "/" + sheet.get("csv")));
        assertEquals((long) rows.size(), sheet.get("rows"));
        long cells =
            rows.stream().flatMap(CSVRecord::stream).filter(cell -> !cell.isEmpty()).count();
        assertEquals(cells, sheet.get("cells"), file + " " + sheet.get("name"));
      }
    }
  }

  private Path out(String path) {
    return folder.resolve("out").resolve(path);
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> object = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      object.put(name, value(json));
    }
    return object;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      default -> json.getText();
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.get(name);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return (List<Map<String, Object>>) parent.get(name);
  }
}
