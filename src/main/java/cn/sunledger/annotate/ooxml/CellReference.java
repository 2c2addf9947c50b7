package cn.sunledger.annotate.ooxml;

import java.util.Optional;

/**
 * A cell as a formula names it.
 *
 * @param sheet the sheet's name
 * @param at its place
 */
record CellReference(String sheet, Position at) {
  /** The cell that a formula such as {@code '公开01表'!$C$5} names; empty where it names none. */
  static Optional<CellReference> parse(String formula) {
    String text = formula.strip();
    int mark = text.lastIndexOf('!');
    if (mark < 1 || !text.substring(mark + 1).matches("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}")) {
      return Optional.empty();
    }
    String sheet = text.substring(0, mark);
    if (sheet.startsWith("'") && sheet.endsWith("'") && sheet.length() > 1) {
      sheet = sheet.substring(1, sheet.length() - 1).replace("''", "'");
    }
    return Optional.of(new CellReference(sheet, Position.of(text.substring(mark + 1))));
  }
}
