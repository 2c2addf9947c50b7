package cn.sunledger.check.rules;

import cn.sunledger.check.table.Closeness;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.StageWords;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 预算执行情况 of a self-evaluation: rate, score and changes of the budget over the year. */
final class ExecutionRules {
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final MathContext EXACT = new MathContext(20);

  private ExecutionRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "execution_rate", ExecutionRules::rate,
        "execution_score", ExecutionRules::score,
        "of_which_scored", ExecutionRules::ofWhich,
        "budget_changed", ExecutionRules::changed,
        "overspent", ExecutionRules::overspent);
  }

  /**
   * The money of one line: budgets, what was spent, and what is printed of it.
   *
   * @param line the line
   * @param initial 年初预算数
   * @param full 全年预算数
   * @param spent 全年执行数
   * @param rate 执行率
   * @param weight 分值
   * @param score 得分
   */
  private record Execution(
      TableLine line,
      Optional<Place> initial,
      Optional<Place> full,
      Optional<Place> spent,
      Optional<Fact> rate,
      Optional<Fact> weight,
      Optional<Fact> score) {

    /**
     * What the rate is of: the whole year's budget, or the initial one where only that is printed.
     */
    Optional<Place> base() {
      return full.or(() -> initial).filter(place -> !place.zero());
    }

    /** The rate in percent, unrounded. */
    Optional<BigDecimal> computed() {
      return base()
          .flatMap(
              budget ->
                  spent.map(paid -> paid.value().multiply(HUNDRED).divide(budget.value(), EXACT)));
    }
  }

  private static List<Execution> executions(TableView view) {
    List<Execution> executions = new ArrayList<>();
    for (TableLine line : view.table().lines()) {
      List<Fact> facts =
          view.table().facts().stream().filter(fact -> fact.line().equals(line)).toList();
      Execution execution =
          new Execution(
              line,
              money(view, facts, Stage.BUDGET_INITIAL),
              money(view, facts, Stage.BUDGET_FULL_YEAR),
              money(view, facts, Stage.FINAL),
              measured(facts, "perf_exec_rate"),
              measured(facts, "perf_weight"),
              measured(facts, "perf_score"));
      if (execution.spent().isPresent() && execution.base().isPresent()) {
        executions.add(execution);
      }
    }
    return executions;
  }

  private static Optional<Place> money(TableView view, List<Fact> facts, Stage stage) {
    return facts.stream()
        .filter(fact -> fact.unit().isMoney() || fact.unit() == Unit.NONE)
        .filter(fact -> StageWords.of(fact.column(), view.table()).map(stage::equals).orElse(false))
        .map(fact -> view.place(fact.line(), fact.column()))
        .findFirst();
  }

  private static Optional<Fact> measured(List<Fact> facts, String measure) {
    return facts.stream().filter(fact -> fact.measure().equals(measure)).findFirst();
  }

  /** The printed rate against the one its operands give, equal lines told together. */
  private static void rate(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Map<String, List<Execution>> wrong = new LinkedHashMap<>();
      for (Execution execution : executions(view)) {
        if (execution.rate().isEmpty()) {
          continue;
        }
        BigDecimal printed = execution.rate().get().value();
        BigDecimal expected =
            execution.computed().orElseThrow().setScale(printed.scale(), RoundingMode.HALF_UP);
        if (printed.compareTo(expected) == 0) {
          outcome.passed();
        } else {
          String key =
              execution.base().orElseThrow().shown()
                  + "/"
                  + execution.spent().orElseThrow().shown()
                  + "/"
                  + printed;
          wrong.computeIfAbsent(key, own -> new ArrayList<>()).add(execution);
        }
      }
      wrong.values().forEach(lines -> wrongRate(view, lines, outcome));
    }
  }

  private static void wrongRate(TableView view, List<Execution> lines, Outcome outcome) {
    Execution first = lines.get(0);
    Fact rate = first.rate().orElseThrow();
    Place base = first.base().orElseThrow();
    Place spent = first.spent().orElseThrow();
    BigDecimal computed = first.computed().orElseThrow();
    BigDecimal expected =
        computed.setScale(Math.max(2, rate.value().scale()), RoundingMode.HALF_UP);
    List<CellRef> cells = new ArrayList<>(lines.stream().map(e -> e.rate().get().cell()).toList());
    cells.add(spent.cell());
    cells.add(base.cell());
    Map<String, String> values =
        Map.of(
            "line",
            Names.line(first.line()),
            "left",
            spent.shown(),
            "right",
            base.shown(),
            "value",
            rate.value().toPlainString() + "%",
            "expected",
            expected.toPlainString() + "%",
            "text",
            lines.size() > 1 ? "（" + lines.size() + " 行相同）" : "");
    if (reachable(spent, base, rate.value())) {
      outcome.hinted(view.table(), cells, values);
    } else {
      outcome.found(view.table(), cells, values);
    }
  }

  /** Whether operands that round to the printed ones can give the printed rate. */
  private static boolean reachable(Place spent, Place base, BigDecimal rate) {
    BigDecimal low =
        spent
            .value()
            .subtract(Closeness.half(spent.digits()))
            .multiply(HUNDRED)
            .divide(base.value().add(Closeness.half(base.digits())), EXACT);
    BigDecimal high =
        spent
            .value()
            .add(Closeness.half(spent.digits()))
            .multiply(HUNDRED)
            .divide(base.value().subtract(Closeness.half(base.digits())), EXACT);
    BigDecimal half = Closeness.half(rate.scale());
    BigDecimal truncated =
        spent.value().multiply(HUNDRED).divide(base.value(), rate.scale(), RoundingMode.DOWN);
    return truncated.compareTo(rate) == 0
        || (rate.add(half).compareTo(low) >= 0 && rate.subtract(half).compareTo(high) <= 0);
  }

  /** 得分 = 分值 × 执行率, at most 分值, at the printed digits. */
  private static void score(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Execution execution : executions(view)) {
        if (execution.line().role() == LineRole.OF_WHICH
            || execution.weight().isEmpty()
            || execution.score().isEmpty()) {
          continue;
        }
        BigDecimal weight = execution.weight().get().value();
        Fact score = execution.score().get();
        BigDecimal rate = execution.computed().orElseThrow().min(HUNDRED);
        BigDecimal exact = weight.multiply(rate).divide(HUNDRED, EXACT);
        BigDecimal expected = exact.setScale(score.value().scale(), RoundingMode.HALF_UP);
        if (expected.compareTo(score.value()) == 0) {
          outcome.passed();
        } else {
          outcome.found(
              view.table(),
              List.of(score.cell(), execution.weight().get().cell()),
              Map.of(
                  "line", Names.line(execution.line()),
                  "value", score.value().toPlainString(),
                  "expected", exact.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                  "left", weight.toPlainString(),
                  "right", rate.setScale(2, RoundingMode.HALF_UP).toPlainString()));
        }
      }
    }
  }

  private static void ofWhich(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Execution execution : executions(view)) {
        boolean part = execution.line().role() == LineRole.OF_WHICH;
        if (part && execution.score().isPresent()) {
          outcome.found(
              view.table(),
              List.of(execution.score().get().cell()),
              Map.of(
                  "line", Names.line(execution.line()),
                  "value", execution.score().get().value().toPlainString()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static void changed(CheckContext context, Outcome outcome) {
    BigDecimal limit = new BigDecimal(context.option("percent", "30"));
    for (TableView view : context.tables()) {
      for (Execution execution : executions(view)) {
        boolean comparable =
            execution.line().role() != LineRole.OF_WHICH
                && execution.initial().filter(place -> !place.zero()).isPresent()
                && execution.full().isPresent();
        if (!comparable) {
          continue;
        }
        Place initial = execution.initial().get();
        Place full = execution.full().get();
        BigDecimal percent =
            full.value()
                .subtract(initial.value())
                .multiply(HUNDRED)
                .divide(initial.value(), 1, RoundingMode.HALF_UP);
        if (percent.abs().compareTo(limit) > 0) {
          outcome.found(
              view.table(),
              List.of(full.cell(), initial.cell()),
              Map.of(
                  "line", Names.line(execution.line()),
                  "left", initial.shown(),
                  "right", full.shown(),
                  "value", percent.toPlainString()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static void overspent(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Execution execution : executions(view)) {
        Place spent = execution.spent().orElseThrow();
        Place base = execution.base().orElseThrow();
        if (spent.value().compareTo(base.value()) > 0) {
          outcome.found(
              view.table(),
              List.of(spent.cell(), base.cell()),
              Map.of(
                  "line", Names.line(execution.line()),
                  "left", spent.shown(),
                  "right", base.shown()));
        } else {
          outcome.passed();
        }
      }
    }
  }
}
