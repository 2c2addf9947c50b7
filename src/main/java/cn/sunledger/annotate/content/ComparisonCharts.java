package cn.sunledger.annotate.content;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The charts over 执行率与同比: execution by item, structure, 三公. They are drawn from a small block of
 * cells under the table, which fetch their numbers from the table.
 */
final class ComparisonCharts {
  /** How many rows the charts cover. */
  static final int ROWS = 14;

  private static final int MOST_BARS = 10;
  private static final int MOST_PARTS = 6;
  private static final int[][] THREE = {{0, 4}, {4, 8}, {8, 12}};
  private static final int[][] TWO = {{0, 5}, {5, 12}};
  private static final String BLUE = "2F6690";
  private static final String PALE = "AEC6DD";
  private static final String GOLD = "D9B44A";

  private final String sheet;
  private final List<ComparisonRow> executed;
  private final List<ComparisonRow> parts;
  private final List<ComparisonRow> threePublic;

  ComparisonCharts(Comparison comparison, String sheet) {
    this.sheet = sheet;
    executed = executed(comparison.rows());
    parts = parts(comparison.rows());
    threePublic = threePublic(comparison.rows());
  }

  boolean any() {
    return count() > 0;
  }

  private int count() {
    return (int) Stream.of(executed, parts, threePublic).filter(rows -> !rows.isEmpty()).count();
  }

  private static Optional<BigDecimal> percent(Optional<Rate> rate) {
    return rate.isPresent() && rate.get() instanceof Rate.Percent percent
        ? Optional.of(percent.percent())
        : Optional.empty();
  }

  private static boolean isThreePublic(ComparisonRow row) {
    return Labels.normal(row.section()).contains("三公");
  }

  private static BigDecimal actual(ComparisonRow row) {
    return row.actual().map(source -> source.amount().value()).orElse(BigDecimal.ZERO);
  }

  /** The most detailed items with an execution rate, the largest ones in their order. */
  private static List<ComparisonRow> executed(List<ComparisonRow> rows) {
    List<ComparisonRow> rated =
        rows.stream()
            .filter(row -> percent(row.executionRate()).isPresent() && !isThreePublic(row))
            .filter(row -> row.level() > 0)
            .toList();
    Map<String, List<ComparisonRow>> bySection = new LinkedHashMap<>();
    rated.forEach(
        row -> bySection.computeIfAbsent(row.section(), key -> new ArrayList<>()).add(row));
    List<ComparisonRow> most =
        bySection.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    int deepest = most.stream().mapToInt(ComparisonRow::level).max().orElse(0);
    return largest(most.stream().filter(row -> row.level() == deepest).toList(), MOST_BARS);
  }

  private static List<ComparisonRow> largest(List<ComparisonRow> rows, int most) {
    List<ComparisonRow> kept =
        rows.stream()
            .sorted(Comparator.comparing(ComparisonCharts::actual).reversed())
            .limit(most)
            .toList();
    return rows.stream().filter(kept::contains).toList();
  }

