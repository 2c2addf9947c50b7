package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form (绩效目标表, 绩效自评表): pairs of label and value, small tables inside the form with headers
 * of their own, and the grid of indicators.
 */
final class FormReader {
  private static final int LONG_TEXT = 40;
  private static final Pattern GLUED =
      Pattern.compile(
          "^(?:.*[:：])?([^:：0-9]{2,20})[:：]([-−]?[0-9][0-9,，]*(?:\\.[0-9]+)?(?:元|万元|%|％)?)$");

  private final Area area;
  private final TableReader.Setting setting;
  private final Meaning meaning;
  private final IndicatorGrid indicators;
  private final FormHeaders headers;
  private final Map<String, TableColumn> columns = new HashMap<>();
  private final List<TableColumn> columnOrder = new ArrayList<>();
  private final Map<String, TableLine> lines = new HashMap<>();
  private final List<TableLine> lineOrder = new ArrayList<>();
  private final List<TableReader.Cell> cells = new ArrayList<>();

  FormReader(TableReader.Setting setting, Meaning meaning) {
    this.area = setting.region().area();
    this.setting = setting;
    this.meaning = meaning;
    this.indicators = IndicatorGrid.of(setting.region(), area);
    this.headers = new FormHeaders(area, indicators);
    for (int r : setting.region().body()) {
      row(r);
    }
  }

  /**
   * Whether a region is a form: its indicator header stands below other rows, or it begins with a
   * pair of label and value under a title that says so.
   */
  static boolean isForm(Region region) {
    List<Integer> body = region.body();
    int row = region.indicatorRow();
    if (row >= 0 && body.indexOf(row) >= 2) {
      return true;
    }
    return !body.isEmpty() && row < 0 && beginsWithPair(region.area(), body) && isTitled(region);
  }

  private static boolean beginsWithPair(Area area, List<Integer> body) {
    List<SheetCell> first = area.row(body.get(0));
    return first.size() >= 2
        && first.size() <= 4
        && isFirstLabel(first.get(0))
        && !first.get(1).is(WordKind.LABEL)
        && !FormWords.HEADER.matcher(first.get(1).normal()).matches();
  }

  private static boolean isFirstLabel(SheetCell cell) {
    return cell.is(Trait.FORM_LABEL);
  }

  private static boolean isTitled(Region region) {
    return region.preamble().stream()
        .flatMap(r -> region.area().row(r).stream())
        .anyMatch(cell -> FormWords.TITLE.matcher(cell.normal()).matches());
  }

  /** The unit that a label of the form declares in brackets, which holds for all of it. */
  static Optional<Unit> unitOf(Region region) {
    Area area = region.area();
    return unitCell(region)
        .flatMap(cell -> Pieces.bracketedUnit(area.own(cell.row(), cell.column())));
  }

  /** The first label that declares a unit in brackets: 项目资金（万元）. */
  static Optional<CellRef> unitCell(Region region) {
    for (int r : region.body()) {
      for (SheetCell cell : region.area().row(r)) {
        if (Pieces.bracketedUnit(cell.compact()).isPresent()) {
          return Optional.of(region.area().ref(r, cell.column()));
        }
      }
    }
    return Optional.empty();
  }

  /** Cuts a region where the first label of the form stands at the left edge again. */
  static List<Region> atRepeatedForms(Region region) {
    Area area = region.area();
    SheetCell first = area.row(region.body().get(0)).get(0);
    if (!isFirstLabel(first)) {
      return List.of(region);
    }
    for (int r : region.body().subList(1, region.body().size())) {
      SheetCell cell = area.row(r).get(0);
      if (cell.column() == first.column() && cell.normal().equals(first.normal())) {
        List<Region> regions = new ArrayList<>();
        regions.add(region.until(r));
        regions.addAll(atRepeatedForms(region.from(r)));
        return regions;
      }
    }
    return List.of(region);
  }

  TableReader.Grid grid() {
    return new TableReader.Grid(
        Header.NONE, columnOrder, lineOrder, cells, indicators.indicators());
  }

  private void row(int r) {
    List<SheetCell> row = area.row(r);
    for (int i = 0; i < row.size(); i++) {
      SheetCell cell = row.get(i);
      int c = cell.column();
      boolean indicatorValue = indicators.isValue(r, c);
      Optional<NumberText> number = indicatorValue ? indicators.number(r, c) : cell.number();
      if (number.isPresent()) {
        number(r, row, i, number.get());
      } else if (!indicatorValue && cell.value() instanceof CellValue.Text) {
        glued(r, cell);
      }
    }
  }

  private void number(int r, List<SheetCell> row, int i, NumberText number) {
    int c = row.get(i).column();
    boolean held = indicators.holds(r, c);
    String header = held ? indicators.header(r, c) : "";
    List<String> path = header.isEmpty() ? headers.path(r, c) : List.of(header);
    if (!held && path.isEmpty() && isRepeated(row, i)) {
      return;
    }
    int label = held ? indicators.labelColumn(r, c) : labelColumn(r, row, i, !path.isEmpty());
    String text = label < 0 ? headers.besideHeader(r, c) : area.text(r, label);
    String name = Labels.normal(text);
    if (path.isEmpty() && FormWords.NO_AMOUNT.matcher(name).matches()) {
      return;
    }
    String own = path.isEmpty() ? name : Labels.normal(path.get(path.size() - 1));
    if (row.get(i).isYear() && !FormWords.MONEY.matcher(own).matches()) {
      return;
    }
    add(r, c, line(r, label, text), path, number);
  }

