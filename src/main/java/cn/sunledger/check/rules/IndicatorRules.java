package cn.sunledger.check.rules;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Indicator.IndicatorValue;
import cn.sunledger.model.Indicator.ScoreCell;
import cn.sunledger.model.Indicator.TextCell;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 绩效指标: what targets and results say, and whether the score follows from them. */
final class IndicatorRules {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(万元|元|亿元|%)");
  private static final Pattern QUANTIFIED =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:%|个|件|次|人|万元|元|户|项|场|天|套|台|篇|家|起|分|以上|以下)");
  private static final Pattern YEAR =
      Pattern.compile("(?<![比较自从到至])((?:20)[0-9]{2})年(?![以底末前]|来|至|到|-)");
  private static final Pattern DATE = Pattern.compile("(20[0-9]{2})[.年/-]([0-9]{1,2})[.月/-]");
  private static final Pattern MALFORMED =
      Pattern.compile(".*(?:%百分比|百分比%|[0-9]百分比|万元年|；；|年[;；]$).*");

  private static final int LONGEST_NAME = 20;

  private IndicatorRules() {}

  static Map<String, Check> byName() {
    Map<String, Check> checks = new HashMap<>();
    checks.put("target_missed", IndicatorRules::missed);
    checks.put("shortfall_explained", IndicatorRules::explained);
    checks.put(
        "result_measured",
        listed(
            i ->
                i.actual()
                    .map(
                        actual ->
                            quantified(i.target())
                                && !actual.text().isEmpty()
                                && !actual.text().matches(".*[0-9].*"))
                    .orElse(false)));
    checks.put("indicator_named", listed(IndicatorRules::unnamed));
    checks.put("indicator_direction", listed(IndicatorRules::reversed));
    checks.put("indicator_twice", IndicatorRules::twice);
    checks.put("unit_malformed", listed(i -> MALFORMED.matcher(i.target().text()).matches()));
    checks.put("falls_to", listed(i -> i.target().text().matches(".*(?:下降|减少|降低)到[^，。；]*以上.*")));
    checks.put(
        "percent_missing",
        listed(i -> i.target().text().matches(".*(?:率|度)(?:达到|不低于|≥)?[0-9]{2}(?:以上|$).*")));
    checks.put("indicator_year", IndicatorRules::year);
    checks.put("target_date", IndicatorRules::date);
    checks.put("form_date", IndicatorRules::formDate);
    checks.put("completion_claimed", IndicatorRules::claimed);
    return checks;
  }

  /** An indicator's own name, without the headings it stands under. */
  static String name(Indicator indicator) {
    return indicator.path().isEmpty() ? "" : indicator.path().get(indicator.path().size() - 1);
  }

  private static boolean quantified(IndicatorValue target) {
    return target.number().isPresent() || QUANTIFIED.matcher(target.text()).find();
  }

  private static boolean unnamed(Indicator indicator) {
    List<String> path = indicator.path();
    int last = path.size() - 1;
    return last > 0
        && !path.get(last).isEmpty()
        && path.get(last).length() <= LONGEST_NAME
        && !path.get(last).contains("预算执行率")
        && Labels.normal(path.get(last)).equals(Labels.normal(path.get(last - 1)));
  }

  /** A target that points the wrong way: 一般性支出 ≥, 满意度 ≤. */
  private static boolean reversed(Indicator indicator) {
    String name = name(indicator);
    String operator = indicator.target().operator();
    boolean most = operator.equals("≤") || operator.equals("<");
    boolean least = operator.equals("≥") || operator.equals(">");
    boolean share = indicator.target().unit().startsWith("%");
    return (most && share && name.matches(".*(?:预算执行|支出进度|满意度|完成率|办结率|合格率|及时率|达标率).*"))
        || (least && name.matches(".*(?:一般性支出|投诉率|差错率|事故|违规|超支|逾期).*"));
  }

  /** Indicators of one kind, told in one finding per table. */
  private static Check listed(Predicate<Indicator> odd) {
    return (context, outcome) -> {
      for (TableView view : context.tables()) {
        List<Indicator> found = view.table().indicators().stream().filter(odd).toList();
        int sound = view.table().indicators().size() - found.size();
        for (int i = 0; i < sound; i++) {
          outcome.passed();
        }
        if (!found.isEmpty()) {
          outcome.found(
              view.table(),
              found.stream().map(indicator -> indicator.target().cell()).toList(),
              Map.of(
                  "count", String.valueOf(found.size()),
                  "list",
                      found.stream()
                          .map(IndicatorRules::name)
                          .distinct()
                          .limit(5)
                          .collect(Collectors.joining("、")),
                  "text", shortened(found.get(0).target().text())));
        }
      }
    };
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "……" : text;
  }

  /** A target that was missed, with full marks. */
  private static void missed(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Indicator indicator : view.table().indicators()) {
        Optional<Compared> compared = compare(indicator);
        boolean full =
            indicator.weight().isPresent()
                && indicator.score().isPresent()
                && indicator.score().get().value().compareTo(indicator.weight().get().value()) == 0;
        if (compared.isEmpty()) {
          continue;
        }
        if (compared.get().missed() && full) {
          BigDecimal over = compared.get().actual().subtract(compared.get().target());
          outcome.found(
              view.table(),
              List.of(
                  indicator.score().get().cell(),
                  indicator.actual().get().cell(),
                  indicator.target().cell()),
              Map.of(
                  "name", name(indicator),
                  "left", compared.get().target().toPlainString(),
                  "right", compared.get().actual().toPlainString(),
                  "unit", compared.get().unit(),
                  "difference", over.abs().toPlainString(),
                  "value", indicator.score().get().value().toPlainString()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private record Compared(BigDecimal target, BigDecimal actual, String unit, boolean missed) {}

  /** Target and result in figures of the same unit; a cost is not to be exceeded. */
  private static Optional<Compared> compare(Indicator indicator) {
    if (indicator.actual().isEmpty()) {
      return Optional.empty();
    }
    IndicatorValue target = indicator.target();
    IndicatorValue actual = indicator.actual().get();
    Optional<Figure> aim = figure(target);
    Optional<Figure> result = figure(actual);
    if (aim.isEmpty() || result.isEmpty() || !aim.get().unit.equals(result.get().unit)) {
      return Optional.empty();
    }
    boolean cost = indicator.path().stream().anyMatch(label -> label.contains("成本"));
    String operator =
        !target.operator().isEmpty() && !target.operator().equals("=")
            ? target.operator()
            : cost ? "≤" : target.text().contains("以上") ? "≥" : "";
    int order = result.get().value.compareTo(aim.get().value);
    boolean missed =
        switch (operator) {
          case "≥" -> order < 0;
          case ">" -> order <= 0;
          case "≤" -> order > 0;
          case "<" -> order >= 0;
          default -> false;
        };
    return operator.isEmpty()
        ? Optional.empty()
        : Optional.of(new Compared(aim.get().value, result.get().value, aim.get().unit, missed));
  }

  private record Figure(BigDecimal value, String unit) {}

  private static Optional<Figure> figure(IndicatorValue value) {
    if (value.number().isPresent()) {
      return Optional.of(new Figure(value.number().get(), value.unit()));
    }
    List<Figure> figures = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(value.text());
    while (matcher.find()) {
      figures.add(new Figure(new BigDecimal(matcher.group(1)), matcher.group(2)));
    }
    return figures.size() == 1 ? Optional.of(figures.get(0)) : Optional.empty();
  }

  /** Points or money fell short, and no reason is given anywhere. */
  private static void explained(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<CellRef> shortfalls = new ArrayList<>();
      boolean column = false;
      for (Indicator indicator : view.table().indicators()) {
        column |= indicator.reason().isPresent();
        boolean lost =
            indicator.weight().isPresent()
                && indicator.score().isPresent()
                && indicator.score().get().value().compareTo(indicator.weight().get().value()) < 0;
        boolean silent = indicator.reason().map(r -> silent(r)).orElse(true);
        if (lost && silent) {
          shortfalls.add(indicator.score().get().cell());
        }
      }
      boolean anyReason =
          view.table().indicators().stream()
              .anyMatch(i -> i.reason().map(r -> !silent(r)).orElse(false));
      if (!anyReason) {
        lostExecution(view).ifPresent(shortfalls::add);
      }
      if (column && !shortfalls.isEmpty()) {
        outcome.found(view.table(), shortfalls, Map.of("count", String.valueOf(shortfalls.size())));
      } else if (column) {
        outcome.passed();
      }
    }
  }

  private static boolean silent(TextCell reason) {
    return reason.text().isEmpty() || reason.text().matches("[无/—-]");
  }

  private static Optional<CellRef> lostExecution(TableView view) {
    Map<Integer, Fact> weights =
        view.table().facts().stream()
            .filter(fact -> fact.measure().equals("perf_weight"))
            .filter(fact -> fact.line().role() == LineRole.ITEM)
            .collect(Collectors.toMap(fact -> fact.cell().row(), fact -> fact, (a, b) -> a));
    return view.table().facts().stream()
        .filter(fact -> fact.measure().equals("perf_score"))
        .filter(fact -> weights.containsKey(fact.cell().row()))
        .filter(fact -> fact.value().compareTo(weights.get(fact.cell().row()).value()) < 0)
        .filter(
            fact ->
                view.table().indicators().stream()
                    .map(Indicator::score)
                    .flatMap(Optional::stream)
                    .map(ScoreCell::cell)
                    .noneMatch(cell -> cell.equals(fact.cell())))
        .map(Fact::cell)
        .findFirst();
  }

  /** The same indicator twice with different targets for one period of one project. */
  private static void twice(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (List<Indicator> group : IndicatorGroups.byPeriod(view)) {
        twice(view, group, outcome);
      }
    }
  }

  private static void twice(TableView view, List<Indicator> group, Outcome outcome) {
    Map<String, Indicator> seen = new LinkedHashMap<>();
    for (Indicator indicator : group) {
      boolean proper = !name(indicator).isEmpty() && !unnamed(indicator);
      Indicator other = proper ? seen.putIfAbsent(name(indicator), indicator) : null;
      if (other != null && !other.target().text().equals(indicator.target().text())) {
        outcome.found(
            view.table(),
            List.of(indicator.target().cell(), other.target().cell()),
            Map.of(
                "name", name(indicator),
                "left", shortened(other.target().text()),
                "right", shortened(indicator.target().text())));
      } else {
        outcome.passed();
      }
    }
  }

  /** A target that speaks of another year than the form's. */
  private static void year(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      if (view.table().year().isEmpty()) {
        continue;
      }
      int year = view.table().year().get();
      for (Indicator indicator : view.table().indicators()) {
        Matcher matcher = YEAR.matcher(indicator.target().text());
        boolean odd = matcher.find() && Integer.parseInt(matcher.group(1)) != year;
        if (odd) {
          outcome.found(
              view.table(),
              List.of(indicator.target().cell()),
              Map.of(
                  "name", name(indicator),
                  "text", shortened(indicator.target().text()),
                  "value", matcher.group(1),
                  "year", String.valueOf(year)));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** A date by which a target is due, outside the year. */
  private static void date(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      if (view.table().year().isEmpty()) {
        continue;
      }
      for (Indicator indicator : view.table().indicators()) {
        Matcher matcher = DATE.matcher(indicator.target().text());
        if (!matcher.lookingAt()) {
          continue;
        }
        if (Integer.parseInt(matcher.group(1)) != view.table().year().get()) {
          outcome.found(
              view.table(),
              List.of(indicator.target().cell()),
              Map.of(
                  "name", name(indicator),
                  "text", indicator.target().text(),
                  "year", String.valueOf(view.table().year().get())));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static void formDate(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (TextCell note : view.table().notes()) {
        if (!note.text().contains("日期")) {
          continue;
        }
        Matcher matcher =
            Pattern.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{0,2}(日?)").matcher(note.text());
        if (matcher.find() && matcher.group(1).isEmpty()) {
          outcome.found(view.table(), List.of(note.cell()), Map.of("text", matcher.group()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** 实际完成预算, where less than the budget was spent. */
  private static void claimed(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Optional<Fact> rate =
          view.table().facts().stream()
              .filter(fact -> fact.measure().equals("perf_exec_rate"))
              .findFirst();
      for (Indicator indicator : view.table().indicators()) {
        boolean claims =
            indicator.actual().map(a -> a.text().matches(".*(?:完成预算|全部支出|执行完毕).*")).orElse(false);
        boolean less = rate.map(r -> r.value().compareTo(new BigDecimal("100")) < 0).orElse(false);
        if (claims && less) {
          outcome.found(
              view.table(),
              List.of(indicator.actual().get().cell(), rate.get().cell()),
              Map.of(
                  "name", name(indicator),
                  "text", shortened(indicator.actual().get().text()),
                  "value", rate.get().value().toPlainString() + "%"));
        } else if (claims) {
          outcome.passed();
        }
      }
    }
  }
}
