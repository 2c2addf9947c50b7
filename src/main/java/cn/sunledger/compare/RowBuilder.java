package cn.sunledger.compare;

import cn.sunledger.model.Amount;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the rows of a group from the items of the workbooks. */
final class RowBuilder {
  /** What is no part of the expenditure that its group is about. */
  private static final Set<String> FLOWS = Set.of("carry_in", "income", "carry_out");

  private final DocumentKind document;
  private final Ledger now;
  private final Optional<Counterpart> planned;
  private final Optional<Counterpart> before;
  private final int rateDigits;

  RowBuilder(
      DocumentKind document,
      Ledger now,
      Optional<Counterpart> planned,
      Optional<Counterpart> before,
      int rateDigits) {
    this.document = document;
    this.now = now;
    this.planned = planned;
    this.before = before;
    this.rateDigits = rateDigits;
  }

  /** The rows of a group: this year's items, and those that only another workbook has. */
  List<ComparisonRow> rows(Section section) {
    Map<String, Entry> items = new LinkedHashMap<>();
    now.entries(section).forEach(entry -> items.put(entry.key(), entry));
    for (Optional<Counterpart> other : List.of(planned, before)) {
      other.ifPresent(
          book ->
              book.alone(section, now).stream()
                  .filter(entry -> !entry.label().isEmpty())
                  .forEach(entry -> items.putIfAbsent(entry.key(), entry)));
    }
    Optional<Amount> totalChange = change(section.key("total"));
    List<Entry> ordered = new ArrayList<>(items.values());
    ordered.sort(Comparator.comparing(RowBuilder::place));
    return ordered.stream()
        .map(entry -> row(entry, totalChange))
        .filter(row -> !isEmptyDetail(row))
        .toList();
  }

  /** Totals first, then words in the order of the table, then codes; 基本支出 by 人员 and 公用. */
  private static String place(Entry entry) {
    if (entry.item().equals("total")) {
      return "0";
    }
    if (entry.section() == Section.BASIC) {
      String nature = nature(entry);
      return entry.item().equals(nature)
          ? nature
          : nature + (entry.code().isEmpty() ? "~" : entry.code());
    }
    if (entry.item().equals("fiscal_appropriation")) {
      return "0+";
    }
    if (entry.section() == Section.THREE_PUBLIC) {
      return "1" + ThreePublicReader.ITEMS.indexOf(entry.item());
    }
    return entry.code().isEmpty() ? "1" : "2" + entry.code();
  }

  /** 人员经费 or 公用经费, in this order of the alphabet too. */
  private static String nature(Entry entry) {
    boolean personnel =
        entry.item().startsWith(BasicExpenseReader.PERSONNEL)
            || entry.code().startsWith("301")
            || entry.code().startsWith("303");
    return personnel ? BasicExpenseReader.PERSONNEL : BasicExpenseReader.PUBLIC;
  }

  /** The many 款 of 基本支出 on which nobody planned or spent anything. */
  private static boolean isEmptyDetail(ComparisonRow row) {
    return row.section().equals(Section.BASIC.title())
        && row.level() >= 2
        && List.of(row.actual(), row.originalBudget(), row.revisedBudget(), row.prior()).stream()
            .allMatch(amount -> amount.isEmpty() || amount.get().amount().isZero());
  }

  private ComparisonRow row(Entry entry, Optional<Amount> totalChange) {
    String key = entry.key();
    Optional<SourcedAmount> actual = now.entry(key).flatMap(mine -> mine.amount(Slot.MAIN));
    Optional<SourcedAmount> original = original(entry);
    Optional<SourcedAmount> revised = now.entry(key).flatMap(mine -> mine.amount(Slot.REVISED));
    Optional<SourcedAmount> whole =
        whole(entry).flatMap(now::entry).flatMap(mine -> mine.amount(Slot.MAIN));
    Optional<Amount> change = change(key);
    return new ComparisonRow(
        entry.section().title(),
        key,
        entry.code(),
        label(entry),
        entry.level(),
        original,
        revised,
        actual,
        prior(key),
        whole,
        actual.flatMap(amount -> execution(entry, amount.amount(), original.or(() -> revised))),
        change,
        actual.flatMap(amount -> changeRate(key, amount.amount(), change)),
        actual.flatMap(amount -> whole.flatMap(base -> rate(amount.amount(), base.amount()))),
        entry.item().equals("total")
            ? Optional.empty()
            : change.flatMap(part -> totalChange.flatMap(base -> contribution(part, base))));
  }

