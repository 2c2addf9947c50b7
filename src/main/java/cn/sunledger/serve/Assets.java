package cn.sunledger.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The scripts and styles of the page: these files of the jar, and no others. */
final class Assets {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  private record Asset(String type, String resource) {}

  private static final Map<String, Asset> ASSETS =
      Map.of(
          "drop.css", new Asset(STYLE, "/serve/drop.css"),
          "drop.js", new Asset(SCRIPT, "/serve/drop.js"),
          "result.js", new Asset(SCRIPT, "/serve/result.js"),
          "charts.js", new Asset(SCRIPT, "/serve/charts.js"),
          "icon.svg", new Asset("image/svg+xml", "/serve/icon.svg"),
          "echarts.js",
              new Asset(SCRIPT, "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js"));

  private Assets() {}

  static Reply asset(String name) throws IOException, Refusal {
    Asset asset = ASSETS.get(name);
    if (asset == null) {
      throw Refusal.missing();
    }
    try (InputStream in = Assets.class.getResourceAsStream(asset.resource())) {
      if (in == null) {
        throw Refusal.missing();
      }
      return Reply.bytes(asset.type(), in.readAllBytes()).kept();
    }
  }
}
