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
  private static final Pattern BUDGETED = Pattern.compile("^(.*(?:收入|支出|资金|拨款|费))(?:预算|决算|支出)数?$");
  private static final Pattern UNIT_BEHIND = Pattern.compile("[(](?:%|元|千元|万元|亿元|单位:万元|单位:元)[)]$");
  private static final Pattern CHANGE =
      Pattern.compile(
          ".*(?:比|较|与)(?:上年|[0-9]{4}年|年初).{0,8}(?:增|减|变动|变化).*|.*增、?减(?:额|数|金额|变化|变动|幅度|%|率|情况|[(]).*|增、?减");
  private static final Pattern REMARK = Pattern.compile("[(][^)]{1,20}[)]$");
  private static final Map<String, Fund> FUNDS_IN_FRONT =
      Map.of(
          "一般公共预算", Fund.GENERAL_PUBLIC,
          "公共财政预算", Fund.GENERAL_PUBLIC,
          "公共预算财政拨款", Fund.GENERAL_PUBLIC,
          "政府性基金", Fund.GOVERNMENT_MANAGED,
          "国有资本经营", Fund.STATE_CAPITAL,
          "财政专户", Fund.FISCAL_SPECIAL_ACCOUNT);
  private static final Pattern RATE =
      Pattern.compile(".*(?:%|增长%|比例|比率|占比|百分比|执行率|完成率|增长率|增减率|幅度|增幅).*");
  private static final Pattern SCORE = Pattern.compile("(?:得分|分值|评分)[(].*");
  private static final Pattern COUNT =
      Pattern.compile(
          ".*[(](?:个|人|辆|台|套|次|批|批次|人次|件|户|家|名|项|处|平方米|台/套|台[、,]?套|台[(]套[)]|分)[)].*|.*单价[0-9]+万元.{0,8}设备.*|.*(?:人数|人次|批次|个数|团组数|辆数|车辆数|台数|数量|保有量|购置数|编制数|实有数|分值|得分|权重)");

  private static final int MOST = 20_000;

  private final Map<String, List<Term>> terms = new HashMap<>();

  /** What was asked before, by whichever thread. */
  private final Memo<Asked, Sense> answers = new Memo<>(MOST);

  private record Asked(Object words, String block, Optional<Integer> year, boolean finalAccounts) {
    @Override
    public int hashCode() {
      return (words.hashCode() * 31 + block.hashCode()) * 31 + year.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked
          && words.equals(asked.words)
          && block.equals(asked.block)
          && year.equals(asked.year)
          && finalAccounts == asked.finalAccounts;
    }
  }

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
    Asked asked = new Asked(label, block, year, finalAccounts);
    Sense known = answers.get(asked);
    return known == null ? answers.keep(asked, line(label, asked)) : known;
  }

  private Sense line(String label, Asked key) {
    String bare = LineText.withoutOfWhich(label);
    if (bare.endsWith(":") || bare.endsWith("：")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return find(Labels.normal(Labels.withoutEnumerator(bare)), "line", key.block)
        .or(one(Labels.normal(label), "line", key.block, key.year, key.finalAccounts));
  }

  /**
   * The sense of a header path: inner labels before outer ones, except that 上年结转 and 年末结转 say what
   * all under them is, whatever fund stands there.
   */
  Sense column(List<String> path, String block, Optional<Integer> year, boolean finalAccounts) {
    Asked asked = new Asked(path, block, year, finalAccounts);
    Sense known = answers.get(asked);
    return known == null ? answers.keep(asked, column(path, asked)) : known;
  }

  private Sense column(List<String> path, Asked key) {
    String block = key.block;
    Sense sense = Sense.NONE;
    Optional<String> carried = carried(path, block);
    for (int i = path.size() - 1; i >= 0; i--) {
      String label = Labels.normal(path.get(i));
      boolean side = i == 0 && path.size() > 1 && !block.isEmpty() && BlockNames.isSide(label);
      if (side || label.equals(Labels.normal(block))) {
        continue;
      }
      Sense own = one(label, "column", block, key.year, key.finalAccounts);
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
    if (byYear.isEmpty() && CHANGE.matcher(label).matches()) {
      byYear = Optional.of(Stage.CHANGE);
    }
    Optional<Unit> unit = unit(label);
    String plain = Labels.withoutEnumerator(bare);
    Sense found =
        find(bare, where, block)
            .or(find(plain, where, block))
            .or(find(BUDGETED.matcher(plain).replaceFirst("$1"), where, block))
            .or(find(REMARK.matcher(plain).replaceFirst(""), where, block));
    if (found.fund().isEmpty() && where.equals("column")) {
      found =
          found.or(new Sense(fund(plain), Optional.empty(), Optional.empty(), Optional.empty()));
    }
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

  /** The unit that a label's own words declare: 增减率, 数量（台）, 金额（万元）. */
  private static Optional<Unit> unit(String label) {
    boolean score = SCORE.matcher(label).matches();
    if (!score && RATE.matcher(label).matches()) {
      return Optional.of(Unit.PERCENT);
    }
    return score || COUNT.matcher(label).matches()
        ? Optional.of(Unit.NONE)
        : Pieces.bracketedUnit(label);
  }

  /** The fund that stands in front of a header: 政府性基金预算项目支出. */
  private static Optional<Fund> fund(String label) {
    for (Map.Entry<String, Fund> entry : FUNDS_IN_FRONT.entrySet()) {
      if (label.startsWith(entry.getKey())) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private Sense find(String label, String where, String block) {
    String bare =
        LineText.withoutOfWhich(
            label.endsWith(")") ? UNIT_BEHIND.matcher(label).replaceFirst("") : label);
    for (Term term : terms.getOrDefault(bare, List.of())) {
      if ((term.where().isEmpty() || term.where().equals(where))
          && block.startsWith(term.block())) {
        return new Sense(term.fund(), term.stage(), term.measure(), term.unit());
      }
    }
    return Sense.NONE;
  }
}
