package cn.sunledger.check.rules;

import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 单位、年度、正负号: what every amount of a workbook must have in common. */
final class ConsistencyRules {
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年");
  private static final int FEW = 3;

  private ConsistencyRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "unit_declared", ConsistencyRules::unit,
        "one_precision", ConsistencyRules::precision,
        "one_year", ConsistencyRules::year,
        "copied_year", ConsistencyRules::copied,
        "negative_amount", ConsistencyRules::negative,
        "rate_range", ConsistencyRules::rate,
        "blank_part", ConsistencyRules::blank);
  }

  private static void unit(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      DisclosureTable table = view.table();
      // points, targets and 总分 are no amounts
      int indicators =
          table.indicators().stream()
              .mapToInt(indicator -> indicator.target().cell().row())
              .min()
              .orElse(Integer.MAX_VALUE);
      boolean silent = table.remarks().stream().anyMatch(remark -> remark.contains("未注明金额单位"));
      List<Fact> bare =
          table.facts().stream()
              .filter(fact -> fact.unit().isMoney() || fact.unit() == Unit.NONE)
              .filter(fact -> fact.value().signum() != 0)
              .filter(fact -> fact.cell().row() < indicators)
              .filter(fact -> !fact.column().pathText().contains("元"))
              .filter(fact -> fact.line().unit().isEmpty() && !fact.line().label().contains("元"))
              .filter(fact -> !fact.measure().matches("(?:perf_|indicator|asset_).*"))
              .toList();
      if (!silent || bare.size() < FEW || table.title().contains("元）")) {
        outcome.passed();
      } else {
        outcome.found(table, List.of(bare.get(0).cell()), Map.of());
      }
    }
  }

  /** Rates, and amounts, with differing numbers of decimals: one line for the workbook. */
  private static void precision(CheckContext context, Outcome outcome) {
    Map<Integer, CellRef> rates = new LinkedHashMap<>();
    Map<Integer, CellRef> amounts = new LinkedHashMap<>();
    for (TableView view : context.tables()) {
      for (Fact fact : view.table().facts()) {
        if (fact.value().signum() == 0 || fact.measure().startsWith("indicator")) {
          continue;
        }
        if (fact.unit() == Unit.PERCENT) {
          rates.putIfAbsent(fact.value().scale(), fact.cell());
        } else if (fact.unit().isMoney() && !view.table().document().isPerformance()) {
          amounts.putIfAbsent(fact.value().scale(), fact.cell());
        }
      }
    }
    differing("比率", rates, outcome);
    differing("金额", amounts, outcome);
  }

  private static void differing(String what, Map<Integer, CellRef> digits, Outcome outcome) {
    if (digits.size() < 2) {
      outcome.passed();
      return;
    }
    List<String> list = new ArrayList<>();
    for (int count : new TreeSet<>(digits.keySet())) {
      list.add(count + " 位（如 " + digits.get(count) + "）");
    }
    outcome.found(
        "", List.copyOf(digits.values()), Map.of("name", what, "list", String.join("、", list)));
  }

  private static void year(CheckContext context, Outcome outcome) {
    Optional<Integer> year = context.disclosure().year();
    if (year.isEmpty()) {
      outcome.notApplicable("不知道年度");
      return;
    }
    List<TableView> tables =
        context.tables().stream().filter(view -> !lateReport(view, context)).toList();
    List<TableView> dated =
        tables.stream()
            .filter(view -> view.table().year().isPresent())
            .filter(view -> view.table().document() == context.disclosure().document())
            .toList();
    long agreeing = dated.stream().filter(view -> view.table().year().equals(year)).count();
    boolean majority = agreeing > 1 && agreeing * 2 > dated.size();
    for (TableView view : tables) {
      DisclosureTable table = view.table();
      Optional<OddYear> odd = oddYear(view);
      if (majority && table.year().isPresent() && !table.year().equals(year)) {
        found(outcome, table, table.titleCell(), table.year().get(), year.get());
      } else if (odd.isPresent()) {
        found(outcome, table, odd.get().cell, odd.get().year, year.get());
      } else {
        outcome.passed();
      }
    }
  }

  /** A budget may carry the self-evaluation of the year before. */
  private static boolean lateReport(TableView view, CheckContext context) {
    return view.table().document() == DocumentKind.PERFORMANCE_SELF_EVALUATION
        && context.disclosure().document() == DocumentKind.DEPARTMENT_BUDGET;
  }

  private record OddYear(CellRef cell, int year) {}

  private static void found(
      Outcome outcome, DisclosureTable table, CellRef cell, int printed, int year) {
    outcome.found(
        table,
        List.of(cell),
        Map.of("value", String.valueOf(printed), "expected", String.valueOf(year)));
  }

  /** A header or title whose only year is another one than the table's. */
  private static Optional<OddYear> oddYear(TableView view) {
    DisclosureTable table = view.table();
    if (table.year().isEmpty()) {
      return Optional.empty();
    }
    int own = table.year().get();
    Matcher title = YEAR.matcher(table.title());
    if (title.find() && Integer.parseInt(title.group(1)) != own) {
      return Optional.of(new OddYear(table.titleCell(), Integer.parseInt(title.group(1))));
    }
    Map<Integer, CellRef> years = new LinkedHashMap<>();
    boolean prior = false;
    int row = table.lines().isEmpty() ? 0 : Math.max(0, table.lines().get(0).row() - 1);
    for (TableColumn column : table.columns()) {
      prior |= StageWords.of(column, table).map(ConsistencyRules::prior).orElse(false);
      Matcher matcher = YEAR.matcher(column.pathText());
      while (matcher.find()) {
        years.putIfAbsent(
            Integer.valueOf(matcher.group(1)), new CellRef(table.sheet(), row, column.column()));
      }
    }
    Optional<OddYear> side = oddSide(table, own, row);
    if (side.isPresent()) {
      return side;
    }
    return years.size() == 1 && !years.containsKey(own) && !prior
        ? years.entrySet().stream()
            .map(entry -> new OddYear(entry.getValue(), entry.getKey()))
            .findFirst()
        : Optional.empty();
  }

  /** 收入/2022年预算 beside 支出/2023年预算: each side has one year, and they differ. */
  private static Optional<OddYear> oddSide(DisclosureTable table, int own, int row) {
    Map<String, Set<Integer>> years = new LinkedHashMap<>();
    Map<String, TableColumn> columns = new LinkedHashMap<>();
    for (TableColumn column : table.columns()) {
      Matcher matcher = YEAR.matcher(column.pathText());
      while (matcher.find()) {
        int year = Integer.parseInt(matcher.group(1));
        years.computeIfAbsent(column.block(), key -> new TreeSet<>()).add(year);
        if (year != own) {
          columns.putIfAbsent(column.block(), column);
        }
      }
    }
    boolean single = years.size() > 1 && years.values().stream().allMatch(set -> set.size() == 1);
    boolean right = years.values().stream().anyMatch(set -> set.contains(own));
    return single && right
        ? columns.values().stream()
            .findFirst()
            .map(
                column ->
                    new OddYear(
                        new CellRef(table.sheet(), row, column.column()),
                        years.get(column.block()).iterator().next()))
        : Optional.empty();
  }

  /** A whole column, or a whole table, that repeats last year's. */
  private static void copied(CheckContext context, Outcome outcome) {
    Disclosure own = context.disclosure();
    Optional<DisclosureView> previous =
        context.others().stream()
            .filter(other -> other.disclosure().document() == own.document())
            .filter(other -> other.disclosure().unitName().equals(own.unitName()))
            .filter(other -> other.disclosure().year().equals(own.year().map(y -> y - 1)))
            .findFirst();
    for (TableView view : context.tables()) {
      columns(view, outcome);
      previous
          .flatMap(other -> view.table().id().flatMap(id -> other.table(id.id(), view.table())))
          .ifPresent(other -> tables(view.table(), other.table(), outcome));
    }
  }

  private static void columns(TableView view, Outcome outcome) {
    for (TableColumn column : view.table().columns()) {
      if (!StageWords.of(column, view.table()).map(ConsistencyRules::prior).orElse(false)) {
        continue;
      }
      for (TableColumn other : view.columns(column.block())) {
        boolean pair =
            other.column() != column.column()
                && StageWords.of(other, view.table()).map(s -> !prior(s)).orElse(true)
                && StageWords.rest(other).equals(StageWords.rest(column));
        if (pair && same(amounts(view.column(column)), amounts(view.column(other)))) {
          outcome.found(
              view.table(),
              List.of(view.column(other).get(0).cell(), view.column(column).get(0).cell()),
              Map.of("name", Names.column(other), "other", Names.column(column)));
        }
      }
    }
  }

  private static boolean prior(Stage stage) {
    return stage == Stage.PRIOR_BUDGET || stage == Stage.PRIOR_FINAL;
  }

  private static List<BigDecimal> amounts(List<Place> places) {
    return places.stream().map(Place::value).map(BigDecimal::stripTrailingZeros).toList();
  }

  private static boolean same(List<BigDecimal> one, List<BigDecimal> other) {
    return one.equals(other) && one.stream().filter(v -> v.signum() != 0).distinct().count() >= FEW;
  }

  private static void tables(DisclosureTable table, DisclosureTable other, Outcome outcome) {
    List<BigDecimal> own = values(table);
    if (same(own, values(other)) && own.size() >= 2 * FEW) {
      outcome.found(table, List.of(table.titleCell()), Map.of("name", "本表各数", "other", "上年同名表各数"));
    } else {
      outcome.passed();
    }
  }

  private static List<BigDecimal> values(DisclosureTable table) {
    return table.facts().stream()
        .map(Fact::value)
        .filter(value -> value.signum() != 0)
        .map(BigDecimal::stripTrailingZeros)
        .toList();
  }

  private static void negative(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Fact fact : view.table().facts()) {
        String name = fact.line().label() + fact.column().pathText();
        boolean may =
            fact.stage().filter(stage -> stage == Stage.CHANGE).isPresent()
                || name.matches(".*(?:年末|年终|结转|结余|增减|增加|减少|变化|变动|差额|调整|净).*");
        if (fact.value().signum() < 0 && fact.unit().isMoney() && !may) {
          outcome.found(
              view.table(),
              List.of(fact.cell()),
              Map.of(
                  "line", Names.line(fact.line()),
                  "column", Names.column(fact.column()),
                  "value", fact.value().toPlainString(),
                  "unit", fact.unit().label()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static void rate(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Fact fact : view.table().facts()) {
        String name = fact.line().label() + fact.column().pathText();
        if (fact.unit() != Unit.PERCENT || name.matches(".*(?:增|减|变|幅|指标值|目标值).*")) {
          continue;
        }
        boolean share = name.matches(".*(?:占|比重|比例).*");
        boolean outside =
            fact.value().signum() < 0
                || (share && fact.value().compareTo(new BigDecimal("100")) > 0);
        if (outside) {
          outcome.found(
              view.table(),
              List.of(fact.cell()),
              Map.of(
                  "line", Names.line(fact.line()),
                  "column", Names.column(fact.column()),
                  "value", fact.value().toPlainString()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** Blank parts beside a total that is not zero: one line per table. */
  private static void blank(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<Place> blanks = new ArrayList<>();
      for (String block : view.blocks()) {
        view.filled(block)
            .forEach(line -> view.row(line).stream().filter(Place::blank).forEach(blanks::add));
      }
      if (blanks.isEmpty() || view.empty()) {
        outcome.passed();
      } else {
        outcome.found(
            view.table(),
            blanks.stream().map(Place::cell).toList(),
            Map.of("count", String.valueOf(blanks.size())));
      }
    }
  }
}
