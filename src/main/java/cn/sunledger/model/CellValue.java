package cn.sunledger.model;

import java.math.BigDecimal;

/** What a cell holds. Blank is not zero, and what was printed is kept beside the value. */
public sealed interface CellValue {
  /** The cell as a person sees it; empty for a blank cell. */
  String text();

  /**
   * A number.
   *
   * @param stored the number as the file stores it
   * @param shown the number as the cell shows it, with the printed digits; a percentage in percent
   * @param percent whether the cell shows a percentage
   * @param text what is printed, with separators and units
   */
  record Number(BigDecimal stored, BigDecimal shown, boolean percent, String text)
      implements CellValue {}

  /**
   * A text.
   *
   * @param text the text as stored, line breaks included
   */
  record Text(String text) implements CellValue {}

  /** A blank cell. */
  record Blank() implements CellValue {
    @Override
    public String text() {
      return "";
    }
  }
}
