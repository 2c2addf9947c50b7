package cn.sunledger.compare;

import cn.sunledger.model.Amount;
import cn.sunledger.model.SourcedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of one workbook under common keys. What is entered first stays: tables are entered in
 * the order of their authority, so a summary only fills what the detailed table left open.
 */
final class Ledger {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> names;
  private final Function<String, Optional<String>> official;

  /**
   * An empty ledger.
   *
   * @param names names of subjects by code, from all tables of the workbook
   * @param official the official name of a code, for one that the workbook prints without name
   */
  Ledger(Map<String, String> names, Function<String, Optional<String>> official) {
    this.names = Map.copyOf(names);
    this.official = official;
  }

  /** Enters an item's figures; slots that are already filled stay as they are. */
  void enter(
      Section section,
      String item,
      String code,
      String label,
      int level,
      Map<Slot, SourcedAmount> amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    Entry before = entries.get(section.key(item));
    Map<Slot, SourcedAmount> merged = new EnumMap<>(amounts);
    if (before != null) {
      merged.putAll(before.amounts());
    }
    String given = before == null || before.label().isEmpty() ? label : before.label();
    String name = given.isEmpty() && !code.isEmpty() ? nameOf(code) : given;
    Entry after = new Entry(section, item, code, name, level, merged);
    entries.put(after.key(), after);
  }

  private String nameOf(String code) {
    return Optional.ofNullable(names.get(code)).or(() -> official.apply(code)).orElse("");
  }

  /** Puts an entry one level below where it stands, since another sums it up. */
  void lower(Entry entry) {
    entries.put(
        entry.key(),
        new Entry(
            entry.section(),
            entry.item(),
            entry.code(),
            entry.label(),
            entry.level() + 1,
            entry.amounts()));
  }

  /** The entry with a key of {@link Section#key}. */
  Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The entries of a group, in the order they were entered. */
  List<Entry> entries(Section section) {
    return entries.values().stream().filter(entry -> entry.section() == section).toList();
  }

  /**
   * Enters the sums of items that the workbook prints only in parts: a 类 whose 项 alone are printed.
   */
  void enterParents(Section section) {
    Map<String, List<Entry>> children = new LinkedHashMap<>();
    for (Entry entry : entries(section)) {
      for (int length = 3; length < entry.code().length(); length += 2) {
        children
            .computeIfAbsent(entry.code().substring(0, length), code -> new ArrayList<>())
            .add(entry);
      }
    }
    children.forEach(
        (code, parts) -> {
          if (!entries.containsKey(section.key(code))) {
            List<Entry> leaves = leaves(parts);
            enter(section, code, code, nameOf(code), level(code), sum(leaves));
          }
        });
  }

  /** The entries below which no other of the list stands. */
  static List<Entry> leaves(List<Entry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entries.stream()
                    .noneMatch(
                        other ->
                            other.code().length() > entry.code().length()
                                && other.code().startsWith(entry.code())))
        .toList();
  }

  /** The sums of entries, slot by slot, of the slots that all of them fill. */
  static Map<Slot, SourcedAmount> sum(List<Entry> entries) {
    Map<Slot, SourcedAmount> sums = new EnumMap<>(Slot.class);
    for (Slot slot : Slot.values()) {
      if (!entries.isEmpty()
          && entries.stream().allMatch(entry -> entry.amount(slot).isPresent())) {
        entries.stream()
            .map(entry -> entry.amount(slot).orElseThrow())
            .reduce(SourcedAmount::plus)
            .ifPresent(sum -> sums.put(slot, sum));
      }
    }
    return sums;
  }

  /** Depth of a code of 类, 款 or 项: 3 digits and two more per level. */
  static int level(String code) {
    return (code.length() - 1) / 2;
  }

  /**
   * Whether the items of a group that are printed down to a level explain the group's total, so
   * that an item that is not printed has no amount.
   *
   * @param section the group
   * @param level 1 for 类 … 3 for 项
   */
  boolean complete(Section section, int level) {
    Optional<Amount> total =
        entry(section.key("total"))
            .flatMap(entry -> entry.amount(Slot.MAIN))
            .map(SourcedAmount::amount);
    if (total.isEmpty()) {
      return false;
    }
    List<Entry> parts =
        entries(section).stream()
            .filter(entry -> entry.level() == level && entry.amount(Slot.MAIN).isPresent())
            .toList();
    BigDecimal sum = BigDecimal.ZERO;
    for (Entry part : parts) {
      sum = sum.add(part.amount(Slot.MAIN).orElseThrow().amount().in(total.get().unit()).value());
    }
    BigDecimal allowed =
        total.get().halfUnitInLastPlace().multiply(BigDecimal.valueOf(parts.size() + 1L));
    return sum.subtract(total.get().value()).abs().compareTo(allowed) <= 0;
  }
}
