package cn.sunledger.bench;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What somebody writes in an afternoon: every sheet of every workbook to CSV, by EasyExcel. */
public final class EasyExcelCsv {
  private EasyExcelCsv() {}

  /**
   * Converts.
   *
   * @param words the folder of the workbooks, the folder of the results
   */
  public static void main(String[] words) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(words[0]))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path out = Files.createDirectories(Path.of(words[1]).resolve(file.getFileName()));
      EasyExcel.read(file.toFile(), new Rows(out))
          .headRowNumber(0)
          .ignoreEmptyRow(false)
          .doReadAll();
    }
  }

  private static final class Rows extends AnalysisEventListener<Map<Integer, String>> {
    private final Path out;
    private CSVPrinter printer;
    private BufferedWriter writer;

    Rows(Path out) {
      this.out = out;
    }

    @Override
    public void invoke(Map<Integer, String> row, AnalysisContext context) {
      try {
        if (printer == null) {
          String sheet = context.readSheetHolder().getSheetName();
          writer = Files.newBufferedWriter(out.resolve(sheet.replace('/', '_') + ".csv"));
          printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        }
        printer.printRecord(row.values());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {
      try {
        if (writer != null) {
          writer.close();
        }
        printer = null;
        writer = null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
