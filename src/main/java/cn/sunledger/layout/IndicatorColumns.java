package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.List;
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
  private static final Pattern ACTUAL = Pattern.compile(".*(?:完成值|完成情况|实际值|实际完成|完成指标|全年实际).*");
  private static final Pattern WEIGHT = Pattern.compile(".*(?:分值|权重|标准分).*");
  private static final Pattern SCORE = Pattern.compile(".*(?:得分|评分)(?!标准).*");
  private static final Pattern REASON = Pattern.compile(".*(?:偏差|原因).*");

  final List<Integer> levels = new ArrayList<>();
  private int nameColumn = -1;
  int target = -1;
  int actual = -1;
  int weight = -1;
  int score = -1;
  int reason = -1;
  int nature = -1;
  int measure = -1;

  /** Whether a row holds the header of indicators: two levels of them, or one with its value. */
  static boolean isHeader(Area area, int row) {
    int hits = 0;
    int values = 0;
    for (SheetCell cell : area.row(row)) {
      String text = cell.value().text();
      if (text.contains("标") || text.contains("权重") || text.contains("分值")) {
        String word = Labels.normal(text);
        hits += LEVEL.matcher(word).matches() ? 1 : 0;
        values += VALUE_HEADER.matcher(word).matches() ? 1 : 0;
      }
    }
    return hits >= 2 || hits == 1 && values > 0;
  }

  /**
   * The sets that a header row holds: a second one begins where a level is named again (中期 beside
   * 年度), and shares the levels before.
   */
  static List<IndicatorColumns> sets(Area area, int row) {
    List<String> words = area.row(row).stream().map(cell -> cell.normal()).toList();
    // 绩效指标 over a grid of 一级, 二级, 三级指标 is no level, and 指标内容 is one beside 指标值 only
    boolean numbered = words.stream().anyMatch(word -> word.matches("[一二三四]级指标.*"));
    boolean valued = words.stream().anyMatch(word -> word.matches(".*(?:指标|目标)值.*"));
    List<IndicatorColumns> sets = new ArrayList<>();
    IndicatorColumns set = new IndicatorColumns();
    List<String> names = new ArrayList<>();
    for (SheetCell cell : area.row(row)) {
      String word = cell.normal();
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
        set.level(word, cell.column());
      } else {
        set.put(word, cell.column());
      }
    }
    sets.add(set);
    // a row that names values alone has no indicators below it
    sets.removeIf(each -> each.levels.isEmpty());
    return sets;
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
      actual = actual < 0 ? c : actual;
    } else if (SCORE.matcher(word).matches()) {
      score = score < 0 ? c : score;
    } else if (WEIGHT.matcher(word).matches()) {
      weight = weight < 0 ? c : weight;
    } else if (TARGET.matcher(word).matches()) {
      target = target < 0 ? c : target;
    } else if (REASON.matcher(word).matches()) {
      reason = reason < 0 ? c : reason;
    }
  }

  /** The innermost level. */
  int label() {
    return levels.get(levels.size() - 1);
  }

  /** Whether a column holds target or actual values. */
  boolean isValue(int c) {
    return c >= 0 && (c == target || c == actual);
  }

  /** Whether a column belongs to an indicator rather than to the project beside it. */
  boolean holds(int c) {
    return isValue(c) || c >= 0 && (c == weight || c == score || c == reason);
  }
}
