package cn.sunledger.export;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * RFC 4180 records with {@code \n} at their ends. A text that a spreadsheet would run gets a
 * leading apostrophe (CWE-1236); numbers are left alone, as are texts that are nothing but a number
 * or a dash, since those run nothing.
 */
final class CsvRows {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
  private static final String STARTS_FORMULA = "=+-@\t\r＝＋－＠";
  private static final Pattern RUNS_NOTHING =
      Pattern.compile("[-－]+|[+-][0-9][0-9,]*(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?%?");

  private final CSVPrinter printer;
  private final boolean raw;

  CsvRows(Appendable out, CsvOptions options) throws IOException {
    if (options.bom()) {
      out.append('\uFEFF');
    }
    this.printer = new CSVPrinter(out, FORMAT);
    this.raw = options.raw();
  }

  /** A record of texts as they are. */
  void plain(List<String> values) throws IOException {
    printer.printRecord(values);
  }

  /** Adds a number or a word of ours to the record. */
  void value(String value) throws IOException {
    printer.print(value.isEmpty() ? null : value);
  }

  /** Adds a text that somebody else wrote. */
  void text(String text) throws IOException {
    value(raw ? text : defused(text));
  }

  /** Adds the blank of a record that has no other column, which must not look like no record. */
  void onlyBlank() throws IOException {
    printer.print("");
  }

  void endRecord() throws IOException {
    printer.println();
  }

  static String defused(String text) {
    boolean runs =
        !text.isEmpty()
            && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0
            && !RUNS_NOTHING.matcher(text).matches();
    return runs ? "'" + text : text;
  }
}
