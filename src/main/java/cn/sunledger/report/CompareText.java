package cn.sunledger.report;

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

/** 执行率与同比 as text: one table for each section. */
public final class CompareText {
  private static final String NO_BASE = "—";

  /**
   * The lines about one workbook.
   *
   * @param comparison the comparison
   */
  public List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(Shown.text(comparison.current()) + about(comparison));
    lines.add("  年初预算：" + source(comparison.budget()));
    lines.add("  上年：" + source(comparison.previous()));
    comparison.remarks().forEach(remark -> lines.add("  注意：" + Shown.text(remark)));
    bySection(comparison.rows())
        .forEach((section, rows) -> section(lines, section, rows, comparison.document()));
    return lines;
  }

  private static String about(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    if (!comparison.unitName().isEmpty()) {
      parts.add(Shown.text(comparison.unitName()));
    }
    comparison.year().ifPresent(year -> parts.add(year + "年度"));
    parts.add(comparison.document().title());
    return "（" + String.join("，", parts) + "）";
  }

  private static String source(Optional<String> file) {
    return file.map(Shown::text).orElse("没有给出工作簿");
  }

  private static Map<String, List<ComparisonRow>> bySection(List<ComparisonRow> rows) {
    Map<String, List<ComparisonRow>> sections = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      sections.computeIfAbsent(row.section(), section -> new ArrayList<>()).add(row);
    }
    return sections;
  }

  private static void section(
      List<String> lines, String section, List<ComparisonRow> rows, DocumentKind document) {
    Optional<Unit> common = commonUnit(rows);
    lines.add("");
    lines.add("  " + Shown.text(section) + common.map(unit -> "（" + unit.label() + "）").orElse(""));
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.text("项目"),
                TextTable.Column.number("年初预算"),
                TextTable.Column.number("全年预算"),
                TextTable.Column.number(document == DocumentKind.DEPARTMENT_BUDGET ? "预算数" : "决算数"),
                TextTable.Column.number("执行率"),
                TextTable.Column.number("上年"),
                TextTable.Column.number("增减额"),
                TextTable.Column.number("增减率"),
                TextTable.Column.number("占比"),
                TextTable.Column.number("增减贡献")));
    for (ComparisonRow row : rows) {
      table.row(
          List.of(
              "  ".repeat(Math.max(0, row.level() - 1)) + name(row),
              sourced(row.originalBudget(), common),
              sourced(row.revisedBudget(), common),
              sourced(row.actual(), common),
              rate(row.executionRate()),
              sourced(row.prior(), common),
              amount(row.change(), common),
              rate(row.changeRate()),
              rate(row.share()),
              rate(row.contribution())));
    }
    table.lines().forEach(line -> lines.add("    " + line));
  }

  private static String name(ComparisonRow row) {
    return Shown.text(row.code().isEmpty() ? row.label() : row.code() + " " + row.label());
  }

  /** The unit of all of this year's figures, where they have one in common. */
  private static Optional<Unit> commonUnit(List<ComparisonRow> rows) {
    List<Unit> units =
        rows.stream()
            .flatMap(row -> row.actual().or(row::prior).or(row::originalBudget).stream())
            .map(sourced -> sourced.amount().unit())
            .distinct()
            .toList();
    return units.size() == 1 && units.get(0).isMoney()
        ? Optional.of(units.get(0))
        : Optional.empty();
  }

  private static String sourced(Optional<SourcedAmount> sourced, Optional<Unit> common) {
    return amount(sourced.map(SourcedAmount::amount), common);
  }

  private static String amount(Optional<Amount> amount, Optional<Unit> common) {
    if (amount.isEmpty()) {
      return "";
    }
    Amount own = amount.get();
    return common.isPresent() && own.unit().isMoney()
        ? Shown.number(own.in(common.get()).value())
        : Shown.number(own.value()) + own.unit().label();
  }

  private static String rate(Optional<Rate> rate) {
    if (rate.isEmpty()) {
      return "";
    }
    return rate.get() instanceof Rate.Percent known ? Shown.number(known.percent()) + "%" : NO_BASE;
  }
}
