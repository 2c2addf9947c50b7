package cn.sunledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Opens an address in the user's browser. */
final class Browser {
  private static final List<String> ON_LINUX =
      List.of(
          "xdg-open",
          "gio",
          "sensible-browser",
          "x-www-browser",
          "firefox",
          "chromium",
          "google-chrome",
          "uos-browser",
          "browser360-cn",
          "qaxbrowser");

  private Browser() {}

  /**
   * Opens an address.
   *
   * @param address the address
   * @return whether something was found that can open it
   */
  static boolean open(String address) {
    for (List<String> command : commands(address)) {
      try {
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      } catch (IOException e) {
        continue;
      }
    }
    return false;
  }

  private static List<List<String>> commands(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return List.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    }
    if (system.contains("mac")) {
      return List.of(List.of("open", address));
    }
    List<List<String>> commands = new ArrayList<>();
    for (String program : ON_LINUX) {
      if (installed(program)) {
        commands.add(
            program.equals("gio") ? List.of(program, "open", address) : List.of(program, address));
      }
    }
    return commands;
  }

  private static boolean installed(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }
}