  /** The parts of the expenditure, or of what else the workbook divides. */
  private static List<ComparisonRow> parts(List<ComparisonRow> rows) {
    Map<String, List<ComparisonRow>> bySection = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (row.level() == 1
          && !isThreePublic(row)
          && percent(row.share()).filter(share -> share.signum() > 0).isPresent()) {
        bySection.computeIfAbsent(row.section(), key -> new ArrayList<>()).add(row);
      }
    }
    return bySection.entrySet().stream()
        .filter(each -> each.getValue().size() > 1 && isWhole(each.getValue()))
        .max(
            Comparator.<Map.Entry<String, List<ComparisonRow>>>comparingInt(
                    each -> each.getKey().contains("支出") ? 1 : 0)
                .thenComparingInt(each -> each.getValue().size()))
        .map(each -> largest(each.getValue(), MOST_PARTS))
        .orElse(List.of());
  }

  /** Whether shares make up the whole, so that no part is counted twice or left out. */
  private static boolean isWhole(List<ComparisonRow> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ComparisonRow part : parts) {
      sum = sum.add(percent(part.share()).orElse(BigDecimal.ZERO));
    }
    return sum.subtract(new BigDecimal(100)).abs().compareTo(BigDecimal.ONE) <= 0;
  }

  /** 三公 with its items, those left aside that are zero all through. */
  private static List<ComparisonRow> threePublic(List<ComparisonRow> rows) {
    return rows.stream()
        .filter(ComparisonCharts::isThreePublic)
        .filter(
            row ->
                Stream.of(row.originalBudget(), row.revisedBudget(), row.actual(), row.prior())
                    .flatMap(Optional::stream)
                    .anyMatch(source -> !source.amount().isZero()))
        .limit(MOST_PARTS)
        .toList();
  }

  /**
   * Writes the block of numbers and makes the charts.
   *
   * @param draft the sheet, whose table is complete
   * @param places the rows of the items
   * @param band the first row the charts may cover
   */
  List<OwnChart> draw(SheetDraft draft, Map<ComparisonRow, Integer> places, int band) {
    List<OwnChart> charts = new ArrayList<>();
    if (!any()) {
      return charts;
    }
    draft.space(1);
    draft.text(0, 4, Palette.NOTE.strong(), "图表数据（取自上表，随原表变动）").end();
    Block block = new Block(draft, places, band, charts);
    if (!executed.isEmpty()) {
      block.add(
          OwnChart.Kind.BARS,
          "预算执行率",
          executed,
          List.of(
              new Line(
                  "执行率",
                  ComparisonSheet.EXECUTION,
                  BLUE,
                  row -> percent(row.executionRate()).map(rate -> rate.movePointLeft(2)))),
          "0.0%");
    }
    if (!parts.isEmpty()) {
      block.add(
          OwnChart.Kind.RING,
          parts.get(0).section() + "结构",
          parts,
          List.of(new Line("金额", ComparisonSheet.ACTUAL, BLUE, row -> amount(row.actual()))),
          "#,##0.00");
    }
    if (!threePublic.isEmpty()) {
      List<Line> lines = new ArrayList<>();
      budget(lines);
      lines.add(new Line("本年", ComparisonSheet.ACTUAL, BLUE, row -> amount(row.actual())));
      if (threePublic.stream().anyMatch(row -> row.prior().isPresent())) {
        lines.add(new Line("上年", ComparisonSheet.PRIOR, GOLD, row -> amount(row.prior())));
      }
      String unit = ComparisonSheet.unit(threePublic.get(0)).label();
      block.add(
          OwnChart.Kind.BARS,
          "“三公”经费" + (unit.isEmpty() ? "" : "（" + unit + "）"),
          threePublic,
          lines,
          "#,##0.00");
    }
    return charts;
  }

  private void budget(List<Line> lines) {
    if (threePublic.stream().anyMatch(row -> row.originalBudget().isPresent())) {
      lines.add(
          new Line("预算", ComparisonSheet.ORIGINAL, PALE, row -> amount(row.originalBudget())));
    } else if (threePublic.stream().anyMatch(row -> row.revisedBudget().isPresent())) {
      lines.add(new Line("预算", ComparisonSheet.REVISED, PALE, row -> amount(row.revisedBudget())));
    }
  }

  private static Optional<BigDecimal> amount(Optional<SourcedAmount> source) {
    return source.map(each -> each.amount().value());
  }

  /** A series in the making: its name, the column it is fetched from and its numbers. */
  private record Line(
      String name,
      int column,
      String color,
      java.util.function.Function<ComparisonRow, Optional<BigDecimal>> number) {}

  private final class Block {
    private final SheetDraft draft;
    private final Map<ComparisonRow, Integer> places;
    private final int band;
    private final List<OwnChart> charts;

    Block(SheetDraft draft, Map<ComparisonRow, Integer> places, int band, List<OwnChart> charts) {
      this.draft = draft;
      this.places = places;
      this.band = band;
      this.charts = charts;
    }

    void add(
        OwnChart.Kind kind,
        String title,
        List<ComparisonRow> rows,
        List<Line> lines,
        String format) {
      int header = draft.row();
      Look look = Palette.NOTE.unwrapped();
      draft.text(ComparisonSheet.LABEL, look.strong(), title);
      for (int i = 0; i < lines.size(); i++) {
        draft.text(2 + i, look.strong().at(Look.Across.RIGHT), lines.get(i).name());
      }
      draft.end();
      for (ComparisonRow row : rows) {
        draft.text(ComparisonSheet.LABEL, look, label(row));
        for (int i = 0; i < lines.size(); i++) {
          number(2 + i, look.at(Look.Across.RIGHT).formatted(format), lines.get(i), row);
        }
        draft.end();
      }
      int last = draft.row() - 1;
      List<OwnChart.Series> series = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        series.add(
            new OwnChart.Series(
                References.fixed(sheet, header, 2 + i, header, 2 + i),
                line.name(),
                References.fixed(
                    sheet, header + 1, ComparisonSheet.LABEL, last, ComparisonSheet.LABEL),
                rows.stream().map(ComparisonCharts::label).toList(),
                References.fixed(sheet, header + 1, 2 + i, last, 2 + i),
                rows.stream().map(line.number()).toList(),
                line.color()));
      }
      int[] slot = (count() == 2 ? TWO : THREE)[charts.size()];
      OwnChart.Place place = new OwnChart.Place(band, slot[0], band + ROWS, slot[1]);
      charts.add(new OwnChart(kind, title, place, series, format));
    }

    private void number(int column, Look look, Line line, ComparisonRow row) {
      Optional<BigDecimal> number = line.number().apply(row);
      if (number.isEmpty()) {
        draft.text(column, look, "");
        return;
      }
      String source = References.a1(places.get(row), line.column());
      draft.put(
          column,
          column,
          look,
          new CellContent.Formula(source, number, number.get().toPlainString()),
          null);
    }
  }

  private static String label(ComparisonRow row) {
    return Labels.withoutEnumerator(row.label());
  }
}
