package cn.sunledger.layout;

import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Term;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks labels up in the vocabulary: which fund, stage, concept and unit they name. */
final class Meaning {
  private static final Pattern YEAR_IN_FRONT = Pattern.compile("(20[0-9]{2})年?度?");
  private static final Pattern BUDGETED = Pattern.compile("^(.*(?:收入|支出|资金|拨款|费))(?:预算|决算)数?$");
  private static final Pattern UNIT_BEHIND =
      Pattern.compile("[(](?:元|千元|万元|亿元|单位:万元|单位:元)[)]$");
  private static final Pattern RATE =
      Pattern.compile(".*(?:[(]%[)]|增减%|增长%|比例|比率|占比|百分比|执行率|完成率|增长率|增减率|幅度|增幅).*");
  private static final Pattern COUNT =
      Pattern.compile(
          ".*[(](?:个|人|辆|台|套|次|批|批次|人次|件|户|家|平方米|台/套|台、套|分)[)].*|.*(?:人数|人次|批次|个数|团组数|辆数|台数|数量|保有量|编制数|实有数|分值|得分|权重)");

  private final Map<String, List<Term>> terms = new HashMap<>();

  Meaning(List<Term> vocabulary) {
    for (Term term : vocabulary) {
      for (String label : term.labels()) {
        terms.computeIfAbsent(label, key -> new ArrayList<>()).add(term);
      }
    }
  }

  /** What a label may name. */
  record Sense(
      Optional<Fund> fund, Optional<Stage> stage, Optional<String> measure, Optional<Unit> unit) {
    static final Sense NONE =
        new Sense(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Sense or(Sense outer) {
      return new Sense(
          fund.or(outer::fund),
          stage.or(outer::stage),
          measure.or(outer::measure),
          unit.or(outer::unit));
    }
  }

  /** The sense of a line's label; a line named after a year is this year's or last year's. */
  Sense line(String label, String block, Optional<Integer> year, boolean finalAccounts) {
    String bare = LineText.withoutOfWhich(label);
    if (bare.endsWith(":") || bare.endsWith("：")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return find(Labels.normal(Labels.withoutEnumerator(bare)), "line", block)
        .or(one(Labels.normal(label), "line", block, year, finalAccounts));
  }

  /**
   * The sense of a header path: inner labels before outer ones, except that 上年结转 and 年末结转 say what
   * all under them is, whatever fund stands there.
   */
  Sense column(List<String> path, String block, Optional<Integer> year, boolean finalAccounts) {
    Sense sense = Sense.NONE;
    Optional<String> carried = carried(path, block);
    for (int i = path.size() - 1; i >= 0; i--) {
      String label = Labels.normal(path.get(i));
      boolean side = i == 0 && path.size() > 1 && !block.isEmpty() && BlockNames.isSide(label);
      if (side || label.equals(Labels.normal(block))) {
        continue;
      }
      Sense own = one(label, "column", block, year, finalAccounts);
      sense = sense.or(own);
    }
    return new Sense(sense.fund(), sense.stage(), carried.or(sense::measure), sense.unit());
  }

  private Optional<String> carried(List<String> path, String block) {
    return path.stream()
        .map(label -> find(Labels.normal(label), "column", block).measure())
        .flatMap(Optional::stream)
        .filter(measure -> measure.startsWith("carry_"))
        .findFirst();
  }

  private Sense one(
      String label, String where, String block, Optional<Integer> year, boolean finalAccounts) {
    Optional<Stage> byYear = Optional.empty();
    String bare = label;
    Matcher matcher = YEAR_IN_FRONT.matcher(label);
    if (year.isPresent() && label.contains("20") && matcher.find()) {
      int named = Integer.parseInt(matcher.group(1));
      bare = matcher.replaceFirst("");
      if (named == year.get() - 1) {
        boolean actual = bare.contains("决算") || bare.contains("执行") || bare.contains("实际");
        byYear =
            Optional.of(
                actual || finalAccounts && !bare.contains("预算")
                    ? Stage.PRIOR_FINAL
                    : Stage.PRIOR_BUDGET);
      }
    }
    Optional<Unit> unit = unit(label);
    String plain = Labels.withoutEnumerator(bare);
    Sense found =
        find(bare, where, block)
            .or(find(plain, where, block))
            .or(plain.indexOf('算') < 0 ? Sense.NONE : budgeted(plain, where, block));
    // the budget column of final accounts shows the budget of the whole year, as the note of 公开09表
    // says
    Optional<Stage> budget =
        finalAccounts && bare.equals("预算数")
            ? Optional.of(Stage.BUDGET_FULL_YEAR)
            : Optional.empty();
    return new Sense(
        found.fund(),
        byYear.or(() -> budget).or(found::stage),
        found.measure(),
        unit.or(found::unit));
  }

  private Sense budgeted(String label, String where, String block) {
    return find(BUDGETED.matcher(label).replaceFirst("$1"), where, block);
  }

  /** The unit that a label's own words declare: 增减率, 数量（台）, 金额（万元）. */
  private static Optional<Unit> unit(String label) {
    if (Pieces.containsAny(label, "%率例比幅") && RATE.matcher(label).matches()) {
      return Optional.of(Unit.PERCENT);
    }
    if (Pieces.containsAny(label, "(数次值分重量") && COUNT.matcher(label).matches()) {
      return Optional.of(Unit.NONE);
    }
    return Pieces.bracketedUnit(label);
  }

  private Sense find(String label, String where, String block) {
    String bare =
        LineText.withoutOfWhich(
            label.endsWith("元)") ? UNIT_BEHIND.matcher(label).replaceFirst("") : label);
    for (Term term : terms.getOrDefault(bare, List.of())) {
      if ((term.where().isEmpty() || term.where().equals(where))
          && block.startsWith(term.block())) {
        return new Sense(term.fund(), term.stage(), term.measure(), term.unit());
      }
    }
    return Sense.NONE;
  }
}
