package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.SourcedAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which amounts a formula can fetch from the original sheets of this workbook, and how. */
final class LiveCells {
  private static final int MOST_ADDENDS = 60;

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
    return amount.cells().size() == 1 ? ofOne(amount) : ofSum(amount);
  }

  /** The sum of several cells, as they are or each rounded as it is shown. */
  private String ofSum(SourcedAmount amount) {
    BigDecimal shown = amount.amount().value();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal rounded = BigDecimal.ZERO;
    int scale = Math.max(0, shown.scale());
    for (CellRef each : amount.cells()) {
      AnnotatableWorkbook.StoredCell cell = isHere(amount) ? stored.get(each) : null;
      Optional<BigDecimal> number =
          cell == null || !cell.number() ? Optional.empty() : number(cell.text());
      if (number.isEmpty() || amount.cells().size() > MOST_ADDENDS) {
        return "";
      }
      sum = sum.add(number.get());
      rounded = rounded.add(round(number.get(), scale));
    }
    if (sum.compareTo(shown) == 0) {
      return sum(amount, "%s");
    }
    return rounded.compareTo(shown) == 0 ? sum(amount, "ROUND(%s," + scale + ")") : "";
  }

  private static String sum(SourcedAmount amount, String addend) {
    return amount.cells().stream()
        .map(cell -> String.format(Locale.ROOT, addend, References.of(cell)))
        .collect(Collectors.joining("+", "(", ")"));
  }

  private String ofOne(SourcedAmount amount) {
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
    return number(text)
        .map(number -> scale == Integer.MAX_VALUE ? number : round(number, scale))
        .filter(number -> number.compareTo(shown) == 0)
        .isPresent();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As a spreadsheet rounds: it knows fifteen digits. */
  private static BigDecimal round(BigDecimal number, int scale) {
    return number
        .round(new MathContext(15, RoundingMode.HALF_UP))
        .setScale(scale, RoundingMode.HALF_UP);
  }
}
