package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.SourcedAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the figures suggest as a reason: the items that contribute most to a difference. It stands
 * beside the question, and in the text only where a draft was asked for.
 */
final class Hints {
  private static final int LISTED = 3;

  private final Comparison comparison;
  private final Phrases phrases;

  Hints(Comparison comparison, Phrases phrases) {
    this.comparison = comparison;
    this.phrases = phrases;
  }

  /** The items behind a total's change from last year. */
  Hint ofChange(Item item) {
    List<Part> parts = new ArrayList<>();
    for (ComparisonRow row : parts(item.key())) {
      row.change()
          .flatMap(phrases::shown)
          .filter(change -> !change.isZero())
          .ifPresent(change -> parts.add(new Part(row.label(), change)));
    }
    return hint("比上年变动较大的项目：", parts, "增加", "减少");
  }

  /** The items behind a total's difference from its budget. */
  Hint ofExecution(Item item) {
    List<Part> parts = new ArrayList<>();
    for (ComparisonRow row : parts(item.key())) {
      Optional<Amount> actual = row.actual().map(SourcedAmount::amount).flatMap(phrases::shown);
      Optional<Amount> budget =
          row.originalBudget()
              .or(row::revisedBudget)
              .map(SourcedAmount::amount)
              .flatMap(phrases::shown);
      if (actual.isPresent() && budget.isPresent()) {
        Amount difference = actual.get().minus(budget.get());
        if (!difference.isZero()) {
          parts.add(new Part(row.label(), difference));
        }
      }
    }
    return hint("与预算差异较大的项目：", parts, "超出预算", "比预算少支出");
  }

  /** The items that a total consists of; nothing for an item that is no total. */
  private List<ComparisonRow> parts(String key) {
    return switch (key) {
      case "total/expense", "total/income", "fiscal/expense", "gpb_expense/total" ->
          of("gpb_expense/", 3).isEmpty() ? of("gpb_expense/", 1) : of("gpb_expense/", 3);
      case "three_public/total" -> of("three_public/", 1);
      case "three_public/vehicle" -> of("three_public/vehicle_", 2);
      case "org_running_cost", "basic/public" ->
          of("basic/", 2).stream()
              .filter(row -> !row.code().startsWith("301") && !row.code().startsWith("303"))
              .toList();
      default -> List.of();
    };
  }

  private List<ComparisonRow> of(String prefix, int level) {
    return comparison.rows().stream()
        .filter(row -> row.key().startsWith(prefix) && row.level() == level)
        .toList();
  }

  /**
   * A suggestion.
   *
   * @param note for beside the question; empty where the figures suggest nothing
   * @param draft the same as a part of a sentence
   */
  record Hint(String note, String draft) {}

  private Hint hint(String opening, List<Part> parts, String more, String less) {
    String list = list(parts, more, less);
    return new Hint(list.isEmpty() ? "" : opening + list, list);
  }

  private String list(List<Part> parts, String more, String less) {
    return parts.stream()
        .sorted(Comparator.comparing((Part part) -> part.difference().value().abs()).reversed())
        .limit(LISTED)
        .map(
            part ->
                ItemBook.fullWidth(part.name())
                    + (part.difference().value().signum() > 0 ? more : less)
                    + phrases.amount(
                        new Amount(part.difference().value().abs(), part.difference().unit())))
        .collect(Collectors.joining("、"));
  }

  /**
   * A contribution.
   *
   * @param name the item
   * @param difference its difference as the text would show it
   */
  private record Part(String name, Amount difference) {}
}
