package cn.sunledger.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Who may ask. The page is served on this machine only, but any site that a browser shows can make
 * it ask us: under our own name (CSRF) or under a name of its own that it lets point here (DNS
 * rebinding). So every request has to name the host as we are called, must not come from another
 * origin, and has to know a secret; what changes anything must be sent by our own script.
 */
final class Gate {
  /** A header that no form and no link can send, and no foreign script without our permission. */
  static final String OWN_HEADER = "X-Sunledger";

  private static final String OWN_VALUE = "drop";
  private static final int SECRET_BYTES = 24;
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Set<String> hosts;
  private final Set<String> origins;
  private final byte[] token;

  Gate(int port, String token) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
    this.token = token.getBytes(StandardCharsets.US_ASCII);
  }

  /** A name that nobody can guess. */
  static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Refuses what did not come from our own page, whatever it asks for. */
  void admit(HttpExchange exchange) throws Refusal {
    Headers headers = exchange.getRequestHeaders();
    if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      throw new Refusal(403, "只在本机使用。");
    }
    if (!hosts.contains(single(headers, "Host"))) {
      throw new Refusal(403, "请用 127.0.0.1 打开本页。");
    }
    String origin = single(headers, "Origin");
    String site = single(headers, "Sec-Fetch-Site");
    if (!origin.isEmpty() && !origins.contains(origin)
        || !site.isEmpty() && !OWN_SITES.contains(site)) {
      throw new Refusal(403, "不接受别的网页发来的请求。");
    }
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> {
        return;
      }
      case "POST" -> {
        if (!OWN_VALUE.equals(single(headers, OWN_HEADER))) {
          throw new Refusal(403, "不接受别的网页发来的请求。");
        }
      }
      default -> throw new Refusal(405, "不支持这种请求。");
    }
  }

  /** Refuses who does not know the secret; tells nothing by how long that takes. */
  void admit(String secret) throws Refusal {
    if (!MessageDigest.isEqual(token, secret.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(403, "地址不完整，请用程序给出的地址打开本页。");
    }
  }

  /** A header that may be sent once; empty where it is missing, of no use where it is repeated. */
  private static String single(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.size() == 1 ? values.get(0) : "\u0000";
  }
}
