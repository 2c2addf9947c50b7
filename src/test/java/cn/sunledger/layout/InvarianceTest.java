package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not change the meaning of a workbook does not change what is read of it. */
class InvarianceTest {
  private static final int QUICK = 1;
  private static final int LONG = Integer.getInteger("sunledger.rounds", 60);
  private static final int SHOWN = 5;
  private static final int AT_ONCE = 3;
  private static final String SEVERAL = "several changes";
  private static final Map<String, GridChanges.Change> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("move", GridChanges::move);
    CHANGES.put("blank rows", GridChanges::blankRows);
    CHANGES.put("blank columns", GridChanges::blankColumns);
    CHANGES.put("split headers", GridChanges::splitHeaders);
    CHANGES.put("merge headers", GridChanges::mergeHeaders);
    CHANGES.put("wrap labels", GridChanges::wrap);
    CHANGES.put("reorder sheets", GridChanges::reorder);
    CHANGES.put("rename sheets", GridChanges::rename);
    CHANGES.put("numbers as texts", GridChanges::textNumbers);
  }

  /** Changes that leave nothing to chance, each made by itself. */
  private static final Map<String, GridChanges.Change> CONVERSIONS =
      Map.of("no merges", GridChanges::unmerge, "merges written out", GridChanges::writeOut);

  private static final String REPEATED =
      "an amount merged over several places is repeated in each: nothing tells it from equal ones";

  /** Changes after which even a person could not tell, with the reason. */
  private static final Map<String, String> UNDECIDABLE =
      Map.of(
          "gansu-2018-budget.txt no merges",
          "支出 is merged over two of its three columns, as below",
          "hunan-2023-budget.xlsx no merges",
          "the code 010 is merged over two projects: nothing gives it to the second",
          "performance-selfeval.txt merges written out",
          REPEATED,
          "performance-further.txt merges written out",
          REPEATED,
          "gansu-2018-budget.txt split headers",
          "支出 is merged over two of its three columns: split, nothing tells where it ends",
          "gansu-2018-budget.txt several changes",
          "the same",
          "three-public-single.txt several changes",
          "tables of several places whose titles name no kind of document: the order of the sheets decides");

  private final TableRecognizer recognizer = Recognizers.national();
  private final Map<String, WorkbookGrid> grids = new HashMap<>();
  private final Map<String, Disclosure> read = new HashMap<>();

  static List<String> samples() {
    return SampleGrids.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void changesOfFormChangeNoFact(String sample) {
    changes(sample, QUICK);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void conversionsThatLoseMergesChangeNoFact(String sample) {
    WorkbookGrid grid = SampleGrids.read(sample);
    Disclosure before = recognizer.recognise(grid);
    CONVERSIONS.forEach(
        (kind, change) -> {
          if (!UNDECIDABLE.containsKey(sample + " " + kind)) {
            compare(sample + ", " + kind, before, change.apply(grid, new Random(0)));
          }
        });
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("samples")
  void manyChangesOfFormChangeNoFact(String sample) {
    changes(sample, LONG);
  }

  private void changes(String sample, int rounds) {
    for (String kind : kinds()) {
      if (UNDECIDABLE.containsKey(sample + " " + kind)) {
        continue;
      }
      for (int seed = 0; seed < (kind.equals(SEVERAL) ? 3 * rounds : rounds); seed++) {
        one(sample, kind, seed);
      }
    }
  }

  static List<String> kinds() {
    List<String> kinds = new ArrayList<>(CHANGES.keySet());
    kinds.add(SEVERAL);
    return kinds;
  }

  private void one(String sample, String kind, int seed) {
    WorkbookGrid grid = grids.computeIfAbsent(sample, SampleGrids::read);
    Disclosure before = read.computeIfAbsent(sample, name -> recognizer.recognise(grid));
    Random random = new Random(seed);
    GridChanges.Changed changed = GridChanges.Changed.nothing(grid);
    List<GridChanges.Change> all = List.copyOf(CHANGES.values());
    for (int i = 0; i < (kind.equals(SEVERAL) ? AT_ONCE : 1); i++) {
      GridChanges.Change next =
          kind.equals(SEVERAL) ? all.get(random.nextInt(all.size())) : CHANGES.get(kind);
      changed = changed.then(next.apply(changed.grid(), random));
    }
    compare(sample + ", " + kind + ", seed " + seed, before, changed);
  }

  private void compare(String what, Disclosure before, GridChanges.Changed changed) {
    Disclosure after = recognizer.recognise(changed.grid());
    Set<String> renamed = untitledSheets(before);
    assertSame(
        what,
        facts(before, changed.moved(), renamed, Function.identity()),
        facts(after, cell -> cell, moved(renamed, changed.moved()), Function.identity()));
  }

  private static Set<String> moved(Set<String> sheets, Function<CellRef, CellRef> moved) {
    Set<String> names = new HashSet<>();
    sheets.forEach(sheet -> names.add(moved.apply(new CellRef(sheet, 0, 0)).sheet()));
    return names;
  }

  /** Sheets that give a table its title, which a rename takes away. */
  private static Set<String> untitledSheets(Disclosure disclosure) {
    Set<String> sheets = new HashSet<>();
    for (DisclosureTable table : disclosure.tables()) {
      if (table.title().equals(Labels.compact(table.sheet()))) {
        sheets.add(table.sheet());
      }
    }
    return sheets;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tenThousandYuanMayBeYuan(String sample) {
    WorkbookGrid grid = SampleGrids.read(sample);
    Disclosure before = recognizer.recognise(grid);
    Set<CellRef> money = new HashSet<>();
    for (DisclosureTable table : before.tables()) {
      for (Fact fact : table.facts()) {
        boolean printedUnit = fact.number().text().contains("元");
        if (fact.unit() == Unit.TEN_THOUSAND_YUAN && !printedUnit) {
          money.add(fact.cell());
        }
      }
    }
    Disclosure after = recognizer.recognise(SampleGrids.inYuan(grid, money));
    Function<Fact, Fact> scaled = fact -> money.contains(fact.cell()) ? inYuan(fact) : fact;
    assertSame(
        sample + " in 元",
        unitsOfLabels(facts(before, cell -> cell, Set.of(), scaled)),
        unitsOfLabels(facts(after, cell -> cell, Set.of(), Function.identity())));
  }

  /** A label that names its unit, such as 预算总额（万元）, is changed with the amounts. */
  private static List<String> unitsOfLabels(List<String> facts) {
    return facts.stream().map(fact -> fact.replace("万元）", "元）")).toList();
  }

  /** Compares whole lists; a failure shows the first lines that differ. */
  private static void assertSame(String what, List<String> expected, List<String> read) {
    if (!expected.equals(read)) {
      List<String> lost = new ArrayList<>(expected);
      lost.removeAll(read);
      List<String> gained = new ArrayList<>(read);
      gained.removeAll(expected);
      String some = String.join("\n", lost.subList(0, Math.min(SHOWN, lost.size())));
      String others = String.join("\n", gained.subList(0, Math.min(SHOWN, gained.size())));
      assertEquals(some, others, what + ", " + lost.size() + " facts differ");
    }
  }

  private static Fact inYuan(Fact fact) {
    BigDecimal yuan = fact.value().movePointRight(4);
    CellValue.Number number =
        new CellValue.Number(yuan, yuan, fact.number().percent(), yuan.toPlainString());
    return new Fact(
        fact.cell(),
        fact.line(),
        fact.column(),
        number,
        Unit.YUAN,
        fact.fund(),
        fact.stage(),
        fact.measure());
  }

  /** All facts, in order of their cells' new places. */
  private static List<String> facts(
      Disclosure disclosure,
      Function<CellRef, CellRef> moved,
      Set<String> untitled,
      Function<Fact, Fact> change) {
    List<String> facts = new ArrayList<>();
    for (DisclosureTable table : disclosure.tables()) {
      boolean named = !untitled.contains(table.sheet());
      String head =
          named
              ? table.id().map(id -> id.id()).orElse("-") + " " + Labels.compact(table.title())
              : "";
      for (Fact fact : table.facts()) {
        CellRef at = moved.apply(fact.cell());
        Fact own = change.apply(fact);
        facts.add(
            at.sheet()
                + String.format("!%04d,%03d ", at.row(), at.column())
                + head
                + " "
                + table.year().orElse(0)
                + " "
                + FactText.line(table, own.line())
                + " / "
                + own.column().pathText().replace("（万元）", "（元）")
                + " = "
                + own.value().stripTrailingZeros().toPlainString()
                + own.unit().label()
                + " "
                + own.line().unitName()
                + (named ? " " + own.measure() + own.fund() + own.stage() : ""));
      }
    }
    facts.sort(null);
    return facts;
  }
}
