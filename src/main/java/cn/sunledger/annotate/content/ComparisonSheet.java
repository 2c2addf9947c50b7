package cn.sunledger.annotate.content;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 执行率与同比: every item with its figures, as formulas that fetch them from the original sheets. */
final class ComparisonSheet {
  static final int LABEL = 1;
  static final int ORIGINAL = 2;
  static final int REVISED = 3;
  static final int ACTUAL = 4;
  static final int EXECUTION = 5;
  static final int PRIOR = 6;
  static final int CHANGE = 7;
  static final int CHANGE_RATE = 8;
  static final int SHARE = 9;
  static final int CONTRIBUTION = 10;
  static final int SOURCE = 11;

  /** Where the format holds no bars in cells, the execution rate is drawn in letters. */
  private static final int LETTERS = 12;

  private static final int MOST_LETTERS = 12;

  private final SheetDraft draft =
      new SheetDraft(11, 38, 14, 14, 14, 13, 14, 14, 13, 12, 12, 40, 24);
  private final Comparison comparison;
  private final OwnNames names;
  private final LiveCells live;
  private final Map<ComparisonRow, Integer> places = new LinkedHashMap<>();
  private final Map<Integer, List<Integer>> rated = new HashMap<>();

  private final boolean drawn;

  private ComparisonSheet(Comparison comparison, OwnNames names, LiveCells live, boolean drawn) {
    this.drawn = drawn;
    this.comparison = comparison;
    this.names = names;
    this.live = live;
  }

  /**
   * The sheet.
   *
   * @param comparison what is compared
   * @param names the names of sunledger's sheets
   * @param live what the workbook stores
   * @param drawn whether the format holds charts and bars
   */
  static OwnSheet of(Comparison comparison, OwnNames names, LiveCells live, boolean drawn) {
    return new ComparisonSheet(comparison, names, live, drawn).write();
  }

  private OwnSheet write() {
    String name = names.of(OwnSheet.Role.COMPARISON);
    top();
    ComparisonCharts charts = new ComparisonCharts(comparison, name);
    int band = draft.row();
    if (drawn && charts.any()) {
      draft.space(ComparisonCharts.ROWS + 1);
    }
    Map<String, List<ComparisonRow>> sections = new LinkedHashMap<>();
    for (ComparisonRow row : comparison.rows()) {
      sections.computeIfAbsent(row.section(), section -> new ArrayList<>()).add(row);
    }
    sections.forEach(this::section);
    new Contributions(draft, places).write(sections, this::mark);
    if (comparison.rows().isEmpty()) {
      draft.text(0, SOURCE, Palette.CENTERED.in(Palette.MUTED), "没有可以比较的数据。").end(28);
    }
    remarks();
    int last = draft.row() - 1;
    List<OwnChart> drawings = drawn ? charts.draw(draft, places, band) : List.of();
    return new OwnSheet(
        OwnSheet.Role.COMPARISON,
        name,
        Palette.TAB,
        draft.columns(hidden()),
        draft.rows(),
        draft.merges(),
        Optional.of("C3"),
        Optional.empty(),
        drawn ? RateBars.of(rated) : List.of(),
        drawings,
        new OwnSheet.Page(
            true, "A1:" + References.a1(last, lettered() ? LETTERS : SOURCE), Optional.empty()),
        -1);
  }

  private boolean isBudget() {
    return comparison.document() == DocumentKind.DEPARTMENT_BUDGET;
  }

  private boolean lettered() {
    return !drawn
        && comparison.rows().stream()
            .anyMatch(
                row -> row.executionRate().filter(Rate.Percent.class::isInstance).isPresent());
  }

