package cn.sunledger.check;

import cn.sunledger.model.rule.Each;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.RuleExample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes RULES.md: what the rule book checks, and how an entry is written. */
final class RulesDocument {
  private static final String HEAD =
      """
      # 规则库

      本文件由测试生成（`mvn test -Dtest=RulesDocumentTest -Dsunledger.rewrite=true`），请勿手改；规则写在 `rules/*.yaml`。

      ## 一条规则怎么写

      ```yaml
      - id: T-10                      # 编号，不得重用；各文件内按编号排列
        since: 2019                   # 可省：从哪个年度起；until: 到哪个年度止
        title: 支出决算表每行：合计是基本、项目等支出之和
        scope:
          table: 支出决算表             # 一张或几张表；任一表 = 每一张表
          document: final_accounts    # 可省：budget, final_accounts, performance_target, performance_self_evaluation
          block: 支出                  # 可省：收支并列的表的一方
          each: 行                    # 行、栏、行或栏、科目、类、款、项、一次
          when: [收入决算表:合计[其他收入] = 0]   # 可省：前提，不成立则本规则不适用
        formula: 本年支出合计 = 基本支出 + 项目支出 + 经营支出 if present
        tolerance: rounding           # 可省：rounding 按印出的位数推算；exact 不许有差
        severity: error               # error 错误，warning 警告，info 提示
        message: ${table}：${comparison}   # 可省：报告的句子
        why: 支出决算表表样，1 栏 = 2 至 6 栏之和
        good: …                       # 成立的例子，至少一个
        bad: …                        # 不成立的例子；数后的 ! 标出应当指出的一格
      ```

      公式里有：名称（`terms.yaml` 的用语、表上的栏名或行名）、科目编码、`+ -`、`= ≤ ≥`、
      `sum(children)`（表上的明细）、`sum(类)`、`abs( … )`、`if present`（没有就不算）、0 至 99 与 100 的固定数，
      跨表写作 `表名:栏块.行[栏]`，`表名@上年:`、`表名@预算:` 指上年的同种文件和本年的部门预算，
      `[栏@决算数]` 指明阶段，`本科目` 指正在核对的科目。符号前后要有空格。公式说不了的写 `class:`，由程序判断。

      允许误差不是常数：n 个非零分项各有半个末位的误差，允许相差 floor((n+1)/2) 个末位；单位不同的逐项换算；
      单元格里存的位数多于显示的，按存的数判断。在允许范围内的差每表汇总成一行提示（R-01），从不算错误。

      例子是一张或几张小表（空行隔开）：首行是表名，可带年度、`单位=元`、`部门=名称`、`@上年`、`@预算`；
      第二行是表头，首格写 项目、科目 或 单位，`甲/乙` 是两层栏头，`收入:项目` 是收支并列的一方；其余各行以 `|` 分格，
      `〔010〕某局` 是单位行。它们经过真正的识别程序，随测试执行。
      """;

  private static final Map<String, String> GROUPS = groups();

  private RulesDocument() {}

  private static Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("T", "表内（T）");
    groups.put("X", "部门决算表间、跨年度（X）");
    groups.put("B", "部门预算（B）");
    groups.put("G", "任何一张表（G）");
    groups.put("C", "科目（C）");
    groups.put("P3", "“三公”经费（P3）");
    groups.put("U", "单位（U）");
    groups.put("Y", "年度（Y）");
    groups.put("Z", "正负号、零与空白（Z）");
    groups.put("M", "完整性（M）");
    groups.put("F", "绩效表（F）");
    groups.put("W", "用语（W）");
    groups.put("R", "尾数误差（R）");
    groups.put("D", "诊断（D）");
    return groups;
  }

  static String write(RuleBook book) {
    Map<String, StringBuilder> parts = new TreeMap<>();
    for (ReconciliationRule rule : book.rules()) {
      String group = rule.id().substring(0, rule.id().indexOf('-'));
      parts.computeIfAbsent(group, key -> new StringBuilder()).append(rule(rule));
    }
    StringBuilder text = new StringBuilder(HEAD);
    text.append("\n## 各条规则（").append(book.rules().size()).append(" 条）\n");
    for (Map.Entry<String, String> group : GROUPS.entrySet()) {
      StringBuilder part = parts.remove(group.getKey());
      if (part != null) {
        text.append("\n### ").append(group.getValue()).append("\n").append(part);
      }
    }
    if (!parts.isEmpty()) {
      throw new IllegalStateException("no heading for " + parts.keySet());
    }
    return text.toString();
  }

  private static String rule(ReconciliationRule rule) {
    StringBuilder text = new StringBuilder();
    text.append("\n**").append(rule.id()).append(" ").append(rule.title()).append("**（");
    text.append(rule.severity().title()).append("）");
    rule.since().ifPresent(year -> text.append("，").append(year).append(" 年起"));
    rule.until().ifPresent(year -> text.append("，至 ").append(year).append(" 年"));
    text.append("  \n");
    if (!rule.scope().tables().isEmpty()) {
      text.append("适用：").append(String.join("、", rule.scope().tables()));
      if (!rule.scope().block().isEmpty()) {
        text.append("（").append(rule.scope().block()).append("）");
      }
      Each each = rule.scope().each();
      if (!rule.formulas().isEmpty() && each != Each.ONCE) {
        text.append("，逐").append(each.label());
      }
      text.append("  \n");
    }
    for (Formula condition : rule.scope().when()) {
      text.append("前提：`").append(condition.text()).append("`  \n");
    }
    for (Formula formula : rule.formulas()) {
      text.append("`").append(formula.text()).append("`  \n");
    }
    text.append("依据：").append(rule.why()).append("\n");
    example(text, "成立", rule.good());
    example(text, "不成立", rule.bad());
    return text.toString();
  }

  private static void example(StringBuilder text, String what, List<RuleExample> examples) {
    text.append("\n<details><summary>例：").append(what).append("</summary>\n");
    for (RuleExample example : examples) {
      text.append("\n```\n").append(example.text()).append("\n```\n");
    }
    text.append("\n</details>\n");
  }
}