  private String label(Entry entry) {
    if (!entry.label().isEmpty()) {
      return entry.label();
    }
    for (Optional<Counterpart> other : List.of(planned, before)) {
      Optional<String> label = other.flatMap(book -> book.entry(entry.key())).map(Entry::label);
      if (label.filter(text -> !text.isEmpty()).isPresent()) {
        return label.get();
      }
    }
    return "";
  }

  private Optional<SourcedAmount> original(Entry entry) {
    return now.entry(entry.key())
        .flatMap(mine -> mine.amount(Slot.ORIGINAL))
        .or(
            () ->
                planned
                    .flatMap(book -> book.entry(entry.key()))
                    .flatMap(other -> other.amount(Slot.MAIN)));
  }

  private Optional<SourcedAmount> prior(String key) {
    return before
        .flatMap(book -> book.entry(key))
        .flatMap(other -> other.amount(Slot.MAIN))
        .or(() -> now.entry(key).flatMap(mine -> mine.amount(Slot.PRIOR)));
  }

  /** Whether an item that the other workbook does not print had no amount there. */
  private static boolean isAbsent(Optional<Counterpart> other, Entry entry) {
    return other
        .map(
            book ->
                !entry.code().isEmpty()
                    && book.entry(entry.key()).isEmpty()
                    && book.ledger().complete(entry.section(), entry.level()))
        .orElse(false);
  }

  private Optional<Rate> execution(Entry entry, Amount actual, Optional<SourcedAmount> base) {
    if (document == DocumentKind.DEPARTMENT_BUDGET) {
      return Optional.empty();
    }
    if (base.isPresent()) {
      return rate(actual, base.get().amount());
    }
    return isAbsent(planned, entry) && !actual.isZero()
        ? Optional.of(new Rate.NoBase())
        : Optional.empty();
  }

  private Optional<Amount> change(String key) {
    Optional<Entry> entry = now.entry(key);
    Optional<Amount> actual =
        entry.flatMap(mine -> mine.amount(Slot.MAIN)).map(SourcedAmount::amount);
    if (actual.isEmpty()) {
      return Optional.empty();
    }
    Optional<SourcedAmount> prior = prior(key);
    if (prior.isEmpty()) {
      return isAbsent(before, entry.get()) ? actual : Optional.empty();
    }
    return inUnitOf(actual.get(), prior.get().amount()).map(actual.get()::minus);
  }

  private Optional<Rate> changeRate(String key, Amount actual, Optional<Amount> change) {
    Optional<SourcedAmount> prior = prior(key);
    if (change.isEmpty() || prior.isEmpty()) {
      return change.map(amount -> new Rate.NoBase());
    }
    return inUnitOf(actual, prior.get().amount())
        .map(base -> Rate.of(change.get().value(), base.value(), rateDigits));
  }

  private Optional<Rate> rate(Amount part, Amount base) {
    return inUnitOf(part, base)
        .map(converted -> Rate.of(part.value(), converted.value(), rateDigits));
  }

  /** The part of the total's change that an item explains; none where the total did not change. */
  private Optional<Rate> contribution(Amount part, Amount total) {
    return total.isZero()
        ? Optional.empty()
        : inUnitOf(part, total)
            .map(
                base ->
                    Rate.of(
                        base.value().signum() < 0 ? part.value().negate() : part.value(),
                        base.value().abs(),
                        rateDigits));
  }

  /** The same amount in the unit of another; empty where a unit is unknown. */
  static Optional<Amount> inUnitOf(Amount unit, Amount amount) {
    if (unit.unit() == amount.unit()) {
      return Optional.of(amount);
    }
    return unit.unit().isMoney() && amount.unit().isMoney()
        ? Optional.of(amount.in(unit.unit()))
        : Optional.empty();
  }

  private static Optional<String> whole(Entry entry) {
    Section section = entry.section();
    if (section == Section.TOTAL || section == Section.FISCAL || FLOWS.contains(entry.item())) {
      return Optional.empty();
    }
    if (!entry.item().equals("total")) {
      return Optional.of(section.key("total"));
    }
    return section == Section.GENERAL_PUBLIC
        ? Optional.of(Section.EXPENSE.key("total"))
        : Optional.empty();
  }
}