  private Integer[] hidden() {
    List<Integer> hidden = new ArrayList<>();
    if (!lettered()) {
      hidden.add(LETTERS);
    }
    if (isBudget()) {
      hidden.addAll(List.of(ORIGINAL, REVISED, EXECUTION));
    } else if (comparison.rows().stream().allMatch(row -> row.revisedBudget().isEmpty())) {
      hidden.add(REVISED);
    }
    if (comparison.rows().stream().allMatch(row -> row.contribution().isEmpty())) {
      hidden.add(CONTRIBUTION);
    }
    return hidden.toArray(Integer[]::new);
  }

  private void top() {
    String year = comparison.year().map(number -> number + "年度").orElse("");
    String unit = comparison.unitName().isEmpty() ? "" : comparison.unitName() + " ";
    String title = isBudget() ? "同比与结构" : "执行率与同比";
    draft
        .text(0, SOURCE, Palette.TITLE, unit + year + comparison.document().title() + " · " + title)
        .end(34);
    List<String> notes = new ArrayList<>();
    notes.add("本工作簿内的数为公式，直接取自原表单元格，原表改动后自动重算；比率按表内显示的数计算，四舍五入；基数为 0 时显示“—”。");
    comparison.budget().ifPresent(file -> notes.add("年初预算取自 " + file + "。"));
    comparison.previous().ifPresent(file -> notes.add("上年数取自 " + file + "。"));
    if (!isBudget() && comparison.budget().isEmpty()) {
      notes.add("未提供年初预算的工作簿，无法取数的预算与执行率留空。");
    }
    if (comparison.previous().isEmpty()) {
      notes.add("未提供上年的工作簿，无法取数的上年数与增减留空。");
    }
    if (!drawn) {
      notes.add("本格式（.xls）存不下图表和数据条，执行率以字符条表示；另存为 .xlsx 后再批注，即有图表。");
    }
    draft.text(0, 9, Palette.NOTE, String.join("", notes));
    names
        .link(OwnSheet.Role.FINDINGS)
        .ifPresent(
            link -> draft.link(10, 11, Palette.LINKED.at(Look.Across.RIGHT), "← 核对结果", link));
    draft.end(32);
  }

  private void section(String title, List<ComparisonRow> rows) {
    draft.text(0, 7, Palette.SECTION, title);
    List<Unit> units = rows.stream().map(ComparisonSheet::unit).distinct().toList();
    boolean oneUnit = units.size() == 1;
    String unit = oneUnit && units.get(0).isMoney() ? "单位：" + units.get(0).label() : "";
    draft.text(8, SOURCE, Palette.NOTE.at(Look.Across.RIGHT), unit).end(28);
    String now = isBudget() ? "预算数" : "决算数";
    String[] labels = {
      "科目编码", "项目", "年初预算", "全年预算", now, "执行率", "上年" + now, "增减额", "增减率", "占比", "增减贡献", "表外数据来源"
    };
    for (int i = 0; i < labels.length; i++) {
      draft.text(i, Palette.HEADER, labels[i]);
    }
    if (lettered()) {
      draft.text(LETTERS, Palette.HEADER, "执行率图示");
    }
    draft.end(24);
    for (ComparisonRow row : rows) {
      row(row, rows, oneUnit);
    }
    draft.space(1);
  }

  /** The unit in which a row is written: that of this year's figure. */
  static Unit unit(ComparisonRow row) {
    return row.actual()
        .or(row::prior)
        .or(row::originalBudget)
        .or(row::revisedBudget)
        .map(source -> source.amount().unit())
        .orElse(Unit.NONE);
  }

