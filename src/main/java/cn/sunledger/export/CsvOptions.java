package cn.sunledger.export;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How CSV is written.
 *
 * @param encoding UTF-8, or GB18030, which holds the same characters and is what old versions of
 *     Excel expect in China
 * @param bom whether a byte-order mark stands in front, which old versions of Excel need to see
 *     UTF-8
 * @param raw whether texts that a spreadsheet would run as a formula stay as they are
 */
public record CsvOptions(Charset encoding, boolean bom, boolean raw) {
  /** UTF-8, no byte-order mark, formulas defused. */
  public static final CsvOptions PLAIN = new CsvOptions(false, false);

  /**
   * In UTF-8.
   *
   * @param bom whether a byte-order mark stands in front
   * @param raw whether texts that a spreadsheet would run as a formula stay as they are
   */
  public CsvOptions(boolean bom, boolean raw) {
    this(StandardCharsets.UTF_8, bom, raw);
  }

  /** The same for rows that go behind others. */
  public CsvOptions withoutBom() {
    return new CsvOptions(encoding, false, raw);
  }

  /**
   * A writer of this encoding; what it cannot hold, such as half a character, becomes a question
   * mark.
   *
   * @param out where the bytes go; closed with the writer
   */
  public Writer writer(OutputStream out) {
    return encoding.equals(StandardCharsets.UTF_8)
        ? new Utf8Writer(out)
        : new BufferedWriter(new OutputStreamWriter(out, encoding), 1 << 14);
  }
}
