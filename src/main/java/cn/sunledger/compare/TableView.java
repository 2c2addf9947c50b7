package cn.sunledger.compare;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One table of a workbook, asked by what its lines and columns mean. */
final class TableView {
  private static final Set<String> TOTAL_MEASURES =
      Set.of("expense_current_year_total", "expense_grand_total");
  private static final Set<String> TOTAL_LABELS =
      Set.of("合计", "总计", "小计", "支出合计", "支出总计", "本年支出合计", "本年支出", "金额");

  /** Headers that say of which stage or year the columns below them are, and nothing else. */
  private static final Pattern STAGE_WORDS =
      Pattern.compile("(?:[0-9]{4}年度?|本年度?|年初|全年|当年|调整)?(?:预算|决算|执行|支出)(?:数|金额|安排数)?");

  /** A stage before a word for totals: 2023年预算总计. */
  private static final Pattern STAGE_PREFIX =
      Pattern.compile("^(?:[0-9]{4}年度?|本年度?|年初)?(?:预算|决算)?(?=[合总小]计)");

  private final String file;
  private final DisclosureTable table;
  private final DocumentKind document;
  private final Optional<Integer> year;
  private final Map<TableLine, List<Fact>> factsByLine = new LinkedHashMap<>();
  private final Set<TableColumn> totalColumns;

  TableView(Disclosure disclosure, DisclosureTable table) {
    this.file = disclosure.file();
    this.table = table;
    this.document = disclosure.document();
    this.year = disclosure.year();
    for (Fact fact : table.facts()) {
      factsByLine.computeIfAbsent(fact.line(), line -> new ArrayList<>()).add(fact);
    }
    this.totalColumns = Set.copyOf(totalColumns());
  }

  DisclosureTable table() {
    return table;
  }

  /** The first figure of each slot among the facts that match. */
  Map<Slot, SourcedAmount> first(Predicate<Fact> wanted) {
    return first(table.facts(), wanted);
  }

  /** The figures of the table's total row in the columns that match. */
  Map<Slot, SourcedAmount> total(Predicate<Fact> wanted) {
    Map<Slot, SourcedAmount> sums = new EnumMap<>(Slot.class);
    for (TableLine line : totalLines()) {
      first(factsByLine.getOrDefault(line, List.of()), wanted)
          .forEach((slot, amount) -> sums.merge(slot, amount, SourcedAmount::plus));
    }
    return sums;
  }

  /**
   * The facts of the total row: the 合计 line, else the rows of the uppermost units, whose amounts
   * together are the department's.
   */
  private List<TableLine> totalLines() {
    List<TableLine> totals =
        factsByLine.keySet().stream()
            .filter(line -> line.code().isEmpty())
            .filter(line -> line.role() == LineRole.TOTAL || line.role() == LineRole.GRAND_TOTAL)
            .toList();
    if (!totals.isEmpty()) {
      return totals.subList(0, 1);
    }
    List<TableLine> units =
        factsByLine.keySet().stream().filter(line -> line.role() == LineRole.UNIT).toList();
    if (units.isEmpty()) {
      List<TableLine> all = List.copyOf(factsByLine.keySet());
      return all.size() == 1 ? all : List.of();
    }
    List<TableLine> uppermost = new ArrayList<>();
    for (TableLine unit : units) {
      boolean below =
          units.stream().anyMatch(other -> isBelow(unit.unitCode(), other.unitCode()))
              || uppermost.stream().anyMatch(other -> other.unitCode().equals(unit.unitCode()));
      if (!below) {
        uppermost.add(unit);
      }
    }
    return uppermost;
  }

  /** The table's subject lines by code; a subject of several units comes with a line of each. */
  Map<String, List<TableLine>> subjects() {
    Map<String, List<TableLine>> byCode = new LinkedHashMap<>();
    for (TableLine line : factsByLine.keySet()) {
      if (!line.code().isEmpty() && line.role() != LineRole.UNIT && isSubject(line.code())) {
        byCode.computeIfAbsent(line.code(), code -> new ArrayList<>()).add(line);
      }
    }
    byCode.replaceAll((code, lines) -> withoutDoubles(lines));
    return byCode;
  }

