package cn.sunledger.check.rules;

import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.model.rule.RenamedHeading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 科目: codes and names that contradict each other or the known headings. */
final class HeadingRules {
  /** Names that repeat under most 款, so that they tell nothing by themselves. */
  private static final Set<String> COMMON =
      Set.of("行政运行", "一般行政管理事务", "机关服务", "事业运行", "其他支出", "信息化建设");

  private static final int ITEM_DIGITS = 7;
  private static final int SETTLED_SINCE = 2018;

  private HeadingRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "name_of_other_code", HeadingRules::nameOfOther,
        "one_name_per_code", HeadingRules::oneName,
        "stale_name", HeadingRules::stale,
        "code_length", HeadingRules::length,
        "one_code_per_name", HeadingRules::oneCode,
        "one_unit_name", HeadingRules::oneUnit,
        "insurance_not_itemised", HeadingRules::insurance,
        "project_heading", HeadingRules::project);
  }

  /** A project called like a heading, whose money the expenditure table carries under another. */
  private static void project(CheckContext context, Outcome outcome) {
    String other = context.option("expense", "");
    for (TableView projects : context.tables()) {
      for (TableView expense : context.workbook().tables(other)) {
        Set<String> listed = new TreeSet<>();
        headings(expense).forEach(line -> listed.add(line.code()));
        for (TableLine line : projects.table().lines()) {
          Optional<String> code =
              context.workbook().names().codes(line.label()).stream()
                  .filter(
                      own -> own.length() == ITEM_DIGITS && listed.contains(own.substring(0, 5)))
                  .findFirst()
                  .or(() -> remainder(expense, line.label()));
          Optional<Place> amount =
              projects.row(line).stream().filter(place -> !place.zero()).findFirst();
          boolean misplaced =
              line.role() == LineRole.ITEM && code.isPresent() && !listed.contains(code.get());
          if (misplaced && amount.isPresent()) {
            sameMoney(expense, amount.get())
                .ifPresent(
                    place ->
                        outcome.found(
                            projects.table(),
                            List.of(line.labelCell(), amount.get().cell(), place.cell()),
                            Map.of(
                                "name", line.label(),
                                "value", amount.get().shown() + amount.get().unit().label(),
                                "code", code.get(),
                                "other", Names.line(place.line()))));
          } else {
            outcome.passed();
          }
        }
      }
    }
  }

  /** 其他……支出 is the 99th item of its section everywhere. */
  private static Optional<String> remainder(TableView expense, String label) {
    String name = Labels.normal(label);
    return headings(expense).stream()
        .filter(line -> line.code().length() == ITEM_DIGITS - 2)
        .filter(line -> name.equals("其他" + Labels.normal(line.bareLabel()) + "支出"))
        .map(line -> line.code() + "99")
        .findFirst();
  }

  private static Optional<Place> sameMoney(TableView expense, Place amount) {
    return headings(expense).stream()
        .filter(line -> line.code().length() == ITEM_DIGITS)
        .flatMap(line -> expense.row(line).stream())
        .filter(place -> place.column().measure().orElse("").equals("project_expense"))
        .filter(place -> place.value().compareTo(amount.value()) == 0)
        .findFirst();
  }

  private static List<TableLine> headings(TableView view) {
    return view.table().lines().stream().filter(HeadingNames::isHeading).toList();
  }

  /**
   * Whether the heading's name has one code only and keeps it: the economic classification has not
   * moved its headings since 2018, the functional one does nearly every year.
   */
  private static boolean settled(
      TableLine line, Map<String, Set<String>> codes, CheckContext context) {
    Set<String> known = codes.getOrDefault(Labels.normal(line.bareLabel()), Set.of());
    return line.code().startsWith("3")
        && known.size() == 1
        && known.iterator().next().substring(0, 3).equals(line.code().substring(0, 3))
        && context.disclosure().year().map(year -> year >= SETTLED_SINCE).orElse(false);
  }

  /**
   * Whether one digit leads from an unknown code, which no other table prints, to the only code
   * that the name is known to have: headings that moved have other codes altogether.
   */
  private static boolean miswritten(
      TableLine line, Map<String, Set<String>> codes, CheckContext context) {
    String name = Labels.normal(line.bareLabel());
    List<String> known =
        codes.getOrDefault(name, Set.of()).stream()
            .filter(code -> code.charAt(0) == line.code().charAt(0))
            .filter(code -> code.length() == line.code().length())
            .toList();
    if (known.size() != 1 || COMMON.contains(name) || name.startsWith("其他")) {
      return false;
    }
    String official = known.get(0);
    return oneDigit(line.code(), official)
        && context.tables().stream()
                .filter(view -> headings(view).stream().anyMatch(o -> o.code().equals(line.code())))
                .count()
            == 1;
  }

  private static boolean oneDigit(String one, String other) {
    int differing = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return one.length() == other.length() && differing == 1;
  }

  /** A code that carries the official name of another heading of the same depth. */
  private static void nameOfOther(CheckContext context, Outcome outcome) {
    Map<String, String> names = new HashMap<>();
    Map<String, Set<String>> codes = new HashMap<>();
    for (HeadingCode heading : context.book().headings()) {
      String name = Labels.normal(heading.name());
      names.put(heading.code(), name);
      codes.computeIfAbsent(name, key -> new TreeSet<>()).add(heading.code());
    }
    for (TableView view : context.tables()) {
      for (TableLine line : headings(view)) {
        String name = Labels.normal(line.bareLabel());
        String official = names.get(line.code());
        boolean judged =
            official != null || settled(line, codes, context) || miswritten(line, codes, context);
        if (name.isEmpty() || !judged) {
          continue;
        }
        Optional<String> other =
            codes.getOrDefault(name, Set.of()).stream()
                .filter(code -> code.length() == line.code().length())
                .filter(code -> code.charAt(0) == line.code().charAt(0))
                .findFirst();
        if (!name.equals(official) && other.isPresent() && !other.get().equals(line.code())) {
          outcome.found(
              view.table(),
              List.of(line.labelCell()),
              Map.of(
                  "line", Names.line(line),
                  "expected", official == null ? "（无此科目）" : official,
                  "other", other.get()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** Whether a table repeats headings for its projects or items, whose names it prints instead. */
  private static boolean byItem(TableView view) {
    Map<String, Set<String>> names = new HashMap<>();
    for (TableLine line : headings(view)) {
      names
          .computeIfAbsent(line.code(), key -> new TreeSet<>())
          .add(Labels.normal(line.bareLabel()));
    }
    boolean project =
        view.table()
            .id()
            .map(id -> id.id().matches(".*(?:project|special_funds|perf).*"))
            .orElse(true);
    return project || names.values().stream().anyMatch(own -> own.size() > 1);
  }

  private static void oneName(CheckContext context, Outcome outcome) {
    Map<String, Map<String, List<CellRef>>> printed = new TreeMap<>();
    Map<String, TableView> tables = new HashMap<>();
    for (TableView view : context.tables()) {
      if (byItem(view)) {
        continue;
      }
      for (TableLine line : headings(view)) {
        String name = Labels.normal(line.bareLabel());
        if (!name.isEmpty()) {
          printed
              .computeIfAbsent(line.code(), key -> new LinkedHashMap<>())
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(line.labelCell());
          tables.putIfAbsent(line.code() + name, view);
        }
      }
    }
    printed.forEach(
        (code, names) -> {
          if (names.size() == 1) {
            outcome.passed();
            return;
          }
          String rare =
              names.entrySet().stream()
                  .min((a, b) -> a.getValue().size() - b.getValue().size())
                  .orElseThrow()
                  .getKey();
          List<CellRef> cells = new ArrayList<>(names.get(rare));
          names.forEach((name, own) -> cells.addAll(name.equals(rare) ? List.of() : own));
          outcome.found(
              tables.get(code + rare).table(),
              cells,
              Map.of("code", code, "list", String.join("”“", names.keySet())));
        });
  }

  private static void stale(CheckContext context, Outcome outcome) {
    Map<String, RenamedHeading> renamed = new HashMap<>();
    String kind = context.option("kind", "renamed");
    context.book().renamed().stream()
        .filter(heading -> heading.kind().equals(kind))
        .forEach(heading -> renamed.put(Labels.normal(heading.stale()), heading));
    for (TableView view : context.tables()) {
      for (TableLine line : view.table().lines()) {
        RenamedHeading heading = renamed.get(Labels.normal(line.bareLabel()));
        if (heading != null) {
          outcome.found(
              view.table(),
              List.of(line.labelCell()),
              Map.of("name", heading.stale(), "expected", heading.current()));
        } else if (HeadingNames.isHeading(line)) {
          outcome.passed();
        }
      }
    }
  }

  private static void length(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<TableLine> items =
          view.table().lines().stream()
              .filter(line -> line.role() == LineRole.ITEM && line.code().matches("[2-5][0-9]+"))
              .toList();
      long sound = items.stream().filter(HeadingNames::isHeading).count();
      for (TableLine line : items) {
        if (HeadingNames.isHeading(line)) {
          outcome.passed();
        } else if (sound > items.size() - sound) {
          outcome.found(
              view.table(),
              List.of(line.labelCell()),
              Map.of("line", Names.line(line), "count", String.valueOf(line.code().length())));
        }
      }
    }
  }

  /** A name that this table prints under one code and all other tables under another. */
  private static void oneCode(CheckContext context, Outcome outcome) {
    Map<String, Map<String, List<TableView>>> tables = new TreeMap<>();
    for (TableView view : context.tables()) {
      for (TableLine line : headings(view)) {
        String name = Labels.normal(line.bareLabel());
        if (!COMMON.contains(name) && !name.startsWith("其他") && !name.isEmpty()) {
          tables
              .computeIfAbsent(line.code().charAt(0) + name, key -> new LinkedHashMap<>())
              .computeIfAbsent(line.code(), key -> new ArrayList<>())
              .add(view);
        }
      }
    }
    tables.forEach((name, codes) -> oneCode(name.substring(1), codes, outcome));
  }

  private static void oneCode(String name, Map<String, List<TableView>> codes, Outcome outcome) {
    List<String> alone = codes.keySet().stream().filter(c -> codes.get(c).size() == 1).toList();
    if (codes.size() != 2 || alone.size() != 1) {
      outcome.passed();
      return;
    }
    String odd = alone.get(0);
    TableView view = codes.get(odd).get(0);
    String usual =
        codes.keySet().stream().filter(code -> !code.equals(odd)).findFirst().orElseThrow();
    if (usual.length() != odd.length() || codes.get(usual).contains(view)) {
      outcome.passed();
      return;
    }
    TableLine line =
        headings(view).stream().filter(own -> own.code().equals(odd)).findFirst().orElseThrow();
    outcome.found(
        view.table(),
        List.of(line.labelCell()),
        Map.of("name", name, "value", odd, "expected", usual));
  }

  private static void oneUnit(CheckContext context, Outcome outcome) {
    Map<String, List<DisclosureTable>> names =
        context.disclosure().tables().stream()
            .filter(table -> !table.unitName().isEmpty())
            .collect(Collectors.groupingBy(table -> Labels.normal(table.unitName())));
    if (names.size() < 2) {
      outcome.passed();
      return;
    }
    String usual =
        names.entrySet().stream()
            .max((a, b) -> a.getValue().size() - b.getValue().size())
            .orElseThrow()
            .getKey();
    names.forEach(
        (name, tables) -> {
          boolean odd =
              tables.size() == 1
                  && names.get(usual).size() >= 3
                  && !name.contains(usual)
                  && !usual.contains(name);
          if (odd) {
            outcome.found(
                tables.get(0),
                List.of(tables.get(0).titleCell()),
                Map.of(
                    "value", tables.get(0).unitName(),
                    "expected", names.get(usual).get(0).unitName()));
          }
        });
  }

  /** 社保、公积金 among the economic headings, but no 208, 210 or 221 among the functional ones. */
  private static void insurance(CheckContext context, Outcome outcome) {
    Set<String> needed = Set.of("30108", "30109", "30110", "30113");
    List<CellRef> cells = new ArrayList<>();
    DisclosureTable table = null;
    boolean functional = false;
    boolean itemised = false;
    for (TableView view : context.tables()) {
      for (TableLine line : headings(view)) {
        functional |= line.code().startsWith("201") || line.code().startsWith("20");
        itemised |= line.code().matches("(?:208|210|221).*");
        boolean paid = view.row(line).stream().anyMatch(place -> !place.zero());
        if (needed.contains(line.code()) && paid) {
          table = view.table();
          view.row(line).stream().filter(p -> !p.zero()).map(Place::cell).forEach(cells::add);
        }
      }
    }
    if (table == null || !functional) {
      return;
    }
    if (itemised) {
      outcome.passed();
    } else {
      outcome.found(table, cells, Map.of());
    }
  }
}
