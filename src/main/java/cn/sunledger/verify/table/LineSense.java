package cn.sunledger.verify.table;

import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What each line of a table is: a total, a named concept, or an item with its place above it. */
final class LineSense {
  private static final Set<String> HEADINGS = Set.of("expense_by_function", "expense_by_dept_econ");

  private static final Pattern YEAR =
      Pattern.compile("(?:20\\d{2}年度?|本年|本年度|上年|上年度)(?:预算|决算|执行)?数?");

  private final DisclosureTable table;
  private final Map<TableLine, Optional<Item>> items = new IdentityHashMap<>();
  private final Map<TableLine, String> measures = new IdentityHashMap<>();

  LineSense(DisclosureTable table) {
    this.table = table;
    Map<String, String> codes = new HashMap<>();
    for (TableLine line : table.lines()) {
      if (!line.code().isEmpty()) {
        codes.putIfAbsent(line.code(), label(line));
      }
    }
    Map<String, TreeMap<Integer, String>> open = new HashMap<>();
    Map<String, Set<String>> seen = new HashMap<>();
    Map<String, Boolean> carried = new HashMap<>();
    for (TableLine line : table.lines()) {
      String measure = named(line);
      if (!measure.isEmpty()) {
        boolean again = !seen.computeIfAbsent(line.block(), b -> new HashSet<>()).add(measure);
        if (again && carried.getOrDefault(line.block(), false) && measure.startsWith("income_")) {
          measure = "carry_in_total";
        }
        if (measure.equals("carry_in_total")) {
          carried.put(line.block(), true);
        }
        measures.put(line, measure);
      }
      boolean item = measure.isEmpty() && !isTotal(line);
      items.put(
          line,
          item
              ? Optional.of(
                  item(line, codes, open.computeIfAbsent(line.block(), b -> new TreeMap<>())))
              : Optional.empty());
    }
  }

  /** The concept that the line's label names, or empty text. */
  String measure(TableLine line) {
    return measures.getOrDefault(line, "");
  }

  /** The item, or empty where the line is a total or a named concept. */
  Optional<Item> item(TableLine line) {
    return items.getOrDefault(line, Optional.empty());
  }

  /** Whether the line sums up the table or a unit of it. */
  static boolean isTotal(TableLine line) {
    return line.role() == LineRole.TOTAL
        || line.role() == LineRole.GRAND_TOTAL
        || line.role() == LineRole.UNIT
        || line.role() == LineRole.SUBTOTAL && line.code().isEmpty()
        || line.label().isEmpty() && line.code().isEmpty()
        || line.stage().isPresent() && line.code().isEmpty()
        || line.code().isEmpty() && YEAR.matcher(Labels.normal(line.label())).matches();
  }

  private static String named(TableLine line) {
    if (!line.code().isEmpty() || line.role() == LineRole.UNIT) {
      return "";
    }
    return line.measure().filter(measure -> !HEADINGS.contains(measure)).orElse("");
  }

  private static String label(TableLine line) {
    return Labels.withoutEnumerator(Labels.normal(line.bareLabel())).replaceFirst("^其中:?", "");
  }

  private Item item(TableLine line, Map<String, String> codes, TreeMap<Integer, String> open) {
    String label = label(line);
    List<String> path = new ArrayList<>();
    boolean economic = isEconomic(line);
    if (!line.code().isEmpty()) {
      for (int length = 3; length < line.code().length(); length += 2) {
        String above = codes.get(line.code().substring(0, length));
        if (above != null) {
          path.add(above);
        }
      }
    } else {
      int level = Math.max(1, line.level());
      path.addAll(open.headMap(level).values());
      open.tailMap(level, true).clear();
      open.put(level, label);
    }
    path.add(label);
    return new Item(line.code(), label, line.level(), path, economic);
  }

  private boolean isEconomic(TableLine line) {
    String id = table.id().map(t -> t.id()).orElse("");
    return line.code().startsWith("3")
        || line.code().startsWith("5")
        || line.measure().map(m -> m.equals("expense_by_dept_econ")).orElse(false)
        || id.contains("econ") && line.code().isEmpty()
        || id.equals("bud_basic_by_fund");
  }
}