  /** The table's items that are named and have no code, each with its first line. */
  Map<String, TableLine> named() {
    Map<String, TableLine> byName = new LinkedHashMap<>();
    for (TableLine line : factsByLine.keySet()) {
      boolean item = line.role() == LineRole.ITEM || line.role() == LineRole.OF_WHICH;
      if (item && line.code().isEmpty() && !line.label().isEmpty()) {
        byName.putIfAbsent(line.bareLabel(), line);
      }
    }
    return byName;
  }

  /** The figures of lines that together are one subject, in the columns that match. */
  Map<Slot, SourcedAmount> amounts(List<TableLine> lines, Predicate<Fact> wanted) {
    Map<Slot, SourcedAmount> sums = new EnumMap<>(Slot.class);
    for (TableLine line : lines) {
      first(factsByLine.get(line), wanted)
          .forEach((slot, amount) -> sums.merge(slot, amount, SourcedAmount::plus));
    }
    return sums;
  }

  /** Whether a fact stands in the column of the line's whole expenditure. */
  boolean isTotalColumn(Fact fact) {
    return totalColumns.contains(fact.column());
  }

  /** Whether the table has a column of the whole expenditure. */
  boolean hasTotalColumn() {
    return !totalColumns.isEmpty();
  }

  private List<TableColumn> totalColumns() {
    List<TableColumn> measured =
        table.columns().stream()
            .filter(column -> column.measure().filter(TOTAL_MEASURES::contains).isPresent())
            .toList();
    if (!measured.isEmpty()) {
      return measured;
    }
    return table.columns().stream()
        .filter(
            column ->
                column.path().stream()
                    .map(Labels::normal)
                    .filter(label -> !STAGE_WORDS.matcher(label).matches())
                    .allMatch(TableView::isTotal))
        .toList();
  }

  /** The concept of a fact that its column states; the line's where the column states none. */
  static String columnMeasure(Fact fact) {
    return fact.column().measure().orElse(fact.measure());
  }

  /** The concept of a fact that its line states; the column's where the line states none. */
  static String lineMeasure(Fact fact) {
    return fact.line().measure().orElse(fact.measure());
  }

  private Map<Slot, SourcedAmount> first(List<Fact> facts, Predicate<Fact> wanted) {
    Map<Slot, SourcedAmount> found = new EnumMap<>(Slot.class);
    for (Fact fact : facts) {
      Optional<Slot> slot = Slot.of(fact, document, year);
      if (slot.isPresent() && wanted.test(fact)) {
        found.putIfAbsent(slot.get(), new SourcedAmount(fact.amount(), file, fact.cell()));
      }
    }
    return found;
  }

  /** Whether a header only says that the column is a sum or of which stage it is. */
  static boolean isSumOrStage(String label) {
    String normal = Labels.normal(label);
    return normal.isEmpty() || isTotal(normal) || STAGE_WORDS.matcher(normal).matches();
  }

  private static boolean isTotal(String label) {
    return TOTAL_LABELS.contains(STAGE_PREFIX.matcher(label).replaceFirst(""))
        || label.endsWith("支出") && label.startsWith("本年");
  }

  /** Whether a code is one of the classifications (类 3, 款 5, 项 7 digits) and not a unit's. */
  private static boolean isSubject(String code) {
    return code.length() == 3 || code.length() == 5 || code.length() == 7;
  }

  /** A unit's own row and those of the units below it state the same money: the latter stay. */
  private static List<TableLine> withoutDoubles(List<TableLine> lines) {
    List<TableLine> kept = new ArrayList<>();
    for (TableLine line : lines) {
      boolean summary =
          lines.stream().anyMatch(other -> isBelow(other.unitCode(), line.unitCode()));
      boolean repeated = kept.stream().anyMatch(other -> other.unitCode().equals(line.unitCode()));
      if (!summary && !repeated) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean isBelow(String unit, String other) {
    return !other.isEmpty() && unit.length() > other.length() && unit.startsWith(other);
  }
}
