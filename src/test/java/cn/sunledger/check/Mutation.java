package cn.sunledger.check;

import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The kinds of error that people make with these tables, each seeded at a random place. */
enum Mutation {
  TRANSPOSED_LEAF("换位：明细"),
  TRANSPOSED_SUM("换位：小计、类、款"),
  TRANSPOSED_TOTAL("换位：合计、总计"),
  DIGIT_CHANGED("一位数字写错"),
  DIGIT_DROPPED("漏一位数字"),
  DIGIT_DOUBLED("多一位数字"),
  SIGN("正负号"),
  TENFOLD("×10"),
  TEN_THOUSANDFOLD("×10⁴"),
  CELLS_SWAPPED("同一行两数填串"),
  COLUMNS_SWAPPED("两栏填串"),
  COLUMN_SHIFTED("一栏错行"),
  ROW_DROPPED("漏行"),
  ROW_DOUBLED("重行"),
  ROW_TENFOLD("整行×10"),
  ROW_TEN_THOUSANDFOLD("整行×10⁴"),
  TABLE_TEN_THOUSANDFOLD("整表×10⁴"),
  CODE_CHANGED("改编码"),
  YEAR_CHANGED("改年份"),
  UNIT_CHANGED("单位行改成元");

  final String title;

  Mutation(String title) {
    this.title = title;
  }

  /** One error of this kind; empty where the workbook offers no place for it. */
  Optional<Mutant> seed(WorkbookGrid base, Disclosure read, Random random) {
    List<DisclosureTable> tables =
        read.tables().stream()
            .filter(table -> table.facts().stream().anyMatch(Mutation::filled))
            .toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    return switch (this) {
      case TRANSPOSED_LEAF -> cell(base, tables, random, this::leaf, v -> transposed(v, random));
      case TRANSPOSED_SUM -> cell(base, tables, random, this::sum, v -> transposed(v, random));
      case TRANSPOSED_TOTAL -> cell(base, tables, random, this::total, v -> transposed(v, random));
      case DIGIT_CHANGED -> cell(base, tables, random, f -> true, v -> changed(v, random));
      case DIGIT_DROPPED -> cell(base, tables, random, f -> true, v -> dropped(v, random));
      case DIGIT_DOUBLED -> cell(base, tables, random, f -> true, v -> doubled(v, random));
      case SIGN -> cell(base, tables, random, f -> true, BigDecimal::negate);
      case TENFOLD -> cell(base, tables, random, f -> true, v -> times(v, 1));
      case TEN_THOUSANDFOLD -> cell(base, tables, random, f -> true, v -> times(v, 4));
      case CELLS_SWAPPED -> swappedCells(base, tables, random);
      case COLUMNS_SWAPPED -> swappedColumns(base, tables, random);
      case COLUMN_SHIFTED -> shifted(base, tables, random);
      case ROW_DROPPED -> StructureMutation.dropped(base, tables, random);
      case ROW_DOUBLED -> StructureMutation.doubled(base, tables, random);
      case ROW_TENFOLD -> row(base, tables, random, 1);
      case ROW_TEN_THOUSANDFOLD -> row(base, tables, random, 4);
      case TABLE_TEN_THOUSANDFOLD -> table(base, tables, random);
      case CODE_CHANGED -> StructureMutation.code(base, tables, random);
      case YEAR_CHANGED -> StructureMutation.year(base, tables, random);
      case UNIT_CHANGED -> StructureMutation.unit(base, tables, random);
    };
  }

  static boolean filled(Fact fact) {
    return fact.unit().isMoney()
        && fact.value().signum() != 0
        && !fact.measure().startsWith("indicator");
  }

  private boolean total(Fact fact) {
    return fact.line().role() == LineRole.TOTAL || fact.line().role() == LineRole.GRAND_TOTAL;
  }

  private boolean sum(Fact fact) {
    return fact.line().role() == LineRole.SUBTOTAL
        || fact.line().role() == LineRole.UNIT
        || (HeadingNames.isHeading(fact.line()) && fact.line().level() < 3);
  }

  private boolean leaf(Fact fact) {
    return fact.line().role() == LineRole.ITEM && !sum(fact);
  }

