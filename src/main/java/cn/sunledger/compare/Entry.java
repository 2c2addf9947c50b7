package cn.sunledger.compare;

import cn.sunledger.model.SourcedAmount;
import java.util.Map;
import java.util.Optional;

/**
 * One item of a workbook under its common key.
 *
 * @param section its group
 * @param item the key inside the group: a subject code, or a word such as {@code total}
 * @param code subject code; may be empty
 * @param label name as printed; may be empty where only parts of the item are printed
 * @param level depth in its hierarchy, 0 for totals
 * @param amounts its figures
 */
record Entry(
    Section section,
    String item,
    String code,
    String label,
    int level,
    Map<Slot, SourcedAmount> amounts) {
  /** Copies the map. */
  Entry {
    amounts = Map.copyOf(amounts);
  }

  /** The key among all groups. */
  String key() {
    return section.key(item);
  }

  /** The figure of a slot, if the workbook has one. */
  Optional<SourcedAmount> amount(Slot slot) {
    return Optional.ofNullable(amounts.get(slot));
  }
}
