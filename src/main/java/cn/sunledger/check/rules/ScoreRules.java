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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /**
   * The weight or score of 预算执行: of the line for all money, which may be the 合计 of the tasks, not
   * of its 其中, and above the indicators.
   */
  private static Optional<Fact> execution(TableView view, String measure) {
    int first = firstIndicator(view);
    return view.table().facts().stream()
        .filter(fact -> fact.measure().equals(measure))
        .filter(fact -> fact.line().role() != LineRole.OF_WHICH)
        .filter(fact -> !isIndicator(view, fact.cell()))
        .filter(fact -> fact.line().role() == LineRole.ITEM || fact.cell().row() < first)
        .findFirst();
  }

  private static int firstIndicator(TableView view) {
    return view.table().indicators().stream()
        .mapToInt(indicator -> indicator.target().cell().row())
        .min()
        .orElse(0);
  }

  private static boolean isIndicator(TableView view, CellRef cell) {
    return view.table().indicators().stream()
        .anyMatch(indicator -> indicator.target().cell().row() == cell.row());
  }

  /** 总分, in the column of the indicators: forms may print the weights of three levels each. */
  private static Optional<Fact> total(TableView view, String measure) {
    int first = firstIndicator(view);
    Set<Integer> columns =
        view.table().indicators().stream()
            .map(measure.equals("perf_weight") ? Indicator::weight : Indicator::score)
            .flatMap(Optional::stream)
            .map(cell -> cell.cell().column())
            .collect(Collectors.toSet());
    List<Fact> totals =
        view.table().facts().stream()
            .filter(fact -> fact.measure().equals(measure))
            .filter(fact -> fact.line().role() == LineRole.TOTAL && fact.cell().row() > first)
            .toList();
    return totals.stream()
        .filter(fact -> columns.contains(fact.cell().column()))
        .findFirst()
        .or(() -> totals.stream().findFirst());
  }

  private static List<ScoreCell> weights(List<Indicator> indicators) {
    return indicators.stream().map(Indicator::weight).flatMap(Optional::stream).toList();
  }

  private static BigDecimal sum(List<ScoreCell> cells) {
    return cells.stream().map(ScoreCell::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void weights(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<List<Indicator>> projects = IndicatorGroups.byProject(view);
      Optional<Fact> execution = execution(view, "perf_weight");
      Optional<Fact> total = total(view, "perf_weight");
      boolean single = projects.size() == 1;
      for (List<Indicator> project : projects) {
        weights(
            view, project, execution.filter(fact -> single), total.filter(fact -> single), outcome);
      }
    }
  }

  private static void weights(
      TableView view,
      List<Indicator> project,
      Optional<Fact> execution,
      Optional<Fact> total,
      Outcome outcome) {
    List<ScoreCell> weights = weights(project);
    // weights of some indicators only say nothing of the rest
    if (weights.isEmpty() || weights.size() * 3 < project.size() * 2) {
      return;
    }
    BigDecimal sum = sum(weights).add(execution.map(Fact::value).orElse(BigDecimal.ZERO));
    BigDecimal full = sum.compareTo(BigDecimal.TEN) < 0 ? BigDecimal.ONE : FULL;
    BigDecimal expected = total.map(Fact::value).orElse(full);
    // 10 or 20 points for the execution of the budget often stand apart from the indicators
    boolean apart = total.isEmpty() && execution.isEmpty() && sum.compareTo(WITHOUT_EXECUTION) >= 0;
    boolean holds = sum.compareTo(expected) == 0 && expected.compareTo(full) == 0;
    if (holds || (apart && sum.compareTo(FULL) <= 0)) {
      outcome.passed();
      return;
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
            "expected", full.toPlainString(),
            "text", total.map(fact -> "，总分栏印为 " + fact.value().toPlainString()).orElse("")));
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
      BigDecimal more = total.get().value().subtract(sum);
      boolean unprinted = more.signum() > 0 && more.compareTo(unscored(view, execution)) <= 0;
      if (more.signum() == 0 || unprinted) {
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

  /** The points for which no score is printed, as where the form has none for 预算执行. */
  private static BigDecimal unscored(TableView view, Optional<Fact> executionScore) {
    List<ScoreCell> weights = weights(view.table().indicators());
    if (weights.isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal scored = BigDecimal.ZERO;
    for (Indicator indicator : view.table().indicators()) {
      BigDecimal weight = indicator.weight().map(ScoreCell::value).orElse(BigDecimal.ZERO);
      scored = indicator.score().isPresent() ? scored.add(weight) : scored;
    }
    BigDecimal execution =
        executionScore
            .flatMap(score -> execution(view, "perf_weight"))
            .map(Fact::value)
            .orElse(BigDecimal.ZERO);
    return FULL.subtract(scored).subtract(execution).max(BigDecimal.ZERO);
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
