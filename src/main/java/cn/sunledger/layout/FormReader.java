package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Stage;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a form (绩效目标表, 绩效自评表): pairs of label and value, small tables inside the form with headers
 * of their own, and the grid of indicators.
 */
final class FormReader {
  private static final int LONG_TEXT = 40;
  private static final Pattern HEADER_WORD =
      Pattern.compile(
          "(?:.{0,14}(?:金额|总额|预算数?|执行数?|决算数?|分值|得分|权重|执行率|完成率|指标值|目标值|完成值|资金|拨款|数量|占比|评分|结转|支出|收入)|"
              + "其中[:：].{1,14}|.{0,10}(?:小计|合计)|.{0,12}(?:名称|内容|来源|级次划分|原因.{0,12}|措施)|[一二三]级指标|指标.{0,6})(?:[(（].{1,16}[)）])?");
  private static final Pattern NAME_HEADER = Pattern.compile(".{0,8}名称|任务|项目");
  private static final Pattern MONEY_WORD =
      Pattern.compile(".*(?:金额|总额|预算数|执行数|决算数|预算|资金|拨款|支出|收入|结转).*");
  private static final Pattern COUNT_WORD =
      Pattern.compile(".*(?:分值|得分|权重|评分|人员数|人数|单位数|次数|个数|数量|指标值|目标值|完成值|人次).*");

  private final Area area;
  private final Meaning meaning;
  private final Unit unit;
  private final Optional<Integer> year;
  private final IndicatorGrid indicators;
  private final Map<String, TableColumn> columns = new HashMap<>();
  private final List<TableColumn> columnOrder = new ArrayList<>();
  private final Map<String, TableLine> lines = new HashMap<>();
  private final List<TableLine> lineOrder = new ArrayList<>();
  private final List<TableReader.Cell> cells = new ArrayList<>();
  private final Preamble preamble;

  FormReader(Region region, Preamble preamble, Meaning meaning, Unit unit, Optional<Integer> year) {
    this.area = region.area();
    this.preamble = preamble;
    this.meaning = meaning;
    this.unit = unit;
    this.year = year;
    this.indicators = IndicatorGrid.find(area, region.body());
    for (int r : region.body()) {
      row(r);
    }
  }

  /**
   * Whether a region is a form: its indicator header stands below other rows, or it has no header
   * at all.
   */
  static boolean isForm(Region region) {
    int row = IndicatorGrid.headerRow(region.area(), region.body());
    return row >= 0 && region.body().indexOf(row) >= 2;
  }

