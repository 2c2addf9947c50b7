package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.ProvincialForms;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the published documents have wrong is found, and nothing else is said of them. */
class SampleFindingsTest {

  @Test
  void changshaIsSoundButForOneRoundingLine() throws Exception {
    CheckReport report = check("changsha-2023-final-accounts.xlsx");
    assertEquals(0, report.count(Severity.ERROR));
    assertEquals(0, report.count(Severity.WARNING));
    assertEquals(
        List.of(
            "一般公共预算财政拨款基本支出决算明细表：尾数误差 2 处，均在四舍五入允许的范围内："
                + "303 对个人和家庭的补助 116.95（分项之和 116.96）；"
                + "302 商品和服务支出 124.40（分项之和 124.41）。"),
        messages(report, "R-01"));
  }

  @Test
  void changshaWithItsBudgetAndLastYear() throws Exception {
    List<Disclosure> all =
        List.of(
            read("changsha-2023-final-accounts.xlsx"),
            read("changsha-2023-budget.xlsx"),
            read("changsha-2022-final-accounts.xlsx"));
    CheckReport report = new RuleChecker(National.BOOK).check(all.get(0), all);
    assertEquals(0, report.count(Severity.ERROR) + report.count(Severity.WARNING));
  }

  @Test
  void hunanBudget() throws Exception {
    CheckReport report = check("hunan-2023-budget.xlsx");
    assertEquals(Map.of("F-14", 1, "F-15", 2, "M-02", 7, "X-60", 1), serious(report));
    assertEquals(
        List.of(
            "一般公共预算基本支出表--人员经费(工资福利支出)(按部门预算经济分类)："
                + "2080505 机关事业单位基本养老保险缴费支出“总计” 382.50，"
                + "合计“机关事业单位基本养老保险缴费” 144.50，相差 238.00万元；2080505 应只反映基本养老保险缴费。"),
        messages(report, "X-60"));
    assertEquals(1, messages(report, "B-18").size());
    assertEquals(1, messages(report, "M-09").size());
    assertEquals(
        List.of(
            "部门整体支出绩效目标表：“群众来信办理指标”列了两次，目标分别为“≥90%百分比”和“≥95%百分比”。",
            "部门整体支出绩效目标表：“经济效益指标”列了两次，目标分别为"
                + "“进一步减少群众上访量，解决信访人上访人的问题，创造和谐稳定的社会环境。年”和"
                + "“进一步减少群众上访量，解决信访人上访人的问题，创造和谐稳定的社会环境年”。"),
        messages(report, "F-15"));
    assertEquals(
        List.of("部门整体支出绩效目标表：2 个指标的方向可疑（财务预算执行指标、部门预算一般性支出），如“≤90%百分比”。"),
        messages(report, "F-14"));
    assertEquals(1, messages(report, "F-16").size());
    assertEquals(List.of(), messages(report, "R-01"));
  }

  @Test
  void pingshanBudget() throws Exception {
    CheckReport report = check("pingshan-2023-budget.xlsx");
    assertEquals(Map.of("T-23", 1), serious(report));
    assertEquals(List.of("财政拨款收支总表：B10 的 1877万元 所在行没有项目名称。"), messages(report, "T-23"));
    assertEquals(
        List.of(
            "项目支出总表：项目“其他政府办公厅（室）及相关机构事务支出”8万元，用的是功能科目 2010399 的名称，"
                + "部门支出总表没有这个科目，同样的金额列在 2010301 行政运行 的项目支出，请核对科目。"),
        messages(report, "B-21"));
    // integers of several classifications: rounding only, told once per table
    assertEquals(8, messages(report, "R-01").size());
  }

  @Test
  void hunanSelfEvaluation() throws Exception {
    CheckReport report = check("hunan-2022-project-self-evaluation.xls");
    assertEquals(
        Map.of(
            "F-01", 1, "F-02", 1, "F-07", 1, "F-08", 2, "F-09", 2, "F-10", 2, "W-13", 1, "Y-04", 1),
        serious(report));
    assertEquals(
        List.of("项目支出绩效自评表 年度资金总额（2 行相同）：执行数 1472.51 与预算数 1983.98 之比为 74.22%，所印执行率 75.45%。"),
        messages(report, "F-01"));
    assertEquals(
        List.of("项目支出绩效自评表 年度资金总额：分值 10 乘执行率 74.22% 得 7.42，所印得分 7.5。"), messages(report, "F-02"));
    assertEquals(
        List.of("项目支出绩效自评表：“成本指标”目标 1234.22万元，实际 1472.51万元，相差 238.29万元，没有达到目标而得满分 10。"),
        messages(report, "F-07"));
    for (String hint : List.of("F-12", "F-13", "F-17", "F-22", "F-27", "U-05")) {
      assertEquals(false, messages(report, hint).isEmpty(), hint);
    }
  }

  @Test
  void zhanjiangIsSound() throws Exception {
    assertEquals(Map.of(), serious(check("zhanjiang-2023-performance-target.xlsx")));
  }

  /**
   * The forms of other provinces hold a few rows of each table only, with figures that need not add
   * up to the totals; every alarm on them is listed here with the row that is cut off.
   */
  @Test
  void otherProvincesFormsRaiseNoOtherAlarm() throws Exception {
    Map<String, Map<String, Integer>> alarms = new TreeMap<>();
    for (var form : ProvincialForms.all()) {
      Disclosure read = National.RECOGNIZER.recognise(form);
      Map<String, Integer> serious = serious(new RuleChecker(National.BOOK).check(read, List.of()));
      if (!serious.isEmpty()) {
        alarms.put(form.file(), serious);
      }
    }
    assertEquals(new TreeMap<>(CutOff.ALARMS), alarms);
  }

  private static CheckReport check(String file) throws Exception {
    return new RuleChecker(National.BOOK).check(read(file), List.of());
  }

  private static Disclosure read(String file) throws Exception {
    return National.RECOGNIZER.recognise(
        new WorkbookReader().read(Path.of("sample-workbooks", file)));
  }

  private static Map<String, Integer> serious(CheckReport report) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (finding.severity() != Severity.INFO) {
        counts.merge(finding.rule(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> messages(CheckReport report, String rule) {
    List<String> messages = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.rule().equals(rule)) {
        messages.add(finding.message());
      }
    }
    return messages;
  }
}
