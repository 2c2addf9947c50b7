package cn.sunledger.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers headers of its own
 * @param body what is sent
 */
record Reply(int status, Map<String, String> headers, Body body) {
  private static final int NO_BODY = -1;

  /** The page may load what this program serves, and nothing else; it runs no inline script. */
  private static final Map<String, String> ON_EVERY_REPLY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
              + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cache-Control",
          "no-store");

  /** What is sent, and how long it is. */
  interface Body {
    long length() throws IOException;

    void to(OutputStream out) throws IOException;
  }

  private record Bytes(byte[] bytes) implements Body {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void to(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  private record WholeFile(Path path) implements Body {
    @Override
    public long length() throws IOException {
      return Files.size(path);
    }

    @Override
    public void to(OutputStream out) throws IOException {
      try (InputStream in = Files.newInputStream(path)) {
        in.transferTo(out);
      }
    }
  }

  static Reply html(String page) {
    return text("text/html; charset=utf-8", page);
  }

  static Reply text(String type, String text) {
    return bytes(type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply bytes(String type, byte[] bytes) {
    return new Reply(200, Map.of("Content-Type", type), new Bytes(bytes));
  }

  static Reply empty() {
    return new Reply(204, Map.of(), new Bytes(new byte[0]));
  }

  /** One sentence, as text: what it quotes of a request is never markup. */
  static Reply refused(Refusal refusal) {
    return new Reply(
        refusal.status(),
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        new Bytes(refusal.getMessage().getBytes(StandardCharsets.UTF_8)));
  }

  static Reply redirect(String path) {
    return new Reply(303, Map.of("Location", path), new Bytes(new byte[0]));
  }

  /** A file to keep, under a name of any characters. */
  static Reply download(Path file, String type, String name) {
    return new Reply(200, attachment(type, name), new WholeFile(file));
  }

  static Reply download(byte[] bytes, String type, String name) {
    return new Reply(200, attachment(type, name), new Bytes(bytes));
  }

  private static Map<String, String> attachment(String type, String name) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
    return headers;
  }

  /** RFC 8187: nothing but letters, digits and percent signs is left of a name. */
  private static String encoded(String name) {
    StringBuilder text = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      if (c < 0x7F && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
        text.append(c);
      } else {
        text.append(String.format("%%%02X", (int) c));
      }
    }
    return text.toString();
  }

  /** The same answer, which may be kept for as long as the program runs. */
  Reply kept() {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put("Cache-Control", "private, max-age=86400, immutable");
    return new Reply(status, more, body);
  }

  void send(HttpExchange exchange) throws IOException {
    Headers sent = exchange.getResponseHeaders();
    ON_EVERY_REPLY.forEach(sent::set);
    headers.forEach(sent::set);
    long length = body.length();
    if (exchange.getRequestMethod().equals("HEAD") || length == 0) {
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(status, length);
    try (OutputStream out = exchange.getResponseBody()) {
      body.to(out);
    }
  }
}