  /** The unit that a label of the form declares in brackets, which holds for all of it. */
  static Optional<Unit> unitOf(Region region) {
    for (int r : region.body()) {
      for (GridCell cell : region.area().row(r)) {
        Optional<Unit> unit = Pieces.bracketedUnit(Labels.compact(cell.value().text()));
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    return Optional.empty();
  }

  TableReader.Grid grid() {
    return new TableReader.Grid(columnOrder, lineOrder, cells);
  }

  IndicatorGrid indicators() {
    return indicators;
  }

  private void row(int r) {
    List<GridCell> row = area.row(r);
    for (int i = 0; i < row.size(); i++) {
      GridCell cell = row.get(i);
      Optional<NumberText> number = number(cell);
      boolean indicatorValue = indicators.isValue(r, cell.column());
      if (number.isEmpty() && indicatorValue) {
        number = indicatorNumber(area.ref(r, cell.column()), cell.value().text());
      }
      if (number.isEmpty()) {
        continue;
      }
      List<String> path = path(r, cell.column());
      int label =
          indicators.covers(r) ? indicators.labelColumn() : labelColumn(r, row, i, !path.isEmpty());
      TableLine line = line(r, label);
      TableColumn column = column(r, cell.column(), path, line.label());
      cells.add(
          new TableReader.Cell(
              area.ref(r, cell.column()), line, column, number, cell.value().text()));
    }
  }

  private static Optional<NumberText> number(GridCell cell) {
    if (cell.value() instanceof CellValue.Number number) {
      return Optional.of(
          new NumberText(number, number.percent() ? Optional.of(Unit.PERCENT) : Optional.empty()));
    }
    return NumberText.parse(cell.value().text());
  }

  private static Optional<NumberText> indicatorNumber(CellRef ref, String printed) {
    var value = IndicatorGrid.parse(ref, printed);
    if (value.number().isEmpty()) {
      return Optional.empty();
    }
    boolean percent = value.unit().startsWith("%");
    var shown = value.number().get();
    var stored = percent ? shown.movePointLeft(2) : shown;
    Optional<Unit> unit = percent ? Optional.of(Unit.PERCENT) : Unit.ofMoney(value.unit());
    return Optional.of(
        new NumberText(
            new CellValue.Number(stored, shown, percent, printed),
            unit.or(() -> Optional.of(Unit.NONE))));
  }

  /**
   * The label of a number: in a pair the text before it; under a header, of the texts before its
   * run of numbers the one under 名称, or the first that names this row alone.
   */
  private int labelColumn(int r, List<GridCell> row, int i, boolean underHeader) {
    int last = i - 1;
    while (last >= 0 && number(row.get(last)).isPresent()) {
      last--;
    }
    int first = last;
    while (first > 0 && number(row.get(first - 1)).isEmpty()) {
      first--;
    }
    if (last < 0) {
      return inheritedLabel(r, row.get(i).column());
    }
    if (!underHeader) {
      return row.get(last).column();
    }
    for (int k = first; k <= last; k++) {
      if (NAME_HEADER.matcher(headerAbove(r, row.get(k).column())).matches()) {
        return row.get(k).column();
      }
    }
    for (int k = first; k <= last; k++) {
      GridCell cell = row.get(k);
      Merge merge = area.merge(r, cell.column());
      boolean group = merge != null && merge.lastRow() > r && k < last;
      if (!group && Labels.compact(cell.value().text()).length() <= LONG_TEXT) {
        return cell.column();
      }
    }
    return row.get(last).column();
  }

  /** The text that the nearest header row above prints over a column. */
  private String headerAbove(int r, int c) {
    for (int above = r - 1; above >= area.top; above--) {
      if (inHeaderRow(above)) {
        return Labels.normal(area.text(above, c));
      }
    }
    return "";
  }

  /**
   * A number whose own row has no text takes the label of a merge that covers the place to its
   * left.
   */
  private int inheritedLabel(int r, int column) {
    for (int c = column - 1; c >= area.left; c--) {
      if (!area.text(r, c).isEmpty()) {
        return c;
      }
    }
    return -1;
  }

  private TableLine line(int r, int labelColumn) {
    return lines.computeIfAbsent(
        r + ":" + labelColumn,
        key -> {
          String label = labelColumn < 0 ? "" : area.text(r, labelColumn);
          Meaning.Sense sense = meaning.line(label, "", year, false);
          LineRole role = LineText.role(label);
          boolean total = role == LineRole.TOTAL || label.startsWith("总分");
          TableLine line =
              new TableLine(
                  r,
                  "",
                  "",
                  "",
                  label,
                  total || role != LineRole.ITEM && role != LineRole.OF_WHICH ? 0 : 1,
                  total ? LineRole.TOTAL : role,
                  preamble.unitCode(),
                  preamble.unitName(),
                  area.ref(r, Math.max(labelColumn, area.left)),
                  sense.fund(),
                  sense.stage(),
                  sense.measure(),
                  sense.unit());
          lineOrder.add(line);
          return line;
        });
  }

  private TableColumn column(int r, int c, List<String> path, String label) {
    String joined = String.join("/", path);
    Unit own = unit(r, c, path, label);
    return columns.computeIfAbsent(
        c + ":" + joined + ":" + own,
        key -> {
          Meaning.Sense sense = meaning.column(path, "", year, false);
          Optional<Stage> stage = sense.stage();
          TableColumn column =
              new TableColumn(c, "", "", path, sense.fund(), stage, sense.measure(), own);
          columnOrder.add(column);
          return column;
        });
  }

  /** The header labels above a number, as far as only numbers and blanks lie between. */
  private List<String> path(int r, int c) {
    List<String> path = new ArrayList<>();
    CellRef last = null;
    for (int above = r - 1; above >= area.top; above--) {
      Merge merge = area.merge(above, c);
      int row = merge == null ? above : merge.firstRow();
      int column = merge == null ? c : merge.firstColumn();
      CellValue value = area.value(row, column);
      String text = Labels.compact(value.text());
      CellRef ref = area.ref(row, column);
      if (text.isEmpty() || ref.equals(last)) {
        continue;
      }
      boolean header = HEADER_WORD.matcher(Labels.normal(text)).matches() && inHeaderRow(row);
      if (path.isEmpty() && !header) {
        boolean data = value instanceof CellValue.Number || NumberText.parse(text).isPresent();
        if (!data && !indicators.isValue(row, column) && !indicators.covers(r)) {
          return path;
        }
        continue;
      }
      if (!header) {
        return path;
      }
      boolean spans = merge != null && merge.lastColumn() > merge.firstColumn();
      if (!path.isEmpty() && !spans) {
        return path;
      }
      path.add(0, text);
      last = ref;
      if (merge == null || merge.firstColumn() == merge.lastColumn()) {
        if (row == area.top || !spansAbove(row, c)) {
          return path;
        }
      }
    }
    return path;
  }

  private boolean spansAbove(int row, int c) {
    Merge merge = area.merge(row - 1, c);
    return merge != null && merge.lastColumn() > merge.firstColumn() && inHeaderRow(row - 1);
  }

  /** A header row holds texts alone, and more than one of them is a header's. */
  private boolean inHeaderRow(int r) {
    int headers = 0;
    for (GridCell cell : area.row(r)) {
      if (number(cell).isPresent()) {
        return false;
      }
      headers += HEADER_WORD.matcher(Labels.normal(cell.value().text())).matches() ? 1 : 0;
    }
    return headers >= 2 || headers == 1 && area.row(r).size() == 1;
  }

  private Unit unit(int r, int c, List<String> path, String label) {
    String joined = Labels.normal(String.join("/", path));
    for (int i = path.size() - 1; i >= 0; i--) {
      Optional<Unit> declared = Pieces.bracketedUnit(path.get(i));
      if (declared.isPresent()) {
        return declared.get();
      }
    }
    Optional<Unit> onLabel = Pieces.bracketedUnit(label);
    if (onLabel.isPresent()) {
      return onLabel.get();
    }
    String last = path.isEmpty() ? "" : Labels.normal(path.get(path.size() - 1));
    if (last.endsWith("率") || last.contains("占比")) {
      return Unit.PERCENT;
    }
    if (COUNT_WORD.matcher(last).matches()
        || path.isEmpty() && COUNT_WORD.matcher(label).matches()) {
      return Unit.NONE;
    }
    boolean money =
        MONEY_WORD.matcher(joined).matches()
            || path.isEmpty() && MONEY_WORD.matcher(label).matches();
    return money ? groupUnit(r, c).orElse(unit) : Unit.NONE;
  }

  /** The unit that the group label of the row declares: 项目资金（万元） over several rows. */
  private Optional<Unit> groupUnit(int r, int c) {
    for (int left = c - 1; left >= area.left; left--) {
      Optional<Unit> declared = Pieces.bracketedUnit(area.text(r, left));
      if (declared.isPresent()) {
        return declared;
      }
    }
    return Optional.empty();
  }
}
