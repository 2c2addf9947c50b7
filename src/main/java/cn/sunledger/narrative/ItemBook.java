package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a comparison as the text needs them, completed by what people answered. */
final class ItemBook {
  private final Map<String, ComparisonRow> rows = new LinkedHashMap<>();
  private final ManualItems manual;
  private final Phrases phrases;
  private final Operations operations;

  ItemBook(Comparison comparison, ManualItems manual, Phrases phrases, Operations operations) {
    comparison.rows().forEach(row -> rows.putIfAbsent(row.key(), row));
    this.manual = manual;
    this.phrases = phrases;
    this.operations = operations;
  }

  /** Whether this year's workbook has the item. */
  boolean has(String key) {
    return Optional.ofNullable(rows.get(key)).flatMap(ComparisonRow::actual).isPresent();
  }

  /**
   * An item.
   *
   * @param key its key in the comparison; an item that the comparison lacks consists of questions
   * @param called what people call it; empty for the name in the table
   */
  Item item(String key, String called) {
    Optional<ComparisonRow> row = Optional.ofNullable(rows.get(key));
    String name = fullWidth(called.isEmpty() ? row.map(ItemBook::nameOf).orElse("") : called);
    String about = name.isEmpty() ? key : name;
    Figure whole =
        row.flatMap(ComparisonRow::whole)
            .map(amount -> figure(Optional.of(amount), Ask.plain("amount/" + key, "金额", about)))
            .orElseGet(() -> Figure.open(Ask.plain("amount/" + key, "金额", about)));
    return new Item(
        key,
        row.map(ComparisonRow::code).orElse(""),
        name,
        row.map(this::path).orElse(List.of()),
        figure(row.flatMap(ComparisonRow::actual), amountAsk("amount/" + key, about)),
        figure(
            row.flatMap(ComparisonRow::originalBudget),
            amountAsk("budget/" + key, about + "的年初预算数")),
        figure(
            row.flatMap(ComparisonRow::revisedBudget),
            amountAsk("revised/" + key, about + "的全年预算数")),
        figure(row.flatMap(ComparisonRow::prior), amountAsk("prior/" + key, "上年" + about)),
        whole,
        row.filter(ItemBook::isUnplanned).isPresent(),
        row.filter(ItemBook::isFresh).isPresent(),
        false,
        0);
  }

  /** The name of a row; a 科目 that nobody names goes by its code. */
  private static String nameOf(ComparisonRow row) {
    return row.label().isEmpty() && !row.code().isEmpty() ? row.code() + "科目" : row.label();
  }

  /** The rows of a group that this year's workbook has. */
  List<ComparisonRow> rows(String group) {
    return rows.values().stream()
        .filter(row -> row.key().startsWith(group + "/") && row.actual().isPresent())
        .toList();
  }

  /** All rows of a group, those that only the budget has included. */
  List<ComparisonRow> plannedRows(String group) {
    return rows.values().stream()
        .filter(row -> row.key().startsWith(group + "/"))
        .filter(row -> row.actual().isPresent() || row.originalBudget().isPresent())
        .toList();
  }

  private Ask amountAsk(String key, String about) {
    return Ask.plain(key, "金额", about + "（" + phrases.wording().unit().label() + "）");
  }

  private Figure figure(Optional<SourcedAmount> amount, Ask ask) {
    Optional<Amount> shown = amount.map(SourcedAmount::amount).flatMap(phrases::shown);
    if (shown.isPresent()) {
      return Figure.of(shown.get(), List.of(amount.get()));
    }
    return asked(ask);
  }

  /** An amount that only an answer or 机构运行信息表 can give. */
  Figure asked(Ask ask) {
    Optional<String> answer = manual.answer(ask.key());
    if (answer.isEmpty()) {
      Optional<SourcedAmount> reported = operations.amount(ask.key());
      Optional<Amount> amount = reported.map(SourcedAmount::amount).flatMap(phrases::shown);
      if (amount.isPresent()) {
        return Figure.of(amount.get(), List.of(reported.get()));
      }
    }
    Optional<Amount> typed = answer.flatMap(phrases::typed);
    if (answer.isEmpty() || typed.isPresent()) {
      return new Figure(typed, List.of(), Optional.of(ask), false);
    }
    if (Answers.isNone(answer.get())) {
      return new Figure(Optional.empty(), List.of(), Optional.of(ask), true);
    }
    return Figure.open(ask.refuse(answer.get(), "不是数"));
  }

  private List<String> path(ComparisonRow row) {
    List<String> names = new ArrayList<>();
    String group = row.key().substring(0, row.key().lastIndexOf('/') + 1);
    for (int length = 3; length <= row.code().length(); length += 2) {
      ComparisonRow above = rows.get(group + row.code().substring(0, length));
      names.add(above == null ? "" : fullWidth(above.label()));
    }
    return names;
  }

  private static boolean isUnplanned(ComparisonRow row) {
    return row.originalBudget().isEmpty()
        && row.revisedBudget().isEmpty()
        && row.executionRate().filter(Rate.NoBase.class::isInstance).isPresent();
  }

  private static boolean isFresh(ComparisonRow row) {
    return row.prior().isEmpty()
        && row.changeRate().filter(Rate.NoBase.class::isInstance).isPresent();
  }

  /** Brackets of one width: 因公出国(境)费 → 因公出国（境）费. */
  static String fullWidth(String name) {
    return name.replace('(', '（').replace(')', '）');
  }
}
