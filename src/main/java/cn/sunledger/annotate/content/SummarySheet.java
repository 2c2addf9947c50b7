package cn.sunledger.annotate.content;

import cn.sunledger.model.Rate;
import cn.sunledger.model.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 汇总: many workbooks, one row each, to be sorted and filtered, with links to their copies. */
public final class SummarySheet {
  private static final int UNIT = 1;
  private static final int NAME = 4;
  private static final int ERRORS = 5;
  private static final int COMPARED = 8;
  private static final int EXPENSE = 10;
  private static final int THREE_PUBLIC = 15;
  private static final int TABLES = 20;
  private static final int REMARK = 23;
  private static final int RATE_DIGITS = 2;
  private static final String[] FIGURES = {"预算", "本年", "执行率", "上年", "增减率"};

  private final SheetDraft draft =
      new SheetDraft(
          5, 22, 6, 10, 30, 6, 6, 6, 8, 8, 12, 12, 10, 12, 10, 10, 10, 10, 10, 10, 6, 20, 6, 44);
  private final List<SummaryRow> rows;
  private final List<Integer> executed = new ArrayList<>();

  private SummarySheet(List<SummaryRow> rows) {
    this.rows = rows;
  }

  /**
   * The sheet.
   *
   * @param rows the workbooks, in the order in which they shall stand
   */
  public static OwnSheet of(List<SummaryRow> rows) {
    return new SummarySheet(rows).write();
  }

  private OwnSheet write() {
    draft.text(0, REMARK, Palette.TITLE, "核对汇总").end(34);
    draft.text(0, REMARK, Palette.PLAIN.strong().wrapped().indented(1), verdict()).end(26);
    draft
        .text(
            0,
            REMARK,
            Palette.NOTE,
            "点“工作簿”打开批注过的副本；表头可筛选、排序。金额单位为万元，由各表的单位换算；" + "“预算”为年初预算，没有年初预算时为全年预算；基数为 0 时显示“—”。")
        .end(22);
    header();
    int first = draft.row();
    int number = 0;
    for (SummaryRow row : rows) {
      row(++number, row);
    }
    int last = Math.max(first, draft.row() - 1);
    return new OwnSheet(
        OwnSheet.Role.SUMMARY,
        OwnSheet.Role.SUMMARY.title(),
        Palette.TAB,
        draft.columns(),
        draft.rows(),
        draft.merges(),
        Optional.of(References.a1(first, NAME + 1)),
        rows.isEmpty()
            ? Optional.empty()
            : Optional.of(References.a1(first - 1, 0) + ":" + References.a1(last, REMARK)),
        bars(),
        List.of(),
        new OwnSheet.Page(
            true,
            "A1:" + References.a1(last, REMARK),
            Optional.of("$" + (first - 1) + ":$" + first),
            true),
        -1);
  }

  private String verdict() {
    int failed = (int) rows.stream().filter(row -> row.counts().isEmpty()).count();
    int errors = total(SummaryRow.Counts::errors);
    String found =
        "共 %d 份工作簿，核对 %d 项，错误 %d 处、警告 %d 处、提示 %d 处"
            .formatted(
                rows.size(),
                total(SummaryRow.Counts::compared),
                errors,
                total(SummaryRow.Counts::warnings),
                total(SummaryRow.Counts::infos));
    long faulty =
        rows.stream()
            .filter(row -> row.counts().map(counts -> counts.errors() > 0).orElse(false))
            .count();
    return found
        + (errors > 0 ? "；有错误的 " + faulty + " 份" : "")
        + (failed > 0 ? "；未能处理的 " + failed + " 份" : "")
        + "。";
  }

  private int total(java.util.function.ToIntFunction<SummaryRow.Counts> count) {
    return rows.stream().flatMap(row -> row.counts().stream()).mapToInt(count).sum();
  }

  private void header() {
    draft.text(0, NAME, Palette.SUBHEADER, "工作簿");
    draft.text(ERRORS, EXPENSE - 1, Palette.SUBHEADER, "核对");
    draft.text(EXPENSE, THREE_PUBLIC - 1, Palette.SUBHEADER, "支出（万元）");
    draft.text(THREE_PUBLIC, TABLES - 1, Palette.SUBHEADER, "“三公”经费（万元）");
    draft.text(TABLES, REMARK - 2, Palette.SUBHEADER, "完整性");
    draft.text(REMARK - 1, REMARK, Palette.SUBHEADER, "其他").end(22);
    List<String> labels = new ArrayList<>(List.of("序号", "单位", "年度", "类别", "工作簿"));
    labels.addAll(List.of("错误", "警告", "提示", "核对项", "未核对"));
    labels.addAll(List.of(FIGURES));
    labels.addAll(List.of(FIGURES));
    labels.addAll(List.of("表数", "规定表格", "待填", "首要问题或未能处理的原因"));
    for (int i = 0; i < labels.size(); i++) {
      draft.text(i, Palette.HEADER, labels.get(i));
    }
    draft.end(24);
  }

