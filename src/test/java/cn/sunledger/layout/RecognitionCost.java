package cn.sunledger.layout;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Measures what recognition costs against reading: prints the milliseconds of both for each sample
 * and their ratio.
 */
final class RecognitionCost {
  private static final int WARM = 30;
  private static final int ROUNDS = 60;
  private static final int MILLION = 1_000_000;

  /** The thread's own time: others may work on the same machine. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private RecognitionCost() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TableRecognizer recognizer = Recognizers.national();
    long allReading = 0;
    long allRecognising = 0;
    for (String name : SampleGrids.names()) {
      if (name.endsWith(".txt")) {
        continue;
      }
      Path file = Path.of("sample-workbooks", name);
      long reading = 0;
      long recognising = 0;
      for (int round = 0; round < WARM + ROUNDS; round++) {
        long start = CLOCK.getCurrentThreadCpuTime();
        WorkbookGrid grid = new WorkbookReader().read(file);
        long middle = CLOCK.getCurrentThreadCpuTime();
        recognizer.recognise(grid);
        long end = CLOCK.getCurrentThreadCpuTime();
        if (round >= WARM) {
          reading += middle - start;
          recognising += end - middle;
        }
      }
      allReading += reading;
      allRecognising += recognising;
      print(out, name, reading, recognising);
    }
    print(out, "all samples", allReading, allRecognising);
  }

  private static void print(PrintStream out, String name, long reading, long recognising) {
    out.printf(
        "%-48s reading %6.2f ms, recognition %6.2f ms, ratio %.2f%n",
        name,
        reading / (double) ROUNDS / MILLION,
        recognising / (double) ROUNDS / MILLION,
        recognising / (double) reading);
  }
}
