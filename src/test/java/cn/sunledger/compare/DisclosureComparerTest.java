package cn.sunledger.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Rate;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of real and of awkward workbooks, row by row. */
class DisclosureComparerTest {
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");

  @TempDir Path folder;

  @Test
  void comparesChangshaWithItsBudgetAndLastYear() {
    Comparison comparison =
        new DisclosureComparer(2)
            .compare(
                SampleReader.sample("changsha-2023-final-accounts.xlsx"),
                Optional.of(SampleReader.sample("changsha-2023-budget.xlsx")),
                Optional.of(SampleReader.sample("changsha-2022-final-accounts.xlsx")));
    assertEquals(
        """
        total/income 收入总计 本年1717.31万元 上年1924.74万元 增减-207.43万元 -10.78%
        total/expense 支出总计 本年1717.31万元 上年1924.74万元 增减-207.43万元 -10.78%
        income/total 本年收入合计 本年1717.31万元 上年1924.74万元 增减-207.43万元 -10.78%
        income/fiscal_appropriation 财政拨款收入 本年1717.31万元 占100.00%
        expense/basic 基本支出 本年1435.88万元 占83.61%
        expense/project 项目支出 本年281.43万元 占16.39%
        fiscal/expense 财政拨款支出总计 本年1717.31万元 上年1924.74万元 增减-207.43万元 -10.78%
        gpb_expense/total 一般公共预算财政拨款支出 年初1938.03万元 本年1717.31万元 执行88.61% 上年1924.74万元 增减-207.43万元 -10.78% 占100.00%
        gpb_expense/201 一般公共服务支出 年初1938.03万元 本年1717.31万元 执行88.61% 占100.00%
        gpb_expense/2010301 行政运行 年初1365.06万元 本年1435.88万元 执行105.19% 占83.61%
        gpb_expense/2010308 信访事务 年初572.97万元 本年281.43万元 执行49.12% 占16.39%
        basic/total 基本支出 年初1365.06万元 本年1435.88万元 执行105.19% 上年1432.02万元 增减3.86万元 0.27%
        basic/personnel 人员经费 本年1311.48万元 占91.34%
        basic/public 公用经费 本年124.40万元 上年113.82万元 增减10.58万元 9.30% 占8.66% 贡献274.09%
        three_public/total “三公”经费 年初9.13万元 全年9.13万元 本年7.04万元 执行77.11% 上年4.43万元 增减2.61万元 58.92%
        three_public/abroad 因公出国(境)费 年初0.00万元 全年0.00万元 本年0.00万元 执行无基数 上年0.00万元 增减0.00万元 无基数 占0.00% 贡献0.00%
        three_public/vehicle_operation 公务用车运行维护费 年初7.00万元 全年7.00万元 本年4.91万元 执行70.14% 上年4.03万元 增减0.88万元 21.84% 占69.74% 贡献33.72%
        three_public/reception 公务接待费 年初2.13万元 全年2.13万元 本年2.13万元 执行100.00% 上年0.40万元 增减1.73万元 432.50% 占30.26% 贡献66.28%
        """,
        lines(
            comparison,
            List.of(
                "total/income",
                "total/expense",
                "income/total",
                "income/fiscal_appropriation",
                "expense/basic",
                "expense/project",
                "fiscal/expense",
                "gpb_expense/total",
                "gpb_expense/201",
                "gpb_expense/2010301",
                "gpb_expense/2010308",
                "basic/total",
                "basic/personnel",
                "basic/public",
                "three_public/total",
                "three_public/abroad",
                "three_public/vehicle_operation",
                "three_public/reception")));
    assertEquals(
        List.of(
            "年初预算的工作簿中没有这些内容，未比较：收支总体、收入、支出、财政拨款收支、政府性基金预算、国有资本经营预算。",
            "上年的工作簿中没有这些内容，未比较：收入的各项来源、支出的各项性质。",
            "上年的一般公共预算支出没有全部列到项级科目，缺少的科目未比较。"),
        comparison.remarks());
  }

  @Test
  void keepsTheCellsOfASum() {
    Comparison comparison =
        new DisclosureComparer(2)
            .compare(
                SampleReader.sample("changsha-2023-final-accounts.xlsx"),
                Optional.empty(),
                Optional.empty());
    SourcedAmount basic = comparison.row("basic/total").orElseThrow().actual().orElseThrow();
    assertEquals(List.of("C34", "I34"), basic.cells().stream().map(cell -> cell.a1()).toList());
    assertEquals("changsha-2023-final-accounts.xlsx", basic.file());
  }

