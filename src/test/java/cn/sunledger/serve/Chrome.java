package cn.sunledger.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A headless Chromium, driven over the WebDriver protocol: as much of it as the tests need. */
final class Chrome implements Closeable {
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final JsonFactory JSON = new JsonFactory();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String server;
  private final String session;

  private Chrome(Process driver, String server, String session) {
    this.driver = driver;
    this.server = server;
    this.session = session;
  }

  /** Where the browser and its driver are; empty where one of them is missing. */
  static Optional<List<Path>> programs() {
    Optional<Path> browser = program("chromium").or(() -> program("chromium-browser"));
    Optional<Path> driver = program("chromedriver");
    return browser.isPresent() && driver.isPresent()
        ? Optional.of(List.of(browser.get(), driver.get()))
        : Optional.empty();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts a browser with nothing in it.
   *
   * @param profile an empty folder
   */
  static Chrome start(Path profile, int width, int height)
      throws IOException, InterruptedException {
    List<Path> programs = programs().orElseThrow();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process driver =
        new ProcessBuilder(programs.get(1).toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Chrome starting = new Chrome(driver, "http://127.0.0.1:" + port, "");
    starting.waitFor("the driver", starting::isUp);
    List<String> arguments =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=zh-CN",
            "--window-size=" + width + "," + height,
            "--user-data-dir=" + profile);
    Map<String, Object> options = Map.of("binary", programs.get(0).toString(), "args", arguments);
    Map<String, Object> wanted =
        Map.of(
            "capabilities",
            Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions", options)));
    Map<?, ?> made = (Map<?, ?>) starting.call("POST", "/session", wanted);
    return new Chrome(driver, starting.server, (String) made.get("sessionId"));
  }

  private boolean isUp() {
    try {
      call("GET", "/status", null);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void open(String address) throws IOException {
    here("POST", "/url", Map.of("url", address));
  }

  String address() throws IOException {
    return (String) here("GET", "/url", null);
  }

  void reload() throws IOException {
    here("POST", "/refresh", Map.of());
  }

  /** Runs a script and gives what it returns. */
  Object run(String script, Object... arguments) throws IOException {
    return here(
        "POST", "/execute/sync", Map.of("script", script, "args", Arrays.asList(arguments)));
  }

  String text(String selector) throws IOException {
    return String.valueOf(
        run(
            "const e = document.querySelector(arguments[0]); return e ? e.innerText : ''",
            selector));
  }

  int count(String selector) throws IOException {
    return ((Number) run("return document.querySelectorAll(arguments[0]).length", selector))
        .intValue();
  }

  private String element(String selector) throws IOException {
    Map<?, ?> found =
        (Map<?, ?>) here("POST", "/element", Map.of("using", "css selector", "value", selector));
    return (String) found.get(ELEMENT);
  }

  void click(String selector) throws IOException {
    here("POST", "/element/" + element(selector) + "/click", Map.of());
  }

  void type(String selector, String text) throws IOException {
    here("POST", "/element/" + element(selector) + "/value", Map.of("text", text));
  }

  /** Presses keys on whatever has the focus. */
  void press(String keys) throws IOException {
    List<Object> actions = new ArrayList<>();
    keys.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key -> {
              actions.add(Map.of("type", "keyDown", "value", key));
              actions.add(Map.of("type", "keyUp", "value", key));
            });
    Map<String, Object> keyboard = Map.of("type", "key", "id", "keys", "actions", actions);
    here("POST", "/actions", Map.of("actions", List.of(keyboard)));
  }

  void move(String selector) throws IOException {
    Map<String, Object> origin = Map.of(ELEMENT, element(selector));
    Map<String, Object> move =
        Map.of("type", "pointerMove", "duration", 10, "x", 0, "y", 0, "origin", origin);
    Map<String, Object> mouse = Map.of("type", "pointer", "id", "mouse", "actions", List.of(move));
    here("POST", "/actions", Map.of("actions", List.of(mouse)));
  }

  /** Puts files into the page's field for files. */
  void drop(Path... files) throws IOException {
    type(
        "#pick",
        String.join("\n", Stream.of(files).map(file -> file.toAbsolutePath().toString()).toList()));
  }

  void size(int width, int height) throws IOException {
    devtools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  Object devtools(String command, Map<String, Object> parameters) throws IOException {
    return here("POST", "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  byte[] screenshot() throws IOException {
    return Base64.getDecoder().decode((String) here("GET", "/screenshot", null));
  }

  byte[] print() throws IOException {
    return Base64.getDecoder().decode((String) here("POST", "/print", Map.of("background", true)));
  }

  /** What the page complained of: refused scripts and styles, faults, failed requests. */
  List<String> complaints() throws IOException {
    Collection<?> entries = (Collection<?>) here("POST", "/se/log", Map.of("type", "browser"));
    return entries.stream()
        .map(entry -> (Map<?, ?>) entry)
        .filter(entry -> "SEVERE".equals(entry.get("level")))
        .map(entry -> String.valueOf(entry.get("message")))
        .toList();
  }

  void waitFor(String selector) {
    waitFor(
        selector,
        () -> {
          try {
            return count(selector) > 0;
          } catch (IOException e) {
            return false;
          }
        });
  }

  void waitFor(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      try {
        Thread.sleep(40);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Object here(String method, String path, Object body) throws IOException {
    return call(method, "/session/" + session + path, body);
  }

  private Object call(String method, String path, Object body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        write(json, body);
      }
      request.method(method, HttpRequest.BodyPublishers.ofString(text.toString()));
    }
    try {
      HttpResponse<String> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Object value = ((Map<?, ?>) read(reply.body())).get("value");
      if (reply.statusCode() != 200) {
        throw new IOException(method + " " + path + ": " + value);
      }
      return value;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  private static Object read(String text) throws IOException {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      return value(json);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        return map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        return list;
      }
      case VALUE_NUMBER_INT -> {
        return json.getLongValue();
      }
      case VALUE_NUMBER_FLOAT -> {
        return json.getDecimalValue();
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return json.getBooleanValue();
      }
      case VALUE_NULL -> {
        return null;
      }
      default -> {
        return json.getText();
      }
    }
  }

  @Override
  public void close() {
    try {
      here("DELETE", "", null);
    } catch (IOException e) {
      driver.descendants().forEach(ProcessHandle::destroy);
    } finally {
      driver.destroy();
    }
  }
}