  /** Whether a value stands again behind itself: its merge was written out. */
  private static boolean isRepeated(List<SheetCell> row, int i) {
    SheetCell before = i == 0 ? null : row.get(i - 1);
    return before != null
        && before.column() == row.get(i).column() - 1
        && before.number().isPresent()
        && before.normal().equals(row.get(i).normal());
  }

  /** A label and its value in one cell: 其中：一般公共预算：2040.53. */
  private void glued(int r, SheetCell cell) {
    String printed = cell.value().text();
    if (printed.length() > LONG_TEXT || indicators.covers(r)) {
      return;
    }
    Matcher matcher = GLUED.matcher(Pieces.plain(printed));
    if (!matcher.matches() || FormWords.NO_AMOUNT.matcher(matcher.group(1)).matches()) {
      return;
    }
    NumberText.parse(matcher.group(2))
        .ifPresent(
            number ->
                add(r, cell.column(), line(r, cell.column(), matcher.group(1)), List.of(), number));
  }

  private void add(int r, int c, TableLine line, List<String> path, NumberText number) {
    Unit unit = unit(r, c, path, line.label());
    TableColumn column = column(c, path, unit);
    cells.add(
        new TableReader.Cell(
            area.ref(r, c),
            line,
            column,
            Optional.of(number),
            number.unit().orElse(unit),
            area.value(r, c).text()));
  }

  /**
   * The label of a number: in a pair the text before it; under a header, of the texts before its
   * run of numbers the one under 名称, or the first that names this row alone.
   */
  private int labelColumn(int r, List<SheetCell> row, int i, boolean underHeader) {
    int last = i - 1;
    while (last >= 0 && FormHeaders.isData(row.get(last))) {
      last--;
    }
    int first = last;
    while (first > 0 && !FormHeaders.isData(row.get(first - 1))) {
      first--;
    }
    if (last < 0) {
      return inheritedLabel(r, row.get(i).column());
    }
    if (!underHeader) {
      return row.get(last).column();
    }
    for (int k = first; k <= last; k++) {
      String above = headers.above(r, row.get(k).column());
      if (FormWords.ROW_NAME.matcher(above).matches()) {
        return row.get(k).column();
      }
    }
    for (int k = first; k <= last; k++) {
      SheetCell cell = row.get(k);
      Merge merge = area.merge(r, cell.column());
      boolean group = merge != null && merge.lastRow() > r && k < last;
      if (!group && cell.compact().length() <= LONG_TEXT) {
        return cell.column();
      }
    }
    return row.get(last).column();
  }

  /**
   * A number whose own row has no text takes the label of a merge that covers the place to its
   * left.
   */
  private int inheritedLabel(int r, int column) {
    for (int c = column - 1; c >= area.left; c--) {
      if (!area.text(r, c).isEmpty() && NumberText.of(area.seen(r, c)).isEmpty()) {
        return c;
      }
    }
    return -1;
  }

  private TableLine line(int r, int labelColumn, String label) {
    return lines.computeIfAbsent(
        r + ":" + labelColumn,
        key -> {
          Meaning.Sense sense = meaning.line(label, "", setting.year(), false);
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
                  setting.preamble().unitCode(),
                  setting.preamble().unitName(),
                  area.ref(r, Math.max(labelColumn, area.left)),
                  sense.fund(),
                  sense.stage(),
                  sense.measure(),
                  sense.unit());
          lineOrder.add(line);
          return line;
        });
  }

  private TableColumn column(int c, List<String> path, Unit unit) {
    return columns.computeIfAbsent(
        c + ":" + String.join("/", path) + ":" + unit,
        key -> {
          Meaning.Sense sense = meaning.column(path, "", setting.year(), false);
          String last = path.isEmpty() ? "" : Labels.normal(path.get(path.size() - 1));
          Optional<String> measure =
              sense.measure().isEmpty() && indicators.holds(c)
                  ? IndicatorColumns.measure(last)
                  : sense.measure();
          TableColumn column =
              new TableColumn(c, "", "", path, sense.fund(), sense.stage(), measure, unit);
          columnOrder.add(column);
          return column;
        });
  }

  private Unit unit(int r, int c, List<String> path, String label) {
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
    String only = path.isEmpty() ? Labels.normal(label) : "";
    if (!last.matches("(?:得分|分值|评分)[(].*") && last.contains("率")
        || last.contains("占比")
        || only.endsWith("率")
        || only.endsWith("比例")
        || Labels.normal(label).endsWith("(%)")) {
      return Unit.PERCENT;
    }
    if (FormWords.COUNT.matcher(last).matches() || FormWords.COUNT.matcher(only).matches()) {
      return Unit.NONE;
    }
    Optional<Unit> group = groupUnit(r, c);
    if (path.isEmpty() && group.isPresent()) {
      return group.get();
    }
    String joined = Labels.normal(String.join("/", path));
    boolean money =
        FormWords.MONEY.matcher(joined).matches() || FormWords.MONEY.matcher(only).matches();
    return money ? group.or(() -> headers.groupUnit(r)).orElse(setting.unit()) : Unit.NONE;
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