  private void row(ComparisonRow row, List<ComparisonRow> section, boolean oneUnit) {
    places.put(row, draft.row());
    boolean total = row.level() == 0 && section.stream().anyMatch(each -> each.level() > 0);
    Look label =
        (total ? Palette.CELL.strong() : Palette.CELL).indented(Math.max(0, row.level() - 1));
    Unit unit = unit(row);
    String suffix = oneUnit || unit.label().isEmpty() ? "" : "（" + unit.label() + "）";
    draft.text(0, ground(Palette.CENTERED, total), row.code());
    draft.text(LABEL, ground(label, total), row.label() + suffix);
    amount(ORIGINAL, row.originalBudget(), unit, total);
    amount(REVISED, row.revisedBudget(), unit, total);
    amount(ACTUAL, row.actual(), unit, total);
    amount(PRIOR, row.prior(), unit, total);
    change(row, total);
    rate(EXECUTION, row.executionRate(), execution(row), total);
    rate(CHANGE_RATE, row.changeRate(), changes(row), total);
    rate(SHARE, row.share(), shares(row), total);
    rate(CONTRIBUTION, row.contribution(), contributions(row, section), total);
    draft.text(SOURCE, ground(Palette.FINE, total), sources(row));
    if (lettered()) {
      letters(row, total);
    }
    draft.end();
  }

  private static Look ground(Look look, boolean total) {
    return total ? look.on(Palette.BAND) : look;
  }

  private void amount(int column, Optional<SourcedAmount> source, Unit unit, boolean total) {
    Look look = ground(total ? Palette.RIGHT.strong() : Palette.RIGHT, total);
    if (source.isEmpty()) {
      draft.text(column, look, "");
      return;
    }
    Operand operand = Operand.of(source.get(), unit, live);
    draft.put(
        column,
        column,
        look.unwrapped().formatted(Palette.amount(operand.value().scale())),
        operand.content(),
        null);
  }

  private void change(ComparisonRow row, boolean total) {
    Look look = ground(total ? Palette.RIGHT.strong() : Palette.RIGHT, total).unwrapped();
    if (row.change().isEmpty()) {
      draft.text(CHANGE, look, "");
      return;
    }
    BigDecimal change = row.change().get().value();
    boolean derived =
        row.actual().isPresent()
            && row.prior().isPresent()
            && value(row.actual(), row).subtract(value(row.prior(), row)).compareTo(change) == 0;
    CellContent content =
        derived
            ? new CellContent.Formula(
                "ROUND(" + at(ACTUAL) + "-" + at(PRIOR) + "," + Math.max(0, change.scale()) + ")",
                Optional.of(change),
                change.toPlainString())
            : new CellContent.Figure(change);
    draft.put(CHANGE, CHANGE, look.formatted(Palette.amount(change.scale())), content, null);
  }

  private String at(int column) {
    return References.a1(draft.row(), column);
  }

  private static BigDecimal value(Optional<SourcedAmount> source, ComparisonRow row) {
    Amount amount = source.orElseThrow().amount();
    Unit unit = unit(row);
    return amount.unit().isMoney() && unit.isMoney() ? amount.in(unit).value() : amount.value();
  }

  private void rate(
      int column, Optional<Rate> rate, List<RateFormula.Quotient> quotients, boolean total) {
    CellContent content = RateFormula.of(rate, quotients);
    int digits =
        rate.isPresent() && rate.get() instanceof Rate.Percent percent
            ? percent.percent().scale()
            : 2;
    Look look = ground(total ? Palette.RIGHT.strong() : Palette.RIGHT, total).unwrapped();
    draft.put(column, column, look.formatted(Palette.percent(digits)), content, null);
    if (rate.isPresent() && rate.get() instanceof Rate.Percent) {
      mark(column);
    }
  }

  /** The cell that is being written is a rate, and gets a bar. */
  private void mark(int column) {
    rated.computeIfAbsent(column, key -> new ArrayList<>()).add(draft.row());
  }

