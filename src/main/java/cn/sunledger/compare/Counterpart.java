package cn.sunledger.compare;

import cn.sunledger.model.Labels;
import cn.sunledger.model.rule.CodeBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The workbook compared with, whose items are found by code, and by name where codes changed. */
final class Counterpart {
  private final Ledger ledger;
  private final CodeBook codes;
  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final List<String> renumbered = new ArrayList<>();

  /**
   * Pairs.
   *
   * @param ledger the workbook compared with
   * @param now this year's workbook
   * @param codes what names that are no longer official stand for
   */
  Counterpart(Ledger ledger, Ledger now, CodeBook codes) {
    this.ledger = ledger;
    this.codes = codes;
    pairByName(now, Section.GENERAL_PUBLIC, 3);
    pairByName(now, Section.GOVERNMENT_FUND, 3);
    pairByName(now, Section.STATE_CAPITAL, 3);
    pairByName(now, Section.BASIC, 2);
  }

  /**
   * An item whose code the other workbook does not have is the same as one there whose code this
   * one does not have, where both bear a name that no other such item bears.
   */
  private void pairByName(Ledger now, Section section, int level) {
    Map<String, List<Entry>> mine = unmatched(now, ledger, section, level);
    Map<String, List<Entry>> theirs = unmatched(ledger, now, section, level);
    mine.forEach(
        (name, entries) -> {
          List<Entry> candidates = theirs.getOrDefault(name, List.of());
          if (entries.size() == 1 && candidates.size() == 1) {
            Entry one = entries.get(0);
            Entry other = candidates.get(0);
            byName.put(one.key(), other);
            if (!one.code().isEmpty() && !other.code().isEmpty()) {
              renumbered.add(renumbering(one, other));
            }
          }
        });
  }

  private static String renumbering(Entry one, Entry other) {
    boolean sameName = Labels.normal(one.label()).equals(Labels.normal(other.label()));
    return other.code()
        + (sameName ? "" : other.label())
        + "→"
        + one.code()
        + (sameName ? "（" + one.label() + "）" : one.label());
  }

  private Map<String, List<Entry>> unmatched(
      Ledger from, Ledger against, Section section, int level) {
    return from.entries(section).stream()
        .filter(entry -> entry.level() == level && !entry.label().isEmpty())
        .filter(entry -> against.entry(entry.key()).isEmpty())
        .collect(
            Collectors.groupingBy(
                entry -> codes.currentName(entry.label()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  Ledger ledger() {
    return ledger;
  }

  /** The item that corresponds to one of this year's workbook. */
  Optional<Entry> entry(String key) {
    return ledger.entry(key).or(() -> Optional.ofNullable(byName.get(key)));
  }

  /** The items of a group that correspond to none of this year's workbook. */
  List<Entry> alone(Section section, Ledger now) {
    return ledger.entries(section).stream()
        .filter(entry -> now.entry(entry.key()).isEmpty() && !byName.containsValue(entry))
        .toList();
  }

  /** Codes that were matched by name, as {@code old→new（name）}. */
  List<String> renumbered() {
    return renumbered;
  }
}
