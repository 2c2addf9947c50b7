package cn.sunledger.grid;

import cn.sunledger.bench.Took;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * How long readers take for the same files, every cell delivered and nothing written: one after the
 * other in each round of one process, as ratios to our own reader. Both are told, what a clock on
 * the wall says and what all processors together spent, since a large sheet is unpacked by a second
 * thread.
 */
public final class ReadingRates {
  private static final LongAdder CELLS = new LongAdder();

  private ReadingRates() {}

  private interface Reader {
    void read(Path file) throws IOException;
  }

  /**
   * Measures: {@code ROUNDS PATH [MOST [READER…]]}. With the system property {@code threads}, so
   * many threads read the files between them.
   *
   * @param words how many rounds, which file or folder, how many files at most, which readers
   */
  public static void main(String[] words) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(words[1]))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    files =
        files.subList(
            0,
            Math.min(files.size(), words.length > 2 ? Integer.parseInt(words[2]) : files.size()));
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("own cells", ReadingRates::ownCells);
    readers.put("own grids", ReadingRates::ownGrids);
    readers.put("inflate", ReadingRates::inflate);
    readers.put("fastexcel", ReadingRates::fastexcel);
    readers.put("EasyExcel", ReadingRates::easyExcel);
    readers.put("POI", ReadingRates::poi);
    if (words.length > 3) {
      readers.keySet().retainAll(Arrays.asList(words).subList(3, words.length));
    }
    List<Path> chosen = files;
    Map<String, Callable<?>> works = new LinkedHashMap<>();
    readers.forEach((name, reader) -> works.put(name, () -> read(reader, chosen)));
    Took.compare(Integer.parseInt(words[0]), works);
  }

  private static long read(Reader reader, List<Path> files) throws Exception {
    CELLS.reset();
    int threads = Integer.getInteger("threads", 1);
    AtomicInteger next = new AtomicInteger();
    Callable<Void> work =
        () -> {
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            reader.read(files.get(i));
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (Future<Void> each : pool.invokeAll(Collections.nCopies(threads, work))) {
      each.get();
    }
    pool.shutdown();
    return CELLS.sum();
  }

  private static void inflate(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            CELLS.add(read);
          }
        }
      }
    }
  }

  private static void ownCells(Path file) throws IOException {
    try (XlsxWorkbook workbook = new XlsxWorkbook(file)) {
      Delivered delivered = new Delivered(workbook.strings());
      for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
        workbook.read(sheet, delivered);
      }
      CELLS.add(delivered.count);
    }
  }

  /** Takes every cell as what it is: a text, or a decimal number. */
  private static final class Delivered implements SheetSink {
    private final SharedStrings strings;
    private long count;

    Delivered(SharedStrings strings) {
      this.strings = strings;
    }

    @Override
    public void hiddenColumns(int first, int last) {}

    @Override
    public void hiddenRow(int row) {}

    @Override
    public void zerosHidden() {}

    @Override
    public void cell(RawCell cell) throws IOException {
      Object value =
          switch (cell.type) {
            case SHARED_TEXT -> strings.text(cell.index());
            case NUMBER -> Decimals.parse(cell);
            default -> cell.text();
          };
      count += value == null ? 0 : 1;
    }

    @Override
    public void merge(Merge merge) {}

    @Override
    public void badAddress(String address) {}
  }

  private static void ownGrids(Path file) throws IOException {
    try {
      for (SheetGrid sheet : new WorkbookReader().read(file).sheets()) {
        for (int row = 0; row < sheet.rowCount(); row++) {
          CELLS.add(sheet.row(row).size());
        }
      }
    } catch (UnreadableWorkbookException e) {
      throw new IOException(e);
    }
  }

  private static void fastexcel(Path file) throws IOException {
    long[] count = {0};
    try (ReadableWorkbook workbook = faster(file)) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          rows.forEach(
              row -> {
                for (Cell cell : row) {
                  count[0] += cell != null && cell.getValue() != null ? 1 : 0;
                }
              });
        }
      }
    }
    CELLS.add(count[0]);
  }

  /** It reads small files faster from a stream and large ones from a file. */
  private static ReadableWorkbook faster(Path file) throws IOException {
    if (Files.size(file) > 1 << 20) {
      return new ReadableWorkbook(file.toFile());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new ReadableWorkbook(in);
    }
  }

  private static void easyExcel(Path file) throws IOException {
    EasyExcelValues.read(
        file,
        FileKind.XLSX,
        new EasyExcelValues.Sink() {
          @Override
          public void number(int sheet, int row, int column, java.math.BigDecimal value) {
            CELLS.increment();
          }

          @Override
          public void text(int sheet, int row, int column, String value) {
            CELLS.increment();
          }
        });
  }

  private static void poi(Path file) throws IOException {
    try (var workbook =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(Files.newInputStream(file))) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          for (var cell : row) {
            CELLS.add(cell.getCellType() == org.apache.poi.ss.usermodel.CellType.BLANK ? 0 : 1);
          }
        }
      }
    }
  }
}
