package cn.sunledger.export;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

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

  /** Characters that nothing ever quotes: most of ASCII, and all behind it. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      PLAIN[c] = true;
    }
    for (char c : "%()*+-./".toCharArray()) {
      PLAIN[c] = true;
    }
  }

  private final Appendable out;
  private final boolean raw;
  private boolean first = true;

  CsvRows(Appendable out, CsvOptions options) throws IOException {
    if (options.bom()) {
      out.append('\uFEFF');
    }
    this.out = out;
    this.raw = options.raw();
  }

  private CsvRows(Appendable out, boolean raw) {
    this.out = out;
    this.raw = raw;
  }

  /** A record of texts as they are. */
  void plain(List<String> values) throws IOException {
    for (String value : values) {
      value(value);
    }
    endRecord();
  }

  /** Adds a number or a word of ours to the record. */
  void value(String value) throws IOException {
    if (value.isEmpty() || isPlain(value)) {
      if (!first) {
        out.append(',');
      }
      out.append(value);
    } else {
      FORMAT.print(value, out, first);
    }
    first = false;
  }

  /** A text as it stands in a record. */
  static String field(String text) {
    return FORMAT.format(text);
  }

  /** Whether an ASCII character is one that nothing ever quotes. */
  static boolean isPlain(char c) {
    return PLAIN[c];
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < PLAIN.length && !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  /** Adds a text that somebody else wrote. */
  void text(String text) throws IOException {
    value(raw ? text : defused(text));
  }

  /** Adds the blank of a record that has no other column, which must not look like no record. */
  void onlyBlank() throws IOException {
    FORMAT.print("", out, first);
    first = false;
  }

  void endRecord() throws IOException {
    out.append('\n');
    first = true;
  }

  /**
   * A text that runs nothing. What stood in front of it can be told: one that itself begins with
   * apostrophes and would run without them gets one more.
   */
  static String defused(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return runs(text, start) ? "'" + text : text;
  }

  /** The text that was defused. */
  static String restored(String defused) {
    if (defused.isEmpty() || defused.charAt(0) != '\'') {
      return defused;
    }
    String text = defused.substring(1);
    return defused(text).equals(defused) ? text : defused;
  }

  /** Whether a character is most certainly none that a formula starts with. */
  private static boolean isLetter(char c) {
    return c > '@' && c < '\uff00';
  }

  private static boolean runs(String text, int start) {
    if (start == text.length() || isLetter(text.charAt(start))) {
      return false;
    }
    if (STARTS_FORMULA.indexOf(text.charAt(start)) < 0) {
      return false;
    }
    return !RUNS_NOTHING.matcher(text).region(start, text.length()).matches();
  }
}
