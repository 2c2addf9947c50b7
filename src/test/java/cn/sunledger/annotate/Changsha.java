package cn.sunledger.annotate;

import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Finding;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Rate;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings, comparison and narrative for the sample of Changsha, made by hand. */
final class Changsha {
  static final Path FILE = Path.of("sample-workbooks/changsha-2023-final-accounts.xlsx");
  static final Path XLS = Path.of("sample-workbooks/changsha-2023-final-accounts.xls");
  static final String T01 = "公开01表 收入支出决算总表";
  static final String T05 = "公开05表 一般公共预算财政拨款支出";
  static final String T06 = "公开06表 一般公共预算基本支出明细";
  static final String T09 = "公开09表 三公经费支出决算表";
  private static final String BUDGET = "changsha-2023-budget.xlsx";
  private static final String PREVIOUS = "changsha-2022-final-accounts.xlsx";

  private Changsha() {}

  static Disclosure disclosure(Path file) throws Exception {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> profiles = List.of("national");
    return new TableRecognizer(loader.layouts(profiles), loader.vocabulary(profiles))
        .recognise(withoutOwn(file));
  }

  /** The user's own sheets, as the commands read them. */
  private static WorkbookGrid withoutOwn(Path file) throws Exception {
    WorkbookGrid all = new WorkbookReader().read(file);
    List<String> own = ManualAnswers.read(file).ownSheets();
    return new WorkbookGrid(
        all.file(), all.sheets().stream().filter(sheet -> !own.contains(sheet.name())).toList());
  }

  static CellRef cell(String sheet, String a1) {
    int column = 0;
    int i = 0;
    for (; Character.isLetter(a1.charAt(i)); i++) {
      column = column * 26 + a1.charAt(i) - 'A' + 1;
    }
    return new CellRef(sheet, Integer.parseInt(a1.substring(i)) - 1, column - 1);
  }

  static CheckReport report() {
    Finding symptom =
        finding(
            "X-02",
            Severity.ERROR,
            "公开01表本年支出合计 1717.31 与公开03表合计不一致，随上一条更正后消失",
            List.of(cell(T01, "F33")),
            "1717.31",
            "1717.41",
            "-0.10",
            "");
    Finding error =
        new Finding(
            "T-04",
            Severity.ERROR,
            "支出总计 1717.31 万元与本年支出合计、结余分配、年末结转和结余之和 1717.41 万元不一致，少 0.10 万元",
            "收入支出决算总表",
            List.of(cell(T01, "F37"), cell(T01, "F33"), cell(T01, "F34"), cell(T01, "F35")),
            "1717.31",
            "1717.41",
            "-0.10",
            "0.02",
            "年末结转和结余可能漏填，或与上年末数串行",
            List.of(symptom),
            Optional.empty());
    Finding warning =
        finding(
            "T-10",
            Severity.WARNING,
            "行政运行 2010301 的小计与基本支出、项目支出之和相差较大，请核对是否按未取整数计算",
            List.of(cell(T05, "C10"), cell(T05, "D10"), cell(T05, "E10"), cell(T01, "F33")),
            "1435.88",
            "1435.87",
            "0.01",
            "");
    Finding hint =
        finding(
            "T-15",
            Severity.INFO,
            "302 商品和服务支出 124.40 与各款之和 124.41 相差 0.01，属于尾数误差",
            List.of(cell(T06, "F7"), cell(T06, "F8"), cell(T06, "F9")),
            "124.40",
            "124.41",
            "-0.01",
            "0.13");
    return new CheckReport(
        List.of(error, warning, hint),
        List.of(
            new CheckReport.NotChecked("X-20", "年初结转和结余与上年年末数一致", "没有提供上年决算工作簿"),
            new CheckReport.NotChecked("X-31", "基金支出与公开07表一致", "公开07表没有数据")),
        412,
        409);
  }

  private static Finding finding(
      String rule,
      Severity severity,
      String message,
      List<CellRef> cells,
      String stated,
      String expected,
      String difference,
      String allowed) {
    return new Finding(
        rule,
        severity,
        message,
        "公开表",
        cells,
        stated,
        expected,
        difference,
        allowed,
        "",
        List.of(),
        Optional.empty());
  }

