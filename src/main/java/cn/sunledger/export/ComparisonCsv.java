package cn.sunledger.export;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparisons as CSV: one row per item, its amounts in one unit. A rate that does not exist because
 * its base is zero is blank, as is one that nobody could compute.
 */
public final class ComparisonCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "file",
          "document",
          "unit_name",
          "year",
          "section",
          "key",
          "code",
          "label",
          "level",
          "unit",
          "original_budget",
          "revised_budget",
          "actual",
          "execution_rate",
          "prior",
          "change",
          "change_rate",
          "share",
          "contribution",
          "original_budget_cell",
          "revised_budget_cell",
          "actual_cell",
          "prior_cell");

  private final CsvOptions options;

  /**
   * With options.
   *
   * @param options how CSV is written
   */
  public ComparisonCsv(CsvOptions options) {
    this.options = options;
  }

  /**
   * Writes header and rows.
   *
   * @param comparisons the comparisons
   * @param out where they go
   * @throws IOException where the writer fails
   */
  public void write(List<Comparison> comparisons, Appendable out) throws IOException {
    CsvRows rows = new CsvRows(out, options);
    rows.plain(COLUMNS);
    for (Comparison comparison : comparisons) {
      for (ComparisonRow row : comparison.rows()) {
        row(rows, comparison, row);
      }
    }
  }

  private static void row(CsvRows rows, Comparison comparison, ComparisonRow row)
      throws IOException {
    Unit unit = unit(row);
    rows.text(comparison.current());
    rows.value(comparison.document().id());
    rows.text(comparison.unitName());
    rows.value(comparison.year().map(String::valueOf).orElse(""));
    rows.text(row.section());
    rows.text(row.key());
    rows.text(row.code());
    rows.text(row.label());
    rows.value(String.valueOf(row.level()));
    rows.value(unit.label());
    rows.value(amount(row.originalBudget().map(SourcedAmount::amount), unit));
    rows.value(amount(row.revisedBudget().map(SourcedAmount::amount), unit));
    rows.value(amount(row.actual().map(SourcedAmount::amount), unit));
    rows.value(rate(row.executionRate()));
    rows.value(amount(row.prior().map(SourcedAmount::amount), unit));
    rows.value(amount(row.change(), unit));
    rows.value(rate(row.changeRate()));
    rows.value(rate(row.share()));
    rows.value(rate(row.contribution()));
    rows.text(cell(row.originalBudget()));
    rows.text(cell(row.revisedBudget()));
    rows.text(cell(row.actual()));
    rows.text(cell(row.prior()));
    rows.endRecord();
  }

  /** The unit of this year's figure, else of the first there is. */
  private static Unit unit(ComparisonRow row) {
    return Stream.of(row.actual(), row.originalBudget(), row.revisedBudget(), row.prior())
        .flatMap(Optional::stream)
        .map(sourced -> sourced.amount().unit())
        .findFirst()
        .orElse(Unit.NONE);
  }

  private static String amount(Optional<Amount> amount, Unit unit) {
    return amount
        .map(each -> each.unit().isMoney() && unit.isMoney() ? each.in(unit) : each)
        .map(each -> each.value().toPlainString())
        .orElse("");
  }

  private static String rate(Optional<Rate> rate) {
    return rate.isPresent() && rate.get() instanceof Rate.Percent known
        ? known.percent().toPlainString()
        : "";
  }

  private static String cell(Optional<SourcedAmount> sourced) {
    return sourced
        .map(
            each ->
                each.cells().stream()
                    .map(cell -> "[" + each.file() + "]" + cell)
                    .collect(Collectors.joining("; ")))
        .orElse("");
  }
}
