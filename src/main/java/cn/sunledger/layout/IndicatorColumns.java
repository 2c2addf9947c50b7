package cn.sunledger.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of one set of indicators: 一级, 二级, 三级指标, 指标值, 完成值, 分值, 得分. */
final class IndicatorColumns {
  private static final Pattern LEVEL = Pattern.compile("[一二三四]级指标(?:名称)?|(?:绩效|具体)?指标(?:名称)?|指标内容");
  private static final Pattern VALUE_HEADER =
      Pattern.compile("(?:年度|预期|绩效|目标)?(?:指标值|目标值)(?:[(].*)?|指标权重|权重(?:[(].*)?|分值");
  private static final Pattern NATURE = Pattern.compile(".*(?:指标性质|计算符号|运算符|比较符|指标值类型|性质)");
  private static final Pattern MEASURE = Pattern.compile(".*(?:度量单位|计量单位|值单位)|单位");
  private static final Pattern TARGET =
      Pattern.compile(".*(?:指标值|目标值|年度指标|指标内容|预期值|计划值|指标目标|预期指标).*");
  private static final Pattern ACTUAL = Pattern.compile(".*(?:完成值|完成情况|执行情况|实际值|实际完成|完成指标|全年实际).*");
  private static final Pattern WEIGHT = Pattern.compile(".*(?:分值|权重|标准分).*");
  private static final Pattern SCORE = Pattern.compile(".*(?:得分|评分)(?!标准).*");
  private static final Pattern REASON = Pattern.compile(".*(?:偏差|原因).*");

  final List<Integer> levels = new ArrayList<>();
  private final Map<Integer, Integer> weighed = new HashMap<>();
  private final List<Integer> furtherTargets = new ArrayList<>();
  private final List<Integer> furtherValues = new ArrayList<>();
  private int nameColumn = -1;
  int target = -1;
  int actual = -1;
  int weight = -1;
  int score = -1;
  int reason = -1;
  int nature = -1;
  int measure = -1;

  /**
   * The sets that a header holds: a second one begins where a level is named again (中期 beside 年度),
   * and shares the levels before.
   */
  static List<IndicatorColumns> sets(IndicatorHeader header) {
    // 绩效指标 over a grid of 一级, 二级, 三级指标 is no level, and 指标内容 is one beside 指标值 only
    boolean numbered = header.any("[一二三四]级指标.*");
    boolean valued = header.any(".*(?:指标|目标)值.*");
    List<IndicatorColumns> sets = new ArrayList<>();
    IndicatorColumns set = new IndicatorColumns();
    List<String> names = new ArrayList<>();
    for (Map.Entry<Integer, String> place : header.words().entrySet()) {
      String word = place.getValue();
      boolean level =
          LEVEL.matcher(word).matches()
              && !(numbered && word.matches("(?:绩效)?指标"))
              && (valued || !word.equals("指标内容"));
      if (level && names.contains(word) && set.target >= 0) {
        sets.add(set);
        IndicatorColumns next = new IndicatorColumns();
        next.levels.addAll(set.levels.subList(0, names.indexOf(word)));
        names = new ArrayList<>(names.subList(0, names.indexOf(word)));
        set = next;
      }
      if (level) {
        names.add(word);
        set.level(word, place.getKey());
      } else {
        set.put(word, place.getKey());
      }
    }
    sets.add(set);
    // a row that names values alone has no indicators below it
    sets.removeIf(each -> each.levels.isEmpty());
    return sets;
  }

  /** Whether a header word names a level of indicators. */
  static boolean isLevel(String word) {
    return LEVEL.matcher(word).matches();
  }

  /** Whether a header word heads the values of indicators. */
  static boolean isValueHeader(String word) {
    return VALUE_HEADER.matcher(word).matches();
  }

  /** Whether a header word heads anything that is told of an indicator. */
  static boolean isAttribute(String word) {
    return NATURE.matcher(word).matches()
        || MEASURE.matcher(word).matches()
        || TARGET.matcher(word).matches()
        || ACTUAL.matcher(word).matches()
        || WEIGHT.matcher(word).matches()
        || SCORE.matcher(word).matches()
        || REASON.matcher(word).matches();
  }

  /** The concept of the numbers under a header word that the vocabulary does not know. */
  static Optional<String> measure(String word) {
    if (ACTUAL.matcher(word).matches()) {
      return Optional.of("indicator_actual");
    }
    if (SCORE.matcher(word).matches()) {
      return Optional.of("perf_score");
    }
    if (WEIGHT.matcher(word).matches()) {
      return Optional.of("perf_weight");
    }
    return TARGET.matcher(word).matches() ? Optional.of("indicator_target") : Optional.empty();
  }

  /** Adds a level; 指标名称 is the innermost wherever it stands. */
  private void level(String word, int c) {
    levels.add(nameColumn >= 0 ? levels.size() - 1 : levels.size(), c);
    nameColumn = word.endsWith("指标名称") || word.equals("具体指标") ? c : nameColumn;
  }

  private void put(String word, int c) {
    if (NATURE.matcher(word).matches()) {
      nature = nature < 0 ? c : nature;
    } else if (MEASURE.matcher(word).matches() && !levels.isEmpty()) {
      measure = measure < 0 ? c : measure;
    } else if (ACTUAL.matcher(word).matches()) {
      actual = first(actual, c, furtherValues);
    } else if (SCORE.matcher(word).matches()) {
      score = score < 0 ? c : score;
    } else if (WEIGHT.matcher(word).matches()) {
      weigh(c);
    } else if (TARGET.matcher(word).matches()) {
      target = first(target, c, furtherTargets);
    } else if (REASON.matcher(word).matches()) {
      reason = reason < 0 ? c : reason;
    }
  }

  /** The first column of a kind; more of it, such as 半年 beside 全年指标值, are kept besides. */
  private static int first(int before, int c, List<Integer> further) {
    if (before >= 0) {
      further.add(c);
    }
    return before < 0 ? c : before;
  }

  /** Each level may have weights of its own: 一级指标 分值 二级指标 分值. */
  private void weigh(int c) {
    int level = levels.isEmpty() ? -1 : label();
    boolean outer = weight >= 0 && weighed.get(weight) != level;
    weight = weight < 0 || outer ? c : weight;
    weighed.put(c, level);
  }

  /** The level that a column's numbers tell something of. */
  int label(int c) {
    return weighed.getOrDefault(c, -1) < 0 || levels.indexOf(weighed.get(c)) < 0
        ? label()
        : weighed.get(c);
  }

  /** The innermost level. */
  int label() {
    return levels.get(levels.size() - 1);
  }

  /** Whether a column holds target or actual values. */
  boolean isValue(int c) {
    return isTarget(c) || c >= 0 && c == actual || furtherValues.contains(c);
  }

  /** Whether a column holds target values. */
  boolean isTarget(int c) {
    return c >= 0 && c == target || furtherTargets.contains(c);
  }

  /** Whether a column belongs to an indicator rather than to the project beside it. */
  boolean holds(int c) {
    return isValue(c) || c >= 0 && (weighed.containsKey(c) || c == score || c == reason);
  }
}
