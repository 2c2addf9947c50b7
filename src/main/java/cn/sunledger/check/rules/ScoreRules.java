package cn.sunledger.check.rules;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Indicator.ScoreCell;
import cn.sunledger.model.LineRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 分值与得分: weights and scores of a performance form add up. */
final class ScoreRules {
  private static final BigDecimal FULL = new BigDecimal("100");
  private static final BigDecimal WITHOUT_EXECUTION = new BigDecimal("80");
  private static final Pattern BAND = Pattern.compile(".*[(（]([0-9]+(?:\\.[0-9]+)?)分[)）].*");

  private ScoreRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "weights_full", ScoreRules::weights,
        "weights_of_band", ScoreRules::bands,
        "scores_total", ScoreRules::scores,
        "score_within_weight", ScoreRules::within);
  }

  /** The weight or score of 预算执行: of the line for all money, not of its 其中. */
  private static Optional<Fact> execution(TableView view, String measure) {
    return view.table().facts().stream()
        .filter(fact -> fact.measure().equals(measure))
        .filter(fact -> fact.line().role() == LineRole.ITEM)
        .filter(fact -> !isIndicator(view, fact.cell()))
        .findFirst();
  }

  private static boolean isIndicator(TableView view, CellRef cell) {
    return view.table().indicators().stream()
        .anyMatch(indicator -> indicator.target().cell().row() == cell.row());
  }

  private static Optional<Fact> total(TableView view, String measure) {
    return view.table().facts().stream()
        .filter(fact -> fact.measure().equals(measure))
        .filter(fact -> fact.line().role() == LineRole.TOTAL)
        .findFirst();
  }

  private static List<ScoreCell> weights(TableView view) {
    return view.table().indicators().stream()
        .map(Indicator::weight)
        .flatMap(Optional::stream)
        .toList();
  }

  private static BigDecimal sum(List<ScoreCell> cells) {
    return cells.stream().map(ScoreCell::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void weights(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<ScoreCell> weights = weights(view);
      if (weights.isEmpty()) {
        continue;
      }
      Optional<Fact> execution = execution(view, "perf_weight");
      BigDecimal sum = sum(weights).add(execution.map(Fact::value).orElse(BigDecimal.ZERO));
      Optional<Fact> total = total(view, "perf_weight");
      BigDecimal expected = total.map(Fact::value).orElse(FULL);
      // 10 or 20 points for the execution of the budget often stand apart from the indicators
      boolean apart =
          total.isEmpty() && execution.isEmpty() && sum.compareTo(WITHOUT_EXECUTION) >= 0;
      boolean full = sum.compareTo(expected) == 0 && expected.compareTo(FULL) == 0;
      if (full || (apart && sum.compareTo(FULL) <= 0)) {
        outcome.passed();
        continue;
      }
      List<CellRef> cells = new ArrayList<>();
      total.ifPresent(fact -> cells.add(fact.cell()));
      execution.ifPresent(fact -> cells.add(fact.cell()));
      weights.forEach(cell -> cells.add(cell.cell()));
      outcome.found(
          view.table(),
          cells,
          Map.of(
              "value", sum.toPlainString(),
              "expected", FULL.toPlainString(),
              "text", total.map(fact -> "，总分栏印为 " + fact.value().toPlainString()).orElse("")));
    }
  }

  /** 产出指标（50分）: what the label says is the sum of what stands in it. */
  private static void bands(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Map<String, List<ScoreCell>> bands = new LinkedHashMap<>();
      for (Indicator indicator : view.table().indicators()) {
        indicator.path().stream()
            .filter(label -> BAND.matcher(label).matches())
            .findFirst()
            .ifPresent(
                label ->
                    indicator
                        .weight()
                        .ifPresent(
                            weight ->
                                bands
                                    .computeIfAbsent(label, key -> new ArrayList<>())
                                    .add(weight)));
      }
      bands.forEach(
          (label, cells) -> {
            Matcher band = BAND.matcher(label);
            if (!band.matches()) {
              return;
            }
            BigDecimal sum = sum(cells);
            if (sum.compareTo(new BigDecimal(band.group(1))) == 0) {
              outcome.passed();
            } else {
              outcome.found(
                  view.table(),
                  cells.stream().map(ScoreCell::cell).toList(),
                  Map.of(
                      "name", label,
                      "value", sum.toPlainString(),
                      "expected", band.group(1)));
            }
          });
    }
  }

  private static void scores(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Optional<Fact> total = total(view, "perf_score");
      List<ScoreCell> scores =
          view.table().indicators().stream()
              .map(Indicator::score)
              .flatMap(Optional::stream)
              .toList();
      if (total.isEmpty() || scores.isEmpty()) {
        continue;
      }
      Optional<Fact> execution = execution(view, "perf_score");
      BigDecimal sum = sum(scores).add(execution.map(Fact::value).orElse(BigDecimal.ZERO));
      if (sum.compareTo(total.get().value()) == 0) {
        outcome.passed();
        continue;
      }
      List<CellRef> cells = new ArrayList<>(List.of(total.get().cell()));
      execution.ifPresent(fact -> cells.add(fact.cell()));
      scores.forEach(cell -> cells.add(cell.cell()));
      outcome.found(
          view.table(),
          cells,
          Map.of(
              "value", total.get().value().toPlainString(),
              "expected", sum.toPlainString(),
              "difference", total.get().value().subtract(sum).toPlainString()));
    }
  }

  private static void within(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Indicator indicator : view.table().indicators()) {
        if (indicator.weight().isEmpty() || indicator.score().isEmpty()) {
          continue;
        }
        ScoreCell weight = indicator.weight().get();
        ScoreCell score = indicator.score().get();
        boolean outside = score.value().signum() < 0 || score.value().compareTo(weight.value()) > 0;
        if (outside) {
          outcome.found(
              view.table(),
              List.of(score.cell(), weight.cell()),
              Map.of(
                  "name", IndicatorRules.name(indicator),
                  "value", score.value().toPlainString(),
                  "expected", weight.value().toPlainString()));
        } else {
          outcome.passed();
        }
      }
    }
  }
}
