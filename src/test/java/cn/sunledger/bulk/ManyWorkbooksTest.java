package cn.sunledger.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.PackageSettings;
import cn.sunledger.job.BulkConversion;
import cn.sunledger.job.ConversionOptions;
import cn.sunledger.job.ConversionResult;
import cn.sunledger.job.Stages;
import cn.sunledger.profile.TemplateFolder;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many workbooks in one run: the memory that is held does not grow with their number, no handle is
 * leaked, and every one of them is in the results. {@code -Dmany.workbooks=20000} says how many.
 */
class ManyWorkbooksTest {
  private static final int FEW = 60;
  private static final int FACTS_EACH = 351;

  /** What is held between two workbooks, besides a name and a line's place for each. */
  private static final long GROWTH_BYTES = 24L << 20;

  private static final long PER_WORKBOOK_BYTES = 1_500;

  @TempDir Path folder;

  @Test
  void someWorkbooks() throws Exception {
    run(FEW);
  }

  @Test
  @Tag("long")
  void manyWorkbooks() throws Exception {
    run(Integer.getInteger("many.workbooks", 2_000));
  }

  private void run(int count) throws Exception {
    Path in = folder.resolve("in");
    GeneratedWorkbooks.nineTables(in, count);
    PackageSettings settings = new PackageSettings("test", "auto", true, true, CsvOptions.PLAIN);
    List<Long> used = Collections.synchronizedList(new ArrayList<>());
    List<Long> handles = Collections.synchronizedList(new ArrayList<>());
    long before = handles();
    long start = System.nanoTime();
    int step = Math.max(1, count / 10);
    BulkConversion conversion =
        new BulkConversion(
            new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader(),
            new ConversionOptions(folder.resolve("out"), settings, 2, false, false),
            (done, total) -> {
              if (done % step == 0) {
                used.add(usedMemory());
                handles.add(handles());
              }
            });
    ConversionResult result = conversion.run(List.of(in));
    double seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        "%d workbooks, %d facts in %.1f s, %.0f a second; memory held after each tenth (MB): %s; handles: %s%n",
        count,
        result.facts(),
        seconds,
        count / seconds,
        used.stream().map(bytes -> bytes >> 20).toList(),
        handles);
    assertEquals(count, result.converted());
    assertEquals((long) count * FACTS_EACH, result.facts());
    assertEquals(List.of(), result.failures());
    try (Stream<Path> sheets = Files.list(folder.resolve("out/sheets"))) {
      assertEquals(count, sheets.count());
    }
    long growth = used.get(used.size() - 1) - used.get(0);
    assertTrue(growth < GROWTH_BYTES + count * PER_WORKBOOK_BYTES, used.toString());
    assertTrue(Collections.max(handles) < before + 50, before + " and " + handles);
    assertTrue(handles() <= before + 5, before + " and " + handles());
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
