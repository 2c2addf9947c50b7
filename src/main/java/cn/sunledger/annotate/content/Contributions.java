package cn.sunledger.annotate.content;

import cn.sunledger.model.Amount;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * 增减贡献: for each total that changed, the items that explain its change, the largest first. A total
 * that is divided in two ways (by kind of expenditure and by function) gets two lists; no list
 * holds an item and a part of it.
 */
final class Contributions {
  private static final int MOST = 10;
  private static final int LAST = ComparisonSheet.CONTRIBUTION;

  private final SheetDraft draft;
  private final Map<ComparisonRow, Integer> places;

  /**
   * Below the table.
   *
   * @param draft the sheet, whose table is complete
   * @param places the rows of the items
   */
  Contributions(SheetDraft draft, Map<ComparisonRow, Integer> places) {
    this.draft = draft;
    this.places = places;
  }

  /**
   * Writes the lists.
   *
   * @param sections the items by section
   * @param rated hears of each column that holds a rate in the row that is being written
   */
  void write(Map<String, List<ComparisonRow>> sections, IntConsumer rated) {
    for (Map.Entry<String, List<ComparisonRow>> section : sections.entrySet()) {
      Optional<ComparisonRow> total =
          section.getValue().stream()
              .filter(row -> row.level() == 0 && row.contribution().isEmpty())
              .filter(row -> change(row).signum() != 0)
              .findFirst();
      if (total.isPresent()) {
        List<ComparisonRow> explaining =
            section.getValue().stream()
                .filter(row -> row.contribution().isPresent() && row.change().isPresent())
                .toList();
        list(total.get(), explaining.stream().filter(row -> row.level() == 0).toList(), rated);
        list(total.get(), leaves(explaining), rated);
      }
    }
  }

  /** Items below the totals that have no part among the others. */
  static List<ComparisonRow> leaves(List<ComparisonRow> rows) {
    List<ComparisonRow> leaves = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ComparisonRow row = rows.get(i);
      boolean divided = i + 1 < rows.size() && rows.get(i + 1).level() > row.level();
      if (row.level() > 0 && !divided) {
        leaves.add(row);
      }
    }
    return leaves;
  }

  private static BigDecimal change(ComparisonRow row) {
    return row.change().map(Amount::value).orElse(BigDecimal.ZERO);
  }

  private void list(ComparisonRow total, List<ComparisonRow> parts, IntConsumer rated) {
    List<ComparisonRow> moved =
        parts.stream()
            .filter(row -> change(row).signum() != 0)
            .sorted(Comparator.comparing((ComparisonRow row) -> change(row).abs()).reversed())
            .toList();
    if (moved.size() < 2) {
      return;
    }
    String unit = ComparisonSheet.unit(total).label();
    String way = change(total).signum() > 0 ? "增加 " : "减少 ";
    draft
        .text(
            0,
            LAST,
            Palette.SECTION,
            "增减贡献 · "
                + total.section()
                + "："
                + total.label()
                + "比上年"
                + way
                + change(total).abs().toPlainString()
                + unit
                + "，主要来自（按增减额从大到小）")
        .end(28);
    String[] labels = {"科目编码", "项目", "", "", "本年", "", "上年", "增减额", "增减率", "", "增减贡献"};
    for (int i = 0; i < labels.length; i++) {
      draft.text(i, Palette.HEADER, labels[i]);
    }
    draft.end(24);
    moved.stream().limit(MOST).forEach(row -> row(row, rated));
    if (moved.size() > MOST) {
      draft.text(0, LAST, Palette.NOTE, "其余 " + (moved.size() - MOST) + " 项变动较小，见上表。").end();
    }
    draft.space(1);
  }

  private void row(ComparisonRow row, IntConsumer rated) {
    draft.text(0, Palette.CENTERED, row.code());
    draft.text(ComparisonSheet.LABEL, Palette.CELL, row.label());
    for (int column = ComparisonSheet.ORIGINAL; column <= LAST; column++) {
      if (column == ComparisonSheet.ACTUAL) {
        amount(row, column, row.actual().map(SourcedAmount::amount));
      } else if (column == ComparisonSheet.PRIOR) {
        amount(row, column, row.prior().map(SourcedAmount::amount));
      } else if (column == ComparisonSheet.CHANGE) {
        amount(row, column, row.change());
      } else if (column == ComparisonSheet.CHANGE_RATE) {
        rate(row, column, row.changeRate(), rated);
      } else if (column == LAST) {
        rate(row, column, row.contribution(), rated);
      } else {
        draft.text(column, Palette.RIGHT, "");
      }
    }
    draft.end();
  }

  private void amount(ComparisonRow row, int column, Optional<Amount> amount) {
    Look look = Palette.RIGHT.unwrapped();
    if (amount.isEmpty()) {
      draft.text(column, look, "");
      return;
    }
    Amount shown = amount.get();
    BigDecimal value =
        shown.unit().isMoney() && ComparisonSheet.unit(row).isMoney()
            ? shown.in(ComparisonSheet.unit(row)).value()
            : shown.value();
    fetch(row, column, look.formatted(Palette.amount(value.scale())), Optional.of(value), "");
  }

  private void rate(ComparisonRow row, int column, Optional<Rate> rate, IntConsumer rated) {
    Look look = Palette.RIGHT.unwrapped();
    if (rate.isEmpty()) {
      draft.text(column, look, "");
    } else if (rate.get() instanceof Rate.Percent percent) {
      fetch(
          row,
          column,
          look.formatted(Palette.percent(percent.percent().scale())),
          Optional.of(RateFormula.fraction(percent)),
          "");
      rated.accept(column);
    } else {
      fetch(row, column, look, Optional.empty(), RateFormula.NO_RATE);
    }
  }

  /** What stands in the item's own row. */
  private void fetch(
      ComparisonRow row, int column, Look look, Optional<BigDecimal> number, String text) {
    draft.put(
        column,
        column,
        look,
        new CellContent.Formula(
            References.a1(places.get(row), column),
            number,
            number.map(BigDecimal::toPlainString).orElse(text)),
        null);
  }
}
