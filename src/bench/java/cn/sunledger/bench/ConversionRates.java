package cn.sunledger.bench;

import cn.sunledger.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What a workbook costs once everything is compiled, as in a conversion of tens of thousands: the
 * same folder is converted again and again in one process, without facts, with facts and by the
 * fastest library reader for Java, in turn. Wall and processor time, medians of the ratios to our
 * raw sheets.
 */
public final class ConversionRates {
  private ConversionRates() {}

  private interface Conversion {
    void to(Path out) throws Exception;
  }

  /**
   * Measures: {@code ROUNDS WORKBOOKS FOLDER}.
   *
   * @param words how many rounds, the folder of the workbooks, a folder for the results
   */
  public static void main(String[] words) throws Exception {
    String in = words[1];
    Map<String, Conversion> conversions = new LinkedHashMap<>();
    conversions.put("raw sheets", out -> csv(in, out, "--only", "sheets", "--threads", "1"));
    conversions.put("sheets and facts", out -> csv(in, out, "--threads", "1"));
    conversions.put("fastexcel", out -> FastexcelCsv.main(new String[] {in, out.toString()}));
    conversions.put(
        "raw sheets, 2 threads", out -> csv(in, out, "--only", "sheets", "--threads", "2"));
    conversions.put("sheets and facts, 2 threads", out -> csv(in, out, "--threads", "2"));
    // deleted at the end: ext4 is slow to hand out again what was deleted a moment ago
    Path folder = Files.createTempDirectory(Path.of(words[2]), "rates");
    Map<String, Callable<?>> works = new LinkedHashMap<>();
    conversions.forEach(
        (name, conversion) ->
            works.put(
                name,
                () -> {
                  Path out = Files.createTempDirectory(folder, "out").resolve("csv");
                  conversion.to(out);
                  return out.getParent().getFileName();
                }));
    Took.compare(Integer.parseInt(words[0]), works);
    delete(folder);
  }

  private static void csv(String in, Path out, String... options) {
    List<String> words = new ArrayList<>(List.of("csv", in, "--out", out.toString()));
    words.addAll(List.of(options));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int code = Cli.run(words.toArray(String[]::new), nowhere, nowhere);
    if (code != 0) {
      throw new IllegalStateException("exit code " + code);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
