package cn.sunledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Every sheet of every workbook to CSV, by the fastest library reader for Java. */
public final class FastexcelCsv {
  private FastexcelCsv() {}

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
      try (InputStream in = Files.newInputStream(file);
          ReadableWorkbook workbook = new ReadableWorkbook(in)) {
        for (Sheet sheet : workbook.getSheets().toList()) {
          write(sheet, out.resolve(sheet.getName().replace('/', '_') + ".csv"));
        }
      }
    }
  }

  private static void write(Sheet sheet, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        for (Cell cell : each.next()) {
          printer.print(cell == null ? null : cell.getRawValue());
        }
        printer.println();
      }
    }
  }
}
