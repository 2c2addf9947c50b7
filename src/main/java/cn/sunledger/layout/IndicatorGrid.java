package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of performance indicators in a form or a table. */
final class IndicatorGrid {
  private static final Pattern SUM =
      Pattern.compile("(?:自评|评价|绩效)?(?:总分|合计|总计|总得分|得分合计|评价等级|自评结论|评价结论|自评总分).*|备注.*|说明.*");

  private static final Pattern UNIT_BEHIND =
      Pattern.compile(
          "[(](%|[万亿千百]?[元个人次件台套辆亩米吨户项家所份篇场期天月年公里平方米立方米人次]{1,3}(?:/[元个人次件台套辆亩米吨户项家所天月年]{1,2})?)[)]$");

  private final Area area;
  private final List<Integer> body;

  /** The columns by the row under whose header they hold. */
  private final TreeMap<Integer, List<IndicatorColumns>> headers = new TreeMap<>();

  private final BitSet rows = new BitSet();

  private IndicatorGrid(Area area, List<Integer> body) {
    this.area = area;
    this.body = body;
    IndicatorHeader above = IndicatorHeader.NONE;
    for (int r : body) {
      IndicatorHeader header = IndicatorHeader.read(area, r, above);
      above = header;
      if (header != IndicatorHeader.NONE) {
        headers.put(r, IndicatorColumns.sets(header));
      } else if (isIndicator(r)) {
        rows.set(r);
      }
    }
  }

  /**
   * The indicators of a region.
   *
   * @param region the region
   * @param area its cells, or those columns of it that are used
   */
  static IndicatorGrid of(Region region, Area area) {
    return new IndicatorGrid(area, region.indicatorRow() < 0 ? List.of() : region.body());
  }

  /** The first row that holds 一级指标 and its like; -1 where none does. */
  static int headerRow(Area area, List<Integer> body) {
    for (int r : body) {
      if (IndicatorHeader.isHeader(area, r)) {
        return r;
      }
    }
    return -1;
  }

  private List<IndicatorColumns> columns(int r) {
    var above = headers.lowerEntry(r);
    return above == null ? List.of() : above.getValue();
  }

  private boolean isIndicator(int r) {
    List<SheetCell> row = area.row(r);
    if (columns(r).isEmpty()
        || row.isEmpty()
        || SUM.matcher(Labels.normal(row.get(0).value().text())).matches()) {
      return false;
    }
    for (IndicatorColumns set : columns(r)) {
      if (!area.text(r, set.label()).isEmpty() && !isSpread(r, set)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the innermost level is covered by the header itself or by a text that spans the levels
   * or the values too: 总分, a heading, an answer to what is asked in front.
   */
  private boolean isSpread(int r, IndicatorColumns set) {
    Merge merge = area.merge(r, set.label());
    if (merge == null) {
      return false;
    }
    boolean heading =
        merge.firstColumn() <= columns(r).get(0).levels.get(0)
            && merge.lastColumn() > merge.firstColumn();
    boolean overValues = set.target >= 0 && merge.lastColumn() >= set.target;
    return heading || overValues || merge.firstRow() <= headers.lowerKey(r);
  }

  /** Whether the row is one of the indicators. */
  boolean covers(int r) {
    return rows.get(r);
  }

  /** The column of the innermost indicator label that a column's values belong to. */
  int labelColumn(int r, int c) {
    IndicatorColumns set = set(r, c);
    return set == null ? columns(r).get(0).label() : set.label(c);
  }

  private IndicatorColumns set(int r, int c) {
    for (IndicatorColumns set : columns(r)) {
      if (set.holds(c)) {
        return set;
      }
    }
    return null;
  }

  /** Whether a cell holds an indicator's target or actual value. */
  boolean isValue(int r, int c) {
    IndicatorColumns set = headers.isEmpty() || !covers(r) ? null : set(r, c);
    return set != null && set.isValue(c);
  }

  /** Whether a cell tells something of an indicator: target, actual value, weight, score. */
  boolean holds(int r, int c) {
    return !headers.isEmpty() && covers(r) && set(r, c) != null;
  }

  /** The header of the indicators over a column, as printed. */
  String header(int r, int c) {
    return area.text(headers.lowerKey(r), c);
  }

  /** Whether a column tells something of indicators. */
  boolean holds(int c) {
    return headers.values().stream().flatMap(List::stream).anyMatch(set -> set.holds(c));
  }

  /** The number of a target or an actual value; empty where words stand there. */
  Optional<NumberText> number(int r, int c) {
    IndicatorColumns set = set(r, c);
    return IndicatorText.number(value(r, c, set, set.isTarget(c)), area.value(r, c));
  }

  List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    for (int r = rows.nextSetBit(0); r >= 0; r = rows.nextSetBit(r + 1)) {
      for (IndicatorColumns set : columns(r)) {
        if (set.target >= 0 && !area.text(r, set.label()).isEmpty()) {
          indicators.add(indicator(r, set));
        }
      }
    }
    return indicators;
  }

  private Indicator indicator(int r, IndicatorColumns set) {
    List<String> path = new ArrayList<>();
    for (int c : set.levels) {
      path.add(label(r, c));
    }
    return new Indicator(
        path,
        value(r, set.target, set, true),
        set.actual < 0 ? Optional.empty() : Optional.of(value(r, set.actual, set, false)),
        score(r, set.weight),
        score(r, set.score),
        set.reason < 0
            ? Optional.empty()
            : Optional.of(
                new Indicator.TextCell(area.ref(r, set.reason), area.own(r, set.reason))));
  }

  /** The label of a level; one left blank under another goes on. */
  private String label(int r, int c) {
    String text = area.text(r, c);
    int at = body.indexOf(r);
    while (text.isEmpty() && at > 0 && !headers.containsKey(body.get(at - 1))) {
      at--;
      text = area.text(body.get(at), c);
    }
    return text;
  }

  /** 指标性质 says of the target only how it is meant, 度量单位 holds for the actual value too. */
  private Indicator.IndicatorValue value(int r, int c, IndicatorColumns set, boolean target) {
    String nature = set.nature < 0 || !target ? "" : area.text(r, set.nature);
    String measure =
        set.measure < 0 ? unitOfLabel(area.text(r, set.label())) : area.text(r, set.measure);
    return IndicatorText.value(area.ref(r, c), area.value(r, c), nature, measure);
  }

  /** The unit in brackets behind an indicator's name, as in 验收合格率（%）; empty where none is. */
  private static String unitOfLabel(String label) {
    Matcher unit = UNIT_BEHIND.matcher(Labels.normal(label));
    return unit.find() ? unit.group(1) : "";
  }

  private Optional<Indicator.ScoreCell> score(int r, int c) {
    if (c < 0) {
      return Optional.empty();
    }
    CellValue value = area.value(r, c);
    Optional<BigDecimal> number = NumberText.of(value).map(found -> found.number().shown());
    return number.map(found -> new Indicator.ScoreCell(area.ref(r, c), found));
  }
}
