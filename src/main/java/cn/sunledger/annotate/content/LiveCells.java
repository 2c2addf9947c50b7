package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.SourcedAmount;
import java.math.BigDecimal;
import java.util.Map;

/** Which amounts a formula can fetch from the original sheets of this workbook, and how. */
final class LiveCells {
  private final String file;
  private final Map<CellRef, AnnotatableWorkbook.StoredCell> stored;

  /**
   * Over the cells of one workbook.
   *
   * @param file the workbook's file name
   * @param stored what its cells store
   */
  LiveCells(String file, Map<CellRef, AnnotatableWorkbook.StoredCell> stored) {
    this.file = file;
    this.stored = stored;
  }

  /** Whether an amount stands in this workbook. */
  boolean isHere(SourcedAmount amount) {
    return amount.file().equals(file);
  }

  /** The formula that gives an amount as it is shown; empty where none does. */
  String expression(SourcedAmount amount) {
    AnnotatableWorkbook.StoredCell cell = isHere(amount) ? stored.get(amount.cell()) : null;
    if (cell == null) {
      return "";
    }
    String reference = References.of(amount.cell());
    BigDecimal shown = amount.amount().value();
    if (!cell.number()) {
      String bare = cell.text().strip();
      return same(bare.replace(",", ""), shown, Integer.MAX_VALUE) && bare.equals(cell.text())
          ? "VALUE(SUBSTITUTE(" + reference + ",\",\",\"\"))"
          : "";
    }
    if (same(cell.text(), shown, Integer.MAX_VALUE)) {
      return reference;
    }
    return same(cell.text(), shown, shown.scale())
        ? "ROUND(" + reference + "," + shown.scale() + ")"
        : "";
  }

  private static boolean same(String text, BigDecimal shown, int scale) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      BigDecimal rounded =
          scale == Integer.MAX_VALUE
              ? number
              : number
                  .round(new java.math.MathContext(15, java.math.RoundingMode.HALF_UP))
                  .setScale(scale, java.math.RoundingMode.HALF_UP);
      return rounded.compareTo(shown) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