  static Comparison comparison(String current) {
    Rows rows = new Rows(current);
    SourcedAmount total = rows.here(T01, "F37", "1717.31");
    rows.add("收支总体", "total", "", "收、支总计", 0, null, total, rows.last(T01, "F37", "1924.74"), null);
    SourcedAmount expense = rows.here(T01, "F33", "1717.31");
    rows.add(
        "一般公共预算财政拨款支出",
        "gpb",
        "",
        "合计",
        0,
        rows.budget("C5", "1938.03"),
        rows.here(T05, "C7", "1717.31"),
        rows.last(T05, "C6", "1924.74"),
        expense);
    rows.add(
        "一般公共预算财政拨款支出",
        "gpb/201",
        "201",
        "一般公共服务支出",
        1,
        rows.budget("C6", "1938.03"),
        rows.here(T05, "C8", "1717.31"),
        rows.last(T05, "C7", "1924.74"),
        expense);
    rows.add(
        "一般公共预算财政拨款支出",
        "gpb/2010301",
        "2010301",
        "行政运行",
        3,
        rows.budget("C8", "1365.06"),
        rows.here(T05, "C10", "1435.88"),
        null,
        expense);
    rows.add(
        "一般公共预算财政拨款支出",
        "gpb/2010308",
        "2010308",
        "信访事务",
        3,
        rows.budget("C9", "572.97"),
        rows.here(T05, "C11", "281.43"),
        null,
        expense);
    rows.add(
        "支出性质",
        "nature/basic",
        "",
        "基本支出",
        1,
        null,
        rows.here(T05, "D7", "1435.88"),
        null,
        expense);
    rows.add(
        "支出性质",
        "nature/project",
        "",
        "项目支出",
        1,
        null,
        rows.here(T05, "E7", "281.43"),
        null,
        expense);
    SourcedAmount three = rows.here(T09, "G8", "7.04");
    rows.add(
        "“三公”经费",
        "tp",
        "",
        "合计",
        0,
        rows.here(T09, "A8", "9.13"),
        three,
        rows.last(T09, "G8", "4.43"),
        null);
    rows.add(
        "“三公”经费",
        "tp/abroad",
        "",
        "因公出国（境）费",
        1,
        rows.here(T09, "B8", "0.00"),
        rows.here(T09, "H8", "0.00"),
        rows.last(T09, "H8", "0.00"),
        three);
    rows.add(
        "“三公”经费",
        "tp/vehicle",
        "",
        "公务用车运行维护费",
        1,
        rows.here(T09, "E8", "7.00"),
        rows.here(T09, "K8", "4.91"),
        rows.last(T09, "K8", "4.03"),
        three);
    rows.add(
        "“三公”经费",
        "tp/reception",
        "",
        "公务接待费",
        1,
        rows.here(T09, "F8", "2.13"),
        rows.here(T09, "L8", "2.13"),
        rows.last(T09, "L8", "0.40"),
        three);
    return new Comparison(
        current,
        DocumentKind.DEPARTMENT_FINAL_ACCOUNTS,
        Optional.of(2023),
        "长沙市信访局",
        Optional.of(BUDGET),
        Optional.of(PREVIOUS),
        rows.all,
        List.of("上年按功能分类项级科目没有公开，项级科目不作同比。"));
  }

  private static final class Rows {
    private final String current;
    private final List<ComparisonRow> all = new ArrayList<>();

    Rows(String current) {
      this.current = current;
    }

    SourcedAmount here(String sheet, String a1, String value) {
      return of(current, sheet, a1, value);
    }

    SourcedAmount budget(String a1, String value) {
      return of(BUDGET, "一般公共预算支出表", a1, value);
    }

    SourcedAmount last(String sheet, String a1, String value) {
      return of(PREVIOUS, sheet, a1, value);
    }

    private static SourcedAmount of(String file, String sheet, String a1, String value) {
      return new SourcedAmount(
          new Amount(new BigDecimal(value), Unit.TEN_THOUSAND_YUAN), file, cell(sheet, a1));
    }

    private static Rate rate(BigDecimal part, BigDecimal base) {
      return base.signum() == 0
          ? new Rate.NoBase()
          : new Rate.Percent(part.movePointRight(2).divide(base, 2, RoundingMode.HALF_UP));
    }

    void add(
        String section,
        String key,
        String code,
        String label,
        int level,
        SourcedAmount budget,
        SourcedAmount actual,
        SourcedAmount prior,
        SourcedAmount whole) {
      BigDecimal now = actual.amount().value();
      Optional<Amount> change =
          Optional.ofNullable(prior).map(each -> actual.amount().minus(each.amount()));
      all.add(
          new ComparisonRow(
              section,
              key,
              code,
              label,
              level,
              Optional.ofNullable(budget),
              Optional.empty(),
              Optional.of(actual),
              Optional.ofNullable(prior),
              Optional.ofNullable(whole),
              Optional.ofNullable(budget).map(each -> rate(now, each.amount().value())),
              change,
              Optional.ofNullable(prior)
                  .map(each -> rate(change.orElseThrow().value(), each.amount().value())),
              Optional.ofNullable(whole).map(each -> rate(now, each.amount().value())),
              Optional.empty()));
    }
  }

  static Narrative narrative(String answer) {
    Optional<String> given = answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    return new Narrative(
        "长沙市信访局2023年度部门决算情况说明",
        List.of(
            new Narrative.Section(
                "一、收入支出决算总体情况说明",
                1,
                List.of(
                    "2023年度收、支总计1717.31万元。与上年相比，减少207.43万元，减少10.78%。主要原因是"
                        + given.orElse("【待填：收支总计同比减少的原因】")
                        + "。")),
            new Narrative.Section("五、一般公共预算财政拨款支出决算情况说明", 1, List.of()),
            new Narrative.Section(
                "（三）一般公共预算财政拨款支出决算具体情况",
                2,
                List.of(
                    "2023年度财政拨款支出年初预算数为1938.03万元，支出决算数为1717.31万元，完成年初预算的88.61%。其中：",
                    "1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算数为1365.06万元，支出决算为1435.88万元，完成年初预算的105.19%，决算数大于年初预算数的主要原因是【待填：2010301 行政运行决算大于年初预算的原因】。"
                        .repeat(9)))),
        List.of(
            new ManualItem(
                "原因/收支总计同比",
                "原因",
                "收、支总计比上年减少的主要原因",
                "上年 1924.74 万元，本年 1717.31 万元，减少 207.43 万元（-10.78%）",
                "减少最多的是 2010308 信访事务，减少 211.29 万元",
                given),
            new ManualItem(
                "原因/决算与年初预算差异/2010301 行政运行",
                "原因",
                "2010301 行政运行决算数大于年初预算数的主要原因",
                "年初预算 1365.06 万元，决算 1435.88 万元，完成 105.19%",
                "",
                Optional.empty()),
            new ManualItem(
                "数量/公务接待批次", "数量", "国内公务接待批次（批）", "公务接待费 2.13 万元", "", Optional.empty())));
  }
}