  static <T> Optional<T> any(List<T> list, Random random) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }

  private static BigDecimal times(BigDecimal value, int power) {
    return value.scaleByPowerOfTen(power).setScale(value.scale());
  }

  private static Optional<Mutant> cell(
      WorkbookGrid base,
      List<DisclosureTable> tables,
      Random random,
      Predicate<Fact> where,
      UnaryOperator<BigDecimal> how) {
    List<Fact> facts = new ArrayList<>();
    for (DisclosureTable table : tables) {
      for (Fact fact : table.facts()) {
        if (filled(fact) && where.test(fact)) {
          facts.add(fact);
        }
      }
    }
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    Fact fact = facts.get(random.nextInt(facts.size()));
    BigDecimal value = how.apply(fact.value());
    if (value == null || value.compareTo(fact.value()) == 0) {
      return Optional.empty();
    }
    return Optional.of(values(base, Map.of(fact.cell(), value)));
  }

  private static Mutant values(WorkbookGrid base, Map<CellRef, BigDecimal> values) {
    return new Mutant(GridEdit.figures(base, values), values.keySet(), values, Set.of());
  }

  private static BigDecimal digits(BigDecimal value, String digits) {
    BigDecimal changed = new BigDecimal(new java.math.BigInteger(digits), value.scale());
    return value.signum() < 0 ? changed.negate() : changed;
  }

  private static BigDecimal transposed(BigDecimal value, Random random) {
    String digits = value.unscaledValue().abs().toString();
    for (int tries = 0; tries < 20 && digits.length() > 1; tries++) {
      int i = random.nextInt(digits.length() - 1);
      if (digits.charAt(i) != digits.charAt(i + 1)) {
        return digits(
            value,
            digits.substring(0, i)
                + digits.charAt(i + 1)
                + digits.charAt(i)
                + digits.substring(i + 2));
      }
    }
    return null;
  }

  private static BigDecimal changed(BigDecimal value, Random random) {
    String digits = value.unscaledValue().abs().toString();
    int i = random.nextInt(digits.length());
    char c = (char) ('0' + random.nextInt(10));
    return digits(value, digits.substring(0, i) + c + digits.substring(i + 1));
  }

  private static BigDecimal dropped(BigDecimal value, Random random) {
    String digits = value.unscaledValue().abs().toString();
    if (digits.length() < 2) {
      return null;
    }
    int i = random.nextInt(digits.length());
    return digits(value, digits.substring(0, i) + digits.substring(i + 1));
  }

  private static BigDecimal doubled(BigDecimal value, Random random) {
    String digits = value.unscaledValue().abs().toString();
    int i = random.nextInt(digits.length());
    return digits(value, digits.substring(0, i) + digits.charAt(i) + digits.substring(i));
  }

  private static Optional<Mutant> swappedCells(
      WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = any(tables, random).orElseThrow();
    List<Fact> facts = table.facts().stream().filter(f -> f.unit().isMoney()).toList();
    Fact one = any(facts, random).orElseThrow();
    List<Fact> others =
        facts.stream()
            .filter(f -> f.line().equals(one.line()) && f.value().compareTo(one.value()) != 0)
            .toList();
    return any(others, random)
        .map(other -> values(base, Map.of(one.cell(), other.value(), other.cell(), one.value())));
  }

  private static Optional<Mutant> swappedColumns(
      WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = any(tables, random).orElseThrow();
    TableColumn one = any(table.columns(), random).orElseThrow();
    List<TableColumn> others =
        table.columns().stream()
            .filter(
                c ->
                    c.column() != one.column()
                        && c.block().equals(one.block())
                        && c.unit() == one.unit()
                        && c.unit().isMoney())
            .toList();
    Optional<TableColumn> other = any(others, random);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    Map<TableLine, BigDecimal> left = column(table, one);
    Map<TableLine, BigDecimal> right = column(table, other.get());
    Map<CellRef, BigDecimal> values = new HashMap<>();
    Set<TableLine> lines = new HashSet<>(left.keySet());
    lines.addAll(right.keySet());
    for (TableLine line : lines) {
      BigDecimal a = left.getOrDefault(line, BigDecimal.ZERO);
      BigDecimal b = right.getOrDefault(line, BigDecimal.ZERO);
      if (a.compareTo(b) != 0) {
        String sheet = line.labelCell().sheet();
        values.put(new CellRef(sheet, line.row(), one.column()), b);
        values.put(new CellRef(sheet, line.row(), other.get().column()), a);
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values(base, values));
  }

  private static Map<TableLine, BigDecimal> column(DisclosureTable table, TableColumn column) {
    Map<TableLine, BigDecimal> amounts = new LinkedHashMap<>();
    for (Fact fact : table.facts()) {
      if (fact.column().equals(column) && fact.unit().isMoney()) {
        amounts.put(fact.line(), fact.value());
      }
    }
    return amounts;
  }

  /** The amounts of a column move down by one row from some row on; the last one is lost. */
  private static Optional<Mutant> shifted(
      WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = any(tables, random).orElseThrow();
    TableColumn column = any(table.columns(), random).orElseThrow();
    List<Map.Entry<TableLine, BigDecimal>> amounts =
        new ArrayList<>(column(table, column).entrySet());
    if (amounts.size() < 4) {
      return Optional.empty();
    }
    int from = random.nextInt(amounts.size() - 2);
    Map<CellRef, BigDecimal> values = new HashMap<>();
    for (int i = from; i < amounts.size(); i++) {
      TableLine line = amounts.get(i).getKey();
      BigDecimal value =
          i == from
              ? BigDecimal.ZERO.setScale(amounts.get(i).getValue().scale())
              : amounts.get(i - 1).getValue();
      if (value.compareTo(amounts.get(i).getValue()) != 0) {
        values.put(new CellRef(line.labelCell().sheet(), line.row(), column.column()), value);
      }
    }
    return values.size() < 2 ? Optional.empty() : Optional.of(values(base, values));
  }

  private static Optional<Mutant> row(
      WorkbookGrid base, List<DisclosureTable> tables, Random random, int power) {
    DisclosureTable table = any(tables, random).orElseThrow();
    List<TableLine> lines =
        table.facts().stream().filter(Mutation::filled).map(Fact::line).distinct().toList();
    return any(lines, random)
        .map(
            line -> {
              Map<CellRef, BigDecimal> values = new HashMap<>();
              for (Fact fact : table.facts()) {
                if (fact.line().equals(line) && filled(fact)) {
                  values.put(fact.cell(), times(fact.value(), power));
                }
              }
              return values(base, values);
            });
  }

  private static Optional<Mutant> table(
      WorkbookGrid base, List<DisclosureTable> tables, Random random) {
    DisclosureTable table = any(tables, random).orElseThrow();
    Map<CellRef, BigDecimal> values = new HashMap<>();
    for (Fact fact : table.facts()) {
      if (filled(fact)) {
        values.put(fact.cell(), times(fact.value(), 4));
      }
    }
    return values.size() < 3 ? Optional.empty() : Optional.of(values(base, values));
  }
}
