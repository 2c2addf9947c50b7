package cn.sunledger.bench;

import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.FactsCsv;
import cn.sunledger.export.SheetCsv;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.job.DisclosureReader;
import cn.sunledger.job.Stages;
import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each stage of the conversion of one nine-table workbook takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StagesBench {
  private static final Path FILE = Path.of("sample-workbooks", "changsha-2023-final-accounts.xlsx");

  private final DisclosureReader reader =
      new Stages(new TemplateFolder(Optional.empty()), Optional.empty()).reader();
  private final WorkbookGrid grid;
  private final Disclosure disclosure;

  /** Reads the workbook that the later stages start from. */
  public StagesBench() {
    this.grid = read();
    this.disclosure = reader.recognise(grid);
  }

  /** From bytes to typed cells. */
  @Benchmark
  public WorkbookGrid read() {
    try {
      return new WorkbookReader().read(FILE);
    } catch (UnreadableWorkbookException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From cells to tables and facts. */
  @Benchmark
  public Disclosure recognise() {
    return reader.recognise(grid);
  }

  /** The raw sheets as CSV, not written to any disk. */
  @Benchmark
  public void sheetsAsCsv() throws IOException {
    for (SheetGrid sheet : grid.sheets()) {
      try (Writer out = CsvOptions.PLAIN.writer(OutputStream.nullOutputStream())) {
        new SheetCsv(CsvOptions.PLAIN).write(sheet, out);
      }
    }
  }

  /** The facts as CSV, not written to any disk. */
  @Benchmark
  public int factsAsCsv() throws IOException {
    FactsCsv facts = new FactsCsv(OutputStream.nullOutputStream(), CsvOptions.PLAIN);
    int count = facts.rows("a.xlsx", disclosure);
    facts.flush();
    return count;
  }
}
