package cn.sunledger.annotate.content;

import cn.sunledger.model.Severity;

/** The looks of sunledger's sheets: few colours, calm, readable when printed in grey. */
final class Palette {
  static final String SANS = "微软雅黑";
  static final String SONG = "宋体";
  static final String INK = "1F2A37";
  static final String MUTED = "6B7785";
  static final String LINE = "CBD3DC";
  static final String LINK = "1F5FA8";
  static final String NAVY = "35506B";
  static final String ALERT = "9B1C1C";
  static final String BAND = "E9EEF4";
  static final String INPUT = "FFF8E1";
  static final String TAB = "35506B";

  static final Look PLAIN =
      new Look(SANS, 10, false, INK, "", "", Look.Across.LEFT, false, false, 0, "");
  static final Look TITLE = PLAIN.set(SANS, 18).strong().in(NAVY);
  static final Look NOTE = PLAIN.set(SANS, 9).in(MUTED).wrapped();
  static final Look LINKED = PLAIN.in(LINK);
  static final Look HEADER =
      PLAIN.strong().in("FFFFFF").on(NAVY).lined(NAVY).at(Look.Across.CENTER).wrapped();
  static final Look SECTION = PLAIN.set(SANS, 12).strong().in(NAVY);
  static final Look SUBHEADER =
      PLAIN.strong().on(BAND).lined(LINE).at(Look.Across.CENTER).wrapped();
  static final Look CELL = PLAIN.lined(LINE).wrapped().indented(1);
  static final Look CENTERED = CELL.indented(0).at(Look.Across.CENTER);
  static final Look RIGHT = CELL.at(Look.Across.RIGHT);
  static final Look CELL_LINK = CELL.in(LINK);
  static final Look FINE = CELL.set(SANS, 9).in(MUTED);
  static final Look OPINION = CELL.on(INPUT);

  /** What is typed stays what was typed: no date is made of 2023-12, no number of 001. */
  static final Look ANSWER = OPINION.formatted("@");

  static final Look KEY = CELL.set(SANS, 8).in("A3ABB5").on("F4F6F8");
  static final Look HIDDEN_KEY = PLAIN.set(SANS, 8).in("A3ABB5");

  private Palette() {}

  static Look severity(Severity severity) {
    Look chip = CENTERED.strong();
    return switch (severity) {
      case ERROR -> chip.in(ALERT).on(CellMark.Tint.ERROR_OPERAND.rgb());
      case WARNING -> chip.in("8A5A00").on(CellMark.Tint.WARNING_OPERAND.rgb());
      case INFO -> chip.in("2F5D8C").on(CellMark.Tint.INFO.rgb());
    };
  }

  /** A number format with separators and so many decimals. */
  static String amount(int scale) {
    return scale <= 0 ? "#,##0" : "#,##0." + "0".repeat(scale);
  }

  /** A number format for a percentage with so many decimals. */
  static String percent(int scale) {
    return amount(scale) + "%";
  }
}
