package cn.sunledger.export;

/**
 * How CSV is written.
 *
 * @param bom whether a byte-order mark stands in front, which old versions of Excel need to see
 *     UTF-8
 * @param raw whether texts that a spreadsheet would run as a formula stay as they are
 */
public record CsvOptions(boolean bom, boolean raw) {
  /** No byte-order mark, formulas defused. */
  public static final CsvOptions PLAIN = new CsvOptions(false, false);
}
