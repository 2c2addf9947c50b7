package cn.sunledger.check;

import java.util.Map;

/**
 * The forms whose figures do not add up, because only some rows of a table, or some tables of a
 * set, are written down.
 */
final class CutOff {
  /** By form: how many errors and warnings of each rule. */
  static final Map<String, Map<String, Integer>> ALARMS =
      Map.ofEntries(
          // 项目支出 30000000 of 支出总表 against one project of 1500000.50; 基金 table left out
          Map.entry("beijing-2024-budget", Map.of("B-14", 1, "M-01", 1)),
          // 支出决算明细表 without its row 202
          Map.entry("caijue-2019", Map.of("D-08", 1)),
          // two of the indicators only, with 50 of the 100 points
          Map.entry("chongqing-2023-budget", Map.of("F-03", 1)),
          // four of the indicators only, with 50 of the 100 points
          Map.entry("chongqing-2024-dept-target", Map.of("F-03", 1)),
          // 基本支出 2500.00 and 3000.00; 财政拨款收支总表 left out
          Map.entry("guangdong-2018-budget", Map.of("B-26", 1, "M-01", 1)),
          // 部门支出总表 without its row 208
          Map.entry("guangxi-2023-budget", Map.of("D-08", 1)),
          // 一般公共预算支出表 left out
          Map.entry("jiangsu-2019-budget", Map.of("M-01", 1)),
          // 部门支出总表 without its row 208
          Map.entry("jiangxi-2021-budget", Map.of("D-08", 1)),
          // 20501 without its second 项
          Map.entry("jilin-2017-final", Map.of("D-08", 1)),
          // 20106 without its second 项; 财政拨款总表 without its lines of expenditure
          Map.entry("liaoning-2015-final", Map.of("D-08", 2)),
          // 收入、支出决算表 with class 205 only, 财政拨款支出 with two of the 项
          Map.entry("moe-university-2023-final", Map.of("D-08", 5, "X-05", 1)),
          // some of the indicators only, with 62 of the 100 points
          Map.entry("performance-further", Map.of("F-03", 1, "F-04", 2, "F-10", 1)),
          // three of the indicators only
          Map.entry("performance-selfeval", Map.of("F-03", 1)),
          // 一般公共预算支出明细表 with class 201 only
          Map.entry("shaanxi-2023-budget", Map.of("D-08", 1)),
          // 支出表 with class 201 only, 201 and 301 with their first 款 only
          Map.entry("shanghai-2025-budget", Map.of("B-26", 1, "D-08", 2, "G-02", 4)),
          // 收入决算表 with class 201 only
          Map.entry("shanxi-taiyuan-2016-final", Map.of("D-08", 1)),
          // 成本控制数 ≤ 30 万元 answered with 完成
          Map.entry("sichuan-2023-selfeval", Map.of("F-09", 1)),
          // 部门支出总表 with two of the 项; 基金 table without the sentence below it
          Map.entry("sichuan-2024-budget", Map.of("B-24", 1, "M-02", 1)),
          // #DIV/0! is printed
          Map.entry("three-public-single", Map.of("T-30", 1)),
          // two of the indicators only
          Map.entry("tianjin-2024-target", Map.of("F-03", 1)),
          // no table says its unit of measure; 支出决算表 with class 201 alone, without its 项
          Map.entry("untitled-2023-final", Map.of("D-08", 1, "U-04", 4)),
          // 基金 table left out
          Map.entry("yunnan-2024-budget", Map.of("M-01", 1)));

  private CutOff() {}
}