  private void letters(ComparisonRow row, boolean total) {
    Look look = ground(Palette.CELL.in("5F93BF"), total).unwrapped();
    if (row.executionRate().isPresent()
        && row.executionRate().get() instanceof Rate.Percent percent
        && percent.percent().signum() >= 0) {
      int letters =
          percent
              .percent()
              .movePointLeft(1)
              .setScale(0, RoundingMode.HALF_UP)
              .min(BigDecimal.valueOf(MOST_LETTERS))
              .intValue();
      String formula =
          "IF(ISNUMBER(%1$s),REPT(\"█\",MAX(0,MIN(%2$d,ROUND(%1$s*10,0)))),\"\")"
              .formatted(at(EXECUTION), MOST_LETTERS);
      draft.put(
          LETTERS,
          LETTERS,
          look,
          new CellContent.Formula(formula, Optional.empty(), "█".repeat(letters)),
          null);
    } else {
      draft.text(LETTERS, look, "");
    }
  }

  private List<RateFormula.Quotient> execution(ComparisonRow row) {
    List<RateFormula.Quotient> quotients = new ArrayList<>();
    if (row.actual().isPresent()) {
      BigDecimal actual = value(row.actual(), row);
      if (row.originalBudget().isPresent()) {
        quotients.add(quotient(ACTUAL, actual, ORIGINAL, value(row.originalBudget(), row)));
      }
      if (row.revisedBudget().isPresent()) {
        quotients.add(quotient(ACTUAL, actual, REVISED, value(row.revisedBudget(), row)));
      }
    }
    return quotients;
  }

  private RateFormula.Quotient quotient(
      int part, BigDecimal partValue, int base, BigDecimal baseValue) {
    return new RateFormula.Quotient(at(part), partValue, at(base), baseValue);
  }

  private List<RateFormula.Quotient> changes(ComparisonRow row) {
    return row.change().isEmpty() || row.prior().isEmpty()
        ? List.of()
        : List.of(quotient(CHANGE, row.change().get().value(), PRIOR, value(row.prior(), row)));
  }

  private List<RateFormula.Quotient> shares(ComparisonRow row) {
    if (row.actual().isEmpty() || row.whole().isEmpty()) {
      return List.of();
    }
    Operand whole = Operand.of(row.whole().get(), unit(row), live);
    return List.of(
        new RateFormula.Quotient(
            at(ACTUAL), value(row.actual(), row), whole.inFormula(), whole.value()));
  }

  /** The total whose change an item explains stands in the same section. */
  private List<RateFormula.Quotient> contributions(ComparisonRow row, List<ComparisonRow> section) {
    List<RateFormula.Quotient> quotients = new ArrayList<>();
    if (row.change().isPresent()) {
      for (ComparisonRow total : section) {
        Integer place = places.get(total);
        if (total.level() == 0 && place != null && total.change().isPresent()) {
          quotients.add(
              new RateFormula.Quotient(
                  at(CHANGE),
                  row.change().get().value(),
                  "$" + References.a1(place, CHANGE).replaceAll("([0-9]+)", "\\$$1"),
                  total.change().get().value()));
        }
      }
    }
    return quotients;
  }

  private String sources(ComparisonRow row) {
    List<String> parts = new ArrayList<>();
    source(parts, "年初预算", row.originalBudget(), comparison.budget());
    source(parts, "全年预算", row.revisedBudget(), comparison.budget());
    source(parts, isBudget() ? "预算" : "决算", row.actual(), Optional.empty());
    source(parts, "上年", row.prior(), comparison.previous());
    return String.join("；", parts);
  }

  private void source(
      List<String> parts,
      String label,
      Optional<SourcedAmount> source,
      Optional<String> usualFile) {
    if (source.isEmpty()) {
      return;
    }
    if (live.expression(source.get()).isEmpty()) {
      boolean usual =
          live.isHere(source.get()) || usualFile.equals(Optional.of(source.get().file()));
      parts.add(label + " " + (usual ? "" : source.get().file() + " ") + source.get().cell());
    }
  }

  private void remarks() {
    if (comparison.remarks().isEmpty()) {
      return;
    }
    draft.text(0, SOURCE, Palette.SECTION, "说明").end(26);
    for (String remark : comparison.remarks()) {
      draft.text(0, SOURCE, Palette.CELL, remark).end();
    }
  }
}
