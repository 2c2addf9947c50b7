package cn.sunledger.layout;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Measures what recognition costs against reading, in one run: prints for each sample the
 * milliseconds of our reading, of recognition, and of reading the same file with EasyExcel and with
 * POI, and the ratios.
 */
final class RecognitionCost {
  private static final int WARM = 30;
  private static final int ROUNDS = 60;
  private static final int MILLION = 1_000_000;
  private static final int STEPS = 4;

  /** The thread's own time: others may work on the same machine. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private RecognitionCost() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TableRecognizer recognizer = Recognizers.national();
    long[] all = new long[STEPS];
    for (String name : SampleGrids.names()) {
      if (name.endsWith(".txt")) {
        continue;
      }
      Path file = Path.of("sample-workbooks", name);
      long[] sums = new long[STEPS];
      for (int round = 0; round < WARM + ROUNDS; round++) {
        long[] times = times(recognizer, file);
        for (int i = 0; i < STEPS && round >= WARM; i++) {
          sums[i] += times[i];
          all[i] += times[i];
        }
      }
      print(out, name, sums);
    }
    print(out, "all samples", all);
  }

  /** The thread's time for our reading, recognition, EasyExcel's and POI's reading. */
  private static long[] times(TableRecognizer recognizer, Path file) throws Exception {
    long start = CLOCK.getCurrentThreadCpuTime();
    WorkbookGrid grid = new WorkbookReader().read(file);
    long read = CLOCK.getCurrentThreadCpuTime();
    recognizer.recognise(grid);
    long recognised = CLOCK.getCurrentThreadCpuTime();
    EasyExcel.read(file.toFile(), new Counting()).headRowNumber(0).doReadAll();
    long easy = CLOCK.getCurrentThreadCpuTime();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(Cell::getCellType)));
    }
    long poi = CLOCK.getCurrentThreadCpuTime();
    return new long[] {read - start, recognised - read, easy - recognised, poi - easy};
  }

  /** Takes rows and keeps nothing. */
  private static final class Counting extends AnalysisEventListener<Map<Integer, String>> {
    @Override
    public void invoke(Map<Integer, String> row, AnalysisContext context) {}

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {}
  }

  private static void print(PrintStream out, String name, long[] sums) {
    double unit = (double) ROUNDS * MILLION;
    out.printf(
        "%-42s reading %6.2f ms, recognition %6.2f ms (%.2f of it); EasyExcel reads %6.2f ms (%.2f),"
            + " POI %6.2f ms (%.2f)%n",
        name,
        sums[0] / unit,
        sums[1] / unit,
        sums[1] / (double) sums[0],
        sums[2] / unit,
        sums[1] / (double) sums[2],
        sums[3] / unit,
        sums[1] / (double) sums[3]);
  }
}
