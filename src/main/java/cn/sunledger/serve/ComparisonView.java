package cn.sunledger.serve;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** 执行率与同比 as the page shows it: one sortable table for each group. */
public final class ComparisonView {
  private ComparisonView() {}

  /**
   * A number of the table.
   *
   * @param text what is shown; empty where there is none
   * @param sort the number in plain digits, in the unit of its group
   * @param spot where it was read, if it was read in one cell
   */
  public record Cell(String text, String sort, Optional<Spot> spot) {
    static final Cell NONE = new Cell("", "", Optional.empty());
  }

  /**
   * An item.
   *
   * @param code subject code; may be empty
   * @param label its name
   * @param level depth in its hierarchy
   * @param cells its numbers, one for each column of its group
   */
  public record Row(String code, String label, int level, List<Cell> cells) {}

  /**
   * A column.
   *
   * @param id the word for it
   * @param title what stands above it
   */
  public record Column(String id, String title) {}

  /**
   * A group of items.
   *
   * @param title what they have in common
   * @param unit the unit of its amounts; empty where they have different ones
   * @param columns the columns that hold anything
   * @param rows the items
   */
  public record Section(String title, String unit, List<Column> columns, List<Row> rows) {}

  private record Source(Column column, Function<ComparisonRow, Cell> cell) {}

  /**
   * The groups.
   *
   * @param comparison the comparison
   * @param files the id of a file on the page by its name; empty where it is not there
   */
  static List<Section> sections(Comparison comparison, Function<String, String> files) {
    Map<String, List<ComparisonRow>> groups = new LinkedHashMap<>();
    for (ComparisonRow row : comparison.rows()) {
      groups.computeIfAbsent(row.section(), section -> new ArrayList<>()).add(row);
    }
    List<Section> sections = new ArrayList<>();
    groups.forEach((title, rows) -> sections.add(section(title, rows, comparison, files)));
    return sections;
  }

  /** Which group a chart shows first: the one with the most rates. */
  static int mostTelling(List<Section> sections) {
    int best = 0;
    for (int i = 1; i < sections.size(); i++) {
      if (told(sections.get(i)) > told(sections.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static long told(Section section) {
    List<Column> columns = section.columns();
    long told = 0;
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      if (columns.get(i).id().equals("execution") || columns.get(i).id().equals("changeRate")) {
        told +=
            section.rows().stream().filter(row -> !row.cells().get(at).sort().isEmpty()).count();
      }
    }
    return told;
  }

  private static Section section(
      String title,
      List<ComparisonRow> rows,
      Comparison comparison,
      Function<String, String> files) {
    Optional<Unit> common = commonUnit(rows);
    List<Source> sources = sources(comparison, common, files);
    List<Source> filled =
        sources.stream()
            .filter(source -> rows.stream().anyMatch(row -> !isEmpty(source.cell().apply(row))))
            .toList();
    return new Section(
        title,
        common.map(Unit::label).orElse(""),
        filled.stream().map(Source::column).toList(),
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.code(),
                        row.label(),
                        Math.max(0, row.level()),
                        filled.stream().map(source -> source.cell().apply(row)).toList()))
            .toList());
  }

  private static boolean isEmpty(Cell cell) {
    return cell.text().isEmpty();
  }

  private static List<Source> sources(
      Comparison comparison, Optional<Unit> common, Function<String, String> files) {
    boolean budget = comparison.document() == DocumentKind.DEPARTMENT_BUDGET;
    String own = comparison.current();
    Function<Optional<SourcedAmount>, Cell> sourced = amount -> sourced(amount, common, own, files);
    return List.of(
        new Source(new Column("original", "年初预算"), row -> sourced.apply(row.originalBudget())),
        new Source(new Column("revised", "全年预算"), row -> sourced.apply(row.revisedBudget())),
        new Source(
            new Column("actual", budget ? "预算数" : "决算数"), row -> sourced.apply(row.actual())),
        new Source(new Column("execution", "执行率"), row -> rate(row.executionRate())),
        new Source(new Column("prior", "上年"), row -> sourced.apply(row.prior())),
        new Source(new Column("change", "增减额"), row -> amount(row.change(), common)),
        new Source(new Column("changeRate", "增减率"), row -> rate(row.changeRate())),
        new Source(new Column("share", "占比"), row -> rate(row.share())),
        new Source(new Column("contribution", "增减贡献"), row -> rate(row.contribution())));
  }

  private static Cell sourced(
      Optional<SourcedAmount> amount,
      Optional<Unit> common,
      String own,
      Function<String, String> files) {
    return amount
        .map(
            each ->
                new Cell(
                    Figures.shown(each.amount(), common),
                    Figures.in(each.amount(), common).toPlainString(),
                    Optional.of(
                        Spot.of(
                            each.cell(),
                            files.apply(each.file()),
                            each.file().equals(own) ? "" : each.file()))))
        .orElse(Cell.NONE);
  }

  private static Cell amount(Optional<Amount> amount, Optional<Unit> common) {
    return amount
        .map(
            each ->
                new Cell(
                    Figures.shown(each, common),
                    Figures.in(each, common).toPlainString(),
                    Optional.empty()))
        .orElse(Cell.NONE);
  }

  private static Cell rate(Optional<Rate> rate) {
    return rate.map(each -> new Cell(Figures.shown(each), Figures.sortable(each), Optional.empty()))
        .orElse(Cell.NONE);
  }

  /** The unit of all of this year's figures, where they have one in common. */
  private static Optional<Unit> commonUnit(List<ComparisonRow> rows) {
    List<Unit> units =
        rows.stream()
            .flatMap(row -> row.actual().or(row::prior).or(row::originalBudget).stream())
            .map(each -> each.amount().unit())
            .distinct()
            .toList();
    return units.size() == 1 && units.get(0).isMoney()
        ? Optional.of(units.get(0))
        : Optional.empty();
  }
}