  @Test
  void meetsOtherUnitsAndWhatOnlyOneWorkbookHas() {
    Comparison comparison = yuan();
    assertEquals(
        """
        total/expense 支出总计 本年16602391.25元 上年1660.24万元 增减-8.75元 0.00%
        gpb_expense/total 一般公共预算财政拨款支出 年初11900000.00元 本年13143300.00元 执行110.45% 上年1420.00万元 增减-1056700.00元 -7.44% 占81.64%
        gpb_expense/2130306 水利工程运行与维护 年初1000000.00元
        gpb_expense/2130314 防汛 本年143300.00元 执行无基数 占1.09%
        three_public/abroad 因公出国（境）费 全年0.00元 本年0.00元 执行无基数 上年0.10万元 增减-1000.00元 -100.00% 占0.00% 贡献-0.51%
        three_public/vehicle_purchase 公务用车购置费 全年0.00元 本年198000.00元 执行无基数 上年0.00万元 增减198000.00元 无基数 占62.26% 贡献100.51%
        gov_fund/2120804 农村基础设施建设支出 本年1500000.00元 占60.00%
        """,
        lines(
            comparison,
            List.of(
                "total/expense",
                "gpb_expense/total",
                "gpb_expense/2130306",
                "gpb_expense/2130314",
                "three_public/abroad",
                "three_public/vehicle_purchase",
                "gov_fund/2120804")));
    assertTrue(comparison.remarks().contains("上年的金额单位是万元，已精确换算后比较。"));
    assertTrue(comparison.remarks().contains("年初预算有安排、本年没有支出的科目：2130306水利工程运行与维护。"));
  }

  @Test
  void comparesBudgets() {
    Comparison comparison =
        new DisclosureComparer(2)
            .compare(
                SampleReader.sample("pingshan-2023-budget.xlsx"),
                Optional.empty(),
                Optional.of(SampleReader.sample("pingshan-2022-budget.xlsx")));
    assertEquals(
        """
        total/income 收入总计 本年1877万元 上年1414万元 增减463万元 32.74%
        total/expense 支出总计 本年1877万元 上年1414万元 增减463万元 32.74%
        three_public/total “三公”经费 本年6.10万元 上年4.60万元 增减1.50万元 32.61%
        three_public/reception 公务接待费 本年1.60万元 上年1.60万元 增减0.00万元 0.00% 占26.23% 贡献0.00%
        """,
        lines(
            comparison,
            List.of(
                "total/income", "total/expense", "three_public/total", "three_public/reception")));
  }

  private Comparison yuan() {
    Disclosure current = read("yuan-2024-final.txt");
    return new DisclosureComparer(2)
        .compare(
            current,
            Optional.of(read("yuan-2024-budget.txt")),
            Optional.of(read("yuan-2023-final.txt")));
  }

  private Disclosure read(String name) {
    return SampleReader.read(TextWorkbook.write(CASES.resolve(name), folder));
  }

  private static String lines(Comparison comparison, List<String> keys) {
    return keys.stream()
        .map(key -> comparison.row(key).map(DisclosureComparerTest::line).orElse(key + " 没有"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(ComparisonRow row) {
    StringBuilder line = new StringBuilder(row.key()).append(" ").append(row.label());
    amount(line, "年初", row.originalBudget().map(SourcedAmount::amount));
    amount(line, "全年", row.revisedBudget().map(SourcedAmount::amount));
    amount(line, "本年", row.actual().map(SourcedAmount::amount));
    rate(line, "执行", row.executionRate());
    amount(line, "上年", row.prior().map(SourcedAmount::amount));
    amount(line, "增减", row.change());
    rate(line, "", row.changeRate());
    if (row.actual().isPresent()) {
      rate(line, "占", row.share());
      rate(line, "贡献", row.contribution());
    }
    return line.toString();
  }

  private static void amount(StringBuilder line, String name, Optional<Amount> amount) {
    amount.ifPresent(value -> line.append(" ").append(name).append(value));
  }

  private static void rate(StringBuilder line, String name, Optional<Rate> rate) {
    rate.ifPresent(
        value ->
            line.append(" ")
                .append(name)
                .append(
                    value instanceof Rate.Percent percent
                        ? percent.percent().toPlainString() + "%"
                        : "无基数"));
  }
}