  private void row(int number, SummaryRow row) {
    count(0, Palette.CENTERED, number);
    draft.text(UNIT, Palette.CELL, row.unit());
    row.year()
        .ifPresentOrElse(
            year -> count(2, Palette.CENTERED, year), () -> draft.text(2, Palette.CENTERED, ""));
    draft.text(3, Palette.CENTERED, row.kind());
    if (row.file().isEmpty()) {
      draft.text(NAME, Palette.CELL, row.name());
    } else {
      draft.link(
          NAME,
          NAME,
          Palette.CELL_LINK,
          row.name(),
          OwnCell.Link.toFile(row.file(), "打开 " + row.file()));
    }
    counts(row);
    figures(EXPENSE, row.expense());
    figures(THREE_PUBLIC, row.threePublic());
    boolean read = row.counts().isPresent();
    if (read) {
      count(TABLES, Palette.CENTERED, row.tables());
    } else {
      draft.text(TABLES, Palette.CENTERED, "");
    }
    draft.text(TABLES + 1, Palette.CELL, row.completeness());
    if (read) {
      count(TABLES + 2, Palette.CENTERED, row.open());
    } else {
      draft.text(TABLES + 2, Palette.CENTERED, "");
    }
    draft.text(REMARK, read ? Palette.CELL : Palette.CELL.in(Palette.ALERT), row.remark()).end();
  }

  private void counts(SummaryRow row) {
    if (row.counts().isEmpty()) {
      for (int column = ERRORS; column < EXPENSE; column++) {
        draft.text(column, Palette.CENTERED, "");
      }
      return;
    }
    SummaryRow.Counts counts = row.counts().get();
    count(ERRORS, chip(Severity.ERROR, counts.errors()), counts.errors());
    count(ERRORS + 1, chip(Severity.WARNING, counts.warnings()), counts.warnings());
    count(ERRORS + 2, chip(Severity.INFO, counts.infos()), counts.infos());
    count(COMPARED, Palette.CENTERED, counts.compared());
    count(COMPARED + 1, Palette.CENTERED, counts.notChecked());
  }

  private static Look chip(Severity severity, int count) {
    return count > 0 ? Palette.severity(severity) : Palette.CENTERED.in(Palette.MUTED);
  }

  private void count(int column, Look look, int number) {
    draft.put(
        column,
        column,
        look.unwrapped().formatted("0"),
        new CellContent.Figure(BigDecimal.valueOf(number)),
        null);
  }

  private void figures(int from, SummaryRow.Figures figures) {
    amount(from, figures.budget());
    amount(from + 1, figures.actual());
    rate(from + 2, from + 1, figures.actual(), from, figures.budget(), false);
    amount(from + 3, figures.prior());
    rate(from + 4, from + 1, figures.actual(), from + 3, figures.prior(), true);
    if (from == EXPENSE && figures.actual().isPresent() && figures.budget().isPresent()) {
      executed.add(draft.row());
    }
  }

  private void amount(int column, Optional<BigDecimal> amount) {
    Look look = Palette.RIGHT.unwrapped();
    if (amount.isEmpty()) {
      draft.text(column, look, "");
      return;
    }
    draft.put(
        column,
        column,
        look.formatted(Palette.amount(2)),
        new CellContent.Figure(amount.get()),
        null);
  }

  private void rate(
      int column,
      int part,
      Optional<BigDecimal> partValue,
      int base,
      Optional<BigDecimal> baseValue,
      boolean change) {
    Look look = Palette.RIGHT.unwrapped();
    if (partValue.isEmpty() || baseValue.isEmpty()) {
      draft.text(column, look, "");
      return;
    }
    BigDecimal above = change ? partValue.get().subtract(baseValue.get()) : partValue.get();
    String upper = References.a1(draft.row(), part);
    String lower = References.a1(draft.row(), base);
    RateFormula.Quotient quotient =
        new RateFormula.Quotient(
            change ? "(" + upper + "-" + lower + ")" : upper, above, lower, baseValue.get());
    draft.put(
        column,
        column,
        look.formatted(Palette.percent(RATE_DIGITS)),
        RateFormula.of(
            Optional.of(Rate.of(above, baseValue.get(), RATE_DIGITS)), List.of(quotient)),
        null);
  }

  private List<DataBar> bars() {
    if (executed.isEmpty()) {
      return List.of();
    }
    int column = EXPENSE + 2;
    String range =
        References.a1(executed.get(0), column)
            + ":"
            + References.a1(executed.get(executed.size() - 1), column);
    return List.of(new DataBar(range, Optional.of(0), Optional.of(1), "A9C7E0", "E7A9A2"));
  }
}
