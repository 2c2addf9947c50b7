package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grid of performance indicators inside a form: 一级, 二级, 三级指标, 指标值, 完成值, 分值, 得分. */
final class IndicatorGrid {
  private static final Pattern TARGET = Pattern.compile(".*(?:指标值|目标值|年度指标|指标内容).*");
  private static final Pattern ACTUAL = Pattern.compile(".*(?:完成值|完成情况|实际值|实际完成).*");
  private static final Pattern WEIGHT = Pattern.compile(".*(?:分值|权重).*");
  private static final Pattern SCORE = Pattern.compile(".*(?:得分|评分)(?!标准).*");
  private static final Pattern REASON = Pattern.compile(".*(?:偏差|原因).*");
  private static final Pattern LEVEL = Pattern.compile("[一二三四]级指标|指标名称|指标|绩效指标|具体指标|指标内容");
  private static final Pattern VALUE_HEADER =
      Pattern.compile("(?:年度|预期|绩效|目标)?(?:指标值|目标值)(?:[(].*)?|指标权重|权重(?:[(].*)?|分值");
  private static final Pattern VALUE =
      Pattern.compile(
          "(≥|≤|>=|<=|>|<|=|＝|不少于|不低于|不高于|不超过|大于等于|小于等于|大于|小于|达到)?(-?[0-9]+(?:\\.[0-9]+)?)([^0-9.]{0,8})");
  private static final Pattern NOT_A_UNIT = Pattern.compile("(?!.*/|个月$|年$).*[、，。；:：年月日前后].*");

  private final Area area;
  private final int headerRow;
  private final List<Integer> rows;
  private final List<Integer> levels = new ArrayList<>();
  private int target = -1;
  private int actual = -1;
  private int weight = -1;
  private int score = -1;
  private int reason = -1;

  private IndicatorGrid(Area area, int headerRow, List<Integer> rows) {
    this.area = area;
    this.headerRow = headerRow;
    this.rows = rows;
  }

  /** The row that holds 一级指标 and its like; -1 where none does. */
  static int headerRow(Area area, List<Integer> body) {
    for (int r : body) {
      int levels = 0;
      int values = 0;
      for (GridCell cell : area.row(r)) {
        String text = Labels.normal(cell.value().text());
        levels += LEVEL.matcher(text).matches() ? 1 : 0;
        values += VALUE_HEADER.matcher(text).matches() ? 1 : 0;
      }
      if (levels >= 2 || levels == 1 && values > 0) {
        return r;
      }
    }
    return -1;
  }

  static IndicatorGrid find(Area area, List<Integer> body) {
    int header = headerRow(area, body);
    List<Integer> rows = new ArrayList<>();
    for (int r : body) {
      if (header >= 0 && r > header) {
        rows.add(r);
      }
    }
    IndicatorGrid grid = new IndicatorGrid(area, header, rows);
    if (header >= 0) {
      grid.columns();
      rows.removeIf(r -> !grid.isIndicatorRow(r));
    }
    return grid;
  }

  private void columns() {
    for (GridCell cell : area.row(headerRow)) {
      String text = Labels.normal(cell.value().text());
      int c = cell.column();
      if (LEVEL.matcher(text).matches()) {
        levels.add(c);
      } else if (ACTUAL.matcher(text).matches()) {
        actual = actual < 0 ? c : actual;
      } else if (TARGET.matcher(text).matches()) {
        target = target < 0 ? c : target;
      } else if (WEIGHT.matcher(text).matches()) {
        weight = weight < 0 ? c : weight;
      } else if (SCORE.matcher(text).matches()) {
        score = score < 0 ? c : score;
      } else if (REASON.matcher(text).matches()) {
        reason = reason < 0 ? c : reason;
      }
    }
  }

  private boolean isIndicatorRow(int r) {
    String label = area.text(r, labelColumn());
    boolean sum = area.own(r, area.left).matches("总分|合计|总计|总得分.*");
    return !label.isEmpty() && !sum;
  }

  /** Whether the row is one of the indicators. */
  boolean covers(int r) {
    return rows.contains(r);
  }

  /** The column of the innermost indicator label. */
  int labelColumn() {
    return levels.isEmpty() ? area.left : levels.get(levels.size() - 1);
  }

  /** Whether a cell holds an indicator's target or actual value. */
  boolean isValue(int r, int c) {
    return headerRow >= 0 && covers(r) && (c == target || c == actual);
  }

  /** A value such as ≥95% in its parts. */
  static Indicator.IndicatorValue parse(CellRef ref, String printed) {
    String text = Labels.compact(printed);
    Matcher matcher = VALUE.matcher(Labels.normal(text));
    if (!matcher.matches() || NOT_A_UNIT.matcher(matcher.group(3)).matches()) {
      return new Indicator.IndicatorValue(ref, "", Optional.empty(), "", text);
    }
    return new Indicator.IndicatorValue(
        ref,
        operator(matcher.group(1)),
        Optional.of(new BigDecimal(matcher.group(2))),
        matcher.group(3).replaceAll("^[(](.*)[)]$", "$1"),
        text);
  }

  private static String operator(String printed) {
    if (printed == null) {
      return "";
    }
    return switch (printed) {
      case ">=", "≥", "不少于", "不低于", "大于等于", "达到" -> "≥";
      case "<=", "≤", "不高于", "不超过", "小于等于" -> "≤";
      case ">", "大于" -> ">";
      case "<", "小于" -> "<";
      default -> "=";
    };
  }

  List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    for (int r : rows) {
      List<String> path = new ArrayList<>();
      for (int c : levels) {
        path.add(area.text(r, c));
      }
      if (target < 0) {
        continue;
      }
      indicators.add(
          new Indicator(
              path,
              value(r, target),
              actual < 0 ? Optional.empty() : Optional.of(value(r, actual)),
              score(r, weight),
              score(r, score),
              reason < 0
                  ? Optional.empty()
                  : Optional.of(new Indicator.TextCell(area.ref(r, reason), area.own(r, reason)))));
    }
    return indicators;
  }

  private Indicator.IndicatorValue value(int r, int c) {
    CellValue value = area.value(r, c);
    if (value instanceof CellValue.Number number) {
      return new Indicator.IndicatorValue(
          area.ref(r, c),
          "",
          Optional.of(number.shown()),
          number.percent() ? Unit.PERCENT.label() : "",
          value.text());
    }
    return parse(area.ref(r, c), value.text());
  }

  private Optional<Indicator.ScoreCell> score(int r, int c) {
    if (c < 0) {
      return Optional.empty();
    }
    CellValue value = area.value(r, c);
    Optional<BigDecimal> number =
        value instanceof CellValue.Number stored
            ? Optional.of(stored.shown())
            : NumberText.parse(value.text()).map(parsed -> parsed.number().shown());
    return number.map(found -> new Indicator.ScoreCell(area.ref(r, c), found));
  }
}
