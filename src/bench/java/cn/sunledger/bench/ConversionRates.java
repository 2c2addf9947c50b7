package cn.sunledger.bench;

import cn.sunledger.cli.Cli;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a workbook costs once everything is compiled, as in a conversion of tens of thousands: the
 * same folder is converted again and again in one process, without facts, with facts and by the
 * fastest library reader for Java, in turn. Wall and processor time, medians of the ratios to our
 * raw sheets.
 */
public final class ConversionRates {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
    int rounds = Integer.parseInt(words[0]);
    String in = words[1];
    // deleted at the end: ext4 is slow to hand out again what was deleted a moment ago
    Path folder = Files.createTempDirectory(Path.of(words[2]), "rates");
    Map<String, Conversion> conversions = new LinkedHashMap<>();
    conversions.put("raw sheets", out -> csv(in, out, "--only", "sheets", "--threads", "1"));
    conversions.put("sheets and facts", out -> csv(in, out, "--threads", "1"));
    conversions.put("fastexcel", out -> FastexcelCsv.main(new String[] {in, out.toString()}));
    conversions.put(
        "raw sheets, 2 threads", out -> csv(in, out, "--only", "sheets", "--threads", "2"));
    conversions.put("sheets and facts, 2 threads", out -> csv(in, out, "--threads", "2"));
    Map<String, List<double[]>> ratios = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      double[] raw = null;
      for (Map.Entry<String, Conversion> conversion : conversions.entrySet()) {
        double[] took = time(conversion.getValue(), Files.createTempDirectory(folder, "out"));
        raw = raw == null ? took : raw;
        System.out.printf("%s %.3f s, processor %.3f s%n", conversion.getKey(), took[0], took[1]);
        // the first round warms up
        if (round > 0) {
          ratios
              .computeIfAbsent(conversion.getKey(), key -> new ArrayList<>())
              .add(new double[] {took[0] / raw[0], took[1] / raw[1]});
        }
      }
    }
    delete(folder);
    ratios.forEach(
        (name, all) ->
            System.out.printf(
                "median %s: wall %.2f, processor %.2f%n", name, median(all, 0), median(all, 1)));
  }

  private static double median(List<double[]> all, int which) {
    double[] sorted = all.stream().mapToDouble(each -> each[which]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double[] time(Conversion conversion, Path folder) throws Exception {
    long wall = System.nanoTime();
    long processor = MACHINE.getProcessCpuTime();
    conversion.to(folder.resolve("csv"));
    double[] took = {
      (System.nanoTime() - wall) / 1e9, (MACHINE.getProcessCpuTime() - processor) / 1e9
    };
    return took;
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
