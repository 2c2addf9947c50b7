package cn.sunledger.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * What something took, in seconds.
 *
 * @param wall by a clock on the wall
 * @param processor by all processors together, in this process
 */
public record Took(double wall, double processor) {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * Does several things in turn, round by round, and prints what each took and gave, and the
   * medians of the ratios to the first of them. A round before the others warms up and does not
   * count.
   *
   * @param rounds how many rounds count
   * @param works what is compared, by name
   */
  public static void compare(int rounds, Map<String, Callable<?>> works) throws Exception {
    Map<String, List<Took>> ratios = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      Took first = null;
      for (Map.Entry<String, Callable<?>> work : works.entrySet()) {
        long wall = System.nanoTime();
        long processor = MACHINE.getProcessCpuTime();
        Object result = work.getValue().call();
        Took took =
            new Took(
                (System.nanoTime() - wall) / 1e9, (MACHINE.getProcessCpuTime() - processor) / 1e9);
        first = first == null ? took : first;
        System.out.printf(
            "%s %.3f s, processor %.3f s: %s%n", work.getKey(), took.wall, took.processor, result);
        if (round > 0) {
          ratios
              .computeIfAbsent(work.getKey(), key -> new ArrayList<>())
              .add(new Took(took.wall / first.wall, took.processor / first.processor));
        }
      }
    }
    ratios.forEach(
        (name, all) ->
            System.out.printf(
                "median %s: wall %.2f, processor %.2f%n",
                name, median(all, Took::wall), median(all, Took::processor)));
  }

  private static double median(List<Took> all, ToDoubleFunction<Took> which) {
    double[] sorted = all.stream().mapToDouble(which).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
