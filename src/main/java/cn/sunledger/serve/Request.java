package cn.sunledger.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param exchange the connection
 * @param post whether it may change something
 * @param path the words of its path
 * @param query the parameters in its address
 */
record Request(HttpExchange exchange, boolean post, List<String> path, Map<String, String> query) {
  private static final int MOST_WORDS = 8;
  private static final int MOST_PARAMETERS = 8;

  static Request of(HttpExchange exchange) throws Refusal {
    URI address = exchange.getRequestURI();
    String raw = address.getRawPath() == null ? "" : address.getRawPath();
    List<String> words = new ArrayList<>();
    for (String word : raw.split("/", -1)) {
      words.add(word);
    }
    // the path begins with a slash, and so with an empty word
    if (words.size() < 2 || words.size() > MOST_WORDS + 2 || !words.get(0).isEmpty()) {
      throw Refusal.missing();
    }
    for (String word : words) {
      // addresses of ours are made of plain words: nothing needs to be decoded, nothing is
      if (!word.chars()
              .allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || c == '.' || c == '-'))
          || word.startsWith(".")) {
        throw Refusal.missing();
      }
    }
    return new Request(
        exchange,
        exchange.getRequestMethod().equals("POST"),
        List.copyOf(words.subList(1, words.size())),
        parameters(address.getRawQuery()));
  }

  /** The same request with the first word of its path taken off. */
  Request below() {
    return new Request(exchange, post, path.subList(1, path.size()), query);
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  int number(String name) throws Refusal {
    try {
      return Math.max(0, Integer.parseInt(query.getOrDefault(name, "0")));
    } catch (NumberFormatException e) {
      throw Refusal.missing();
    }
  }

  /** How long the body says it is; -1 where it does not say it. */
  long length() {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * What a form of our page sends.
   *
   * @param most its greatest length in bytes
   */
  Map<String, String> form(int most) throws IOException, Refusal {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new Refusal(413, "填写的内容太长。");
      }
      return parameters(new String(body, StandardCharsets.UTF_8));
    }
  }

  private static Map<String, String> parameters(String text) throws Refusal {
    Map<String, String> values = new HashMap<>();
    if (text == null || text.isEmpty()) {
      return values;
    }
    for (String pair : text.split("&", MOST_PARAMETERS + 1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        values.put(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new Refusal(400, "请求的格式有误。");
      }
    }
    return values;
  }
}
