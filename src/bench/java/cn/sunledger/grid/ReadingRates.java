package cn.sunledger.grid;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * How long readers take for the same files, every cell delivered and nothing written: processor
 * time in one process, one after the other in each round, as ratios to our own reader.
 */
public final class ReadingRates {
  /** Processor time, which other work on the machine does not lengthen. */
  private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

  private static long cells;

  private ReadingRates() {}

  private interface Reader {
    void read(Path file) throws IOException;
  }

  /**
   * Measures: {@code ROUNDS PATH [MOST [READER…]]}.
   *
   * @param words how many rounds, which file or folder, how many files at most, which readers
   */
  public static void main(String[] words) throws IOException {
    int rounds = Integer.parseInt(words[0]);
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
    Map<String, List<Double>> seconds = new HashMap<>();
    for (int round = 0; round <= rounds; round++) {
      StringBuilder line = new StringBuilder();
      double own = 0;
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        cells = 0;
        long start = TIME.getCurrentThreadCpuTime();
        for (Path file : files) {
          reader.getValue().read(file);
        }
        double took = (TIME.getCurrentThreadCpuTime() - start) / 1e9;
        own = own == 0 ? took : own;
        line.append("%s %.3f s = %.2f (%d)  ".formatted(reader.getKey(), took, took / own, cells));
        // the first round warms up
        if (round > 0) {
          seconds.computeIfAbsent(reader.getKey(), key -> new ArrayList<>()).add(took / own);
        }
      }
      System.out.println(line);
    }
    seconds.forEach(
        (name, all) -> {
          Collections.sort(all);
          System.out.printf("median %s %.2f%n", name, all.get(all.size() / 2));
        });
  }

  private static void inflate(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            cells += read;
          }
        }
      }
    }
  }

  private static void ownCells(Path file) throws IOException {
    try (XlsxWorkbook workbook = new XlsxWorkbook(file)) {
      for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
        workbook.read(sheet, new Delivered(workbook.strings()));
      }
    }
  }

  /** Takes every cell as what it is: a text, or a decimal number. */
  private record Delivered(SharedStrings strings) implements SheetSink {
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
      cells += value == null ? 0 : 1;
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
          cells += sheet.row(row).size();
        }
      }
    } catch (UnreadableWorkbookException e) {
      throw new IOException(e);
    }
  }

  private static void fastexcel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          rows.forEach(
              row -> {
                for (Cell cell : row) {
                  cells += cell != null && cell.getValue() != null ? 1 : 0;
                }
              });
        }
      }
    }
  }

  private static void easyExcel(Path file) throws IOException {
    EasyExcelValues.read(
        file,
        FileKind.XLSX,
        new EasyExcelValues.Sink() {
          @Override
          public void number(int sheet, int row, int column, java.math.BigDecimal value) {
            cells++;
          }

          @Override
          public void text(int sheet, int row, int column, String value) {
            cells++;
          }
        });
  }

  private static void poi(Path file) throws IOException {
    try (var workbook =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(Files.newInputStream(file))) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          for (var cell : row) {
            cells += cell.getCellType() == org.apache.poi.ss.usermodel.CellType.BLANK ? 0 : 1;
          }
        }
      }
    }
  }
}
