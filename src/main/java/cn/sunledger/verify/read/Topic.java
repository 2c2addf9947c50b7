package cn.sunledger.verify.read;

import cn.sunledger.model.Fund;
import cn.sunledger.model.Labels;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a section is about, by its headings: which fund and which tables its figures come from where
 * the sentence does not say.
 */
public enum Topic {
  /** 收入支出总体情况. */
  TOTAL(Set.of(Fund.ALL), "final_01_total", "bud_total"),
  /** 收入情况. */
  INCOME(Set.of(Fund.ALL), "final_02_income", "bud_income", "final_01_total", "bud_total"),
  /** 支出情况. */
  EXPENSE(Set.of(Fund.ALL), "final_03_expense", "bud_expense", "final_01_total", "bud_total"),
  /** 财政拨款收入支出总体情况. */
  FISCAL_TOTAL(Set.of(Fund.FISCAL_APPROPRIATION), "final_04_fiscal_total", "bud_fiscal_total"),
  /** 财政拨款支出情况. */
  FISCAL_EXPENSE(
      Set.of(Fund.FISCAL_APPROPRIATION, Fund.GENERAL_PUBLIC),
      "final_04_fiscal_total",
      "bud_fiscal_total",
      "bud_fiscal_expense",
      "final_05_gpb_expense",
      "bud_gpb_expense"),
  /** 一般公共预算支出情况. */
  GPB(
      Set.of(Fund.GENERAL_PUBLIC),
      "final_05_gpb_expense",
      "bud_gpb_expense",
      "bud_gpb_expense_econ",
      "final_04_fiscal_total",
      "bud_fiscal_total"),
  /** 一般公共预算基本支出情况. */
  GPB_BASIC(
      Set.of(Fund.GENERAL_PUBLIC),
      "final_06_gpb_basic_econ",
      "final_05_gpb_expense",
      "bud_gpb_basic",
      "bud_gpb_expense_econ",
      "bud_gpb_expense"),
  /** 财政拨款基本支出情况. */
  FISCAL_BASIC(
      Set.of(Fund.GENERAL_PUBLIC, Fund.FISCAL_APPROPRIATION),
      "final_06_gpb_basic_econ",
      "final_05_gpb_expense",
      "bud_gpb_basic",
      "bud_basic_by_fund",
      "bud_gpb_expense_econ",
      "bud_gpb_expense"),
  /** “三公”经费. */
  THREE_PUBLIC(Set.of(), "final_09_three_public", "bud_three_public"),
  /** 政府性基金. */
  GOV_FUND(
      Set.of(Fund.GOVERNMENT_MANAGED),
      "final_07_gov_fund",
      "bud_gov_fund",
      "final_04_fiscal_total",
      "bud_fiscal_total",
      "final_01_total"),
  /** 国有资本经营预算. */
  STATE_CAPITAL(
      Set.of(Fund.STATE_CAPITAL),
      "final_08_state_capital",
      "bud_state_capital",
      "final_04_fiscal_total",
      "bud_fiscal_total",
      "final_01_total"),
  /** 机关运行经费. */
  ORG_COST(Set.of(), "final_10_org_cost", "bud_org_cost", "bud_three_public"),
  /** 会议费、培训费等一般性支出. */
  GENERAL(Set.of()),
  /** 政府采购. */
  PROCUREMENT(Set.of(), "final_procurement", "bud_procurement"),
  /** 国有资产占用. */
  ASSETS(Set.of(), "final_10_assets", "bud_assets"),
  /** 绩效. */
  PERFORMANCE(Set.of()),
  /** 名词解释. */
  GLOSSARY(Set.of()),
  /** 职责、机构、人员. */
  ORGANISATION(Set.of()),
  /** 预算支出具体情况 and other sections that mix everything. */
  DETAILS(Set.of()),
  /** No heading tells. */
  NONE(Set.of());

  private record Clue(Pattern words, Topic topic) {}

  private static final List<Clue> CLUES =
      List.of(
          clue("名词解释|专业名词|名词说明", GLOSSARY),
          clue("三公|因公出国|公务接待|公务用车", THREE_PUBLIC),
          clue("机关运行|机构运行|行政运行经费", ORG_COST),
          clue("政府采购", PROCUREMENT),
          clue("资产", ASSETS),
          clue("绩效", PERFORMANCE),
          clue("职责|职能|机构设置|机构情况|单位构成|人员构成|人员情况|部门概况|单位概况|基本情况|工作目标|工作任务|主要工作", ORGANISATION),
          clue("基金.*国有资本|国有资本.*基金", DETAILS),
          clue("政府性基金|政府基金", GOV_FUND),
          clue("国有资本", STATE_CAPITAL),
          clue("一般性支出|会议费|培训费|过紧日子", GENERAL),
          clue("一般公共预算.*基本支出", GPB_BASIC),
          clue("财政拨款.*基本支出|基本支出.*(?:决算|预算)?情况", FISCAL_BASIC),
          clue("一般公共预算", GPB),
          clue("财政拨款(?:预算|决算)?收入?[、和及]?(?:支出?)(?:预算|决算)?(?:总|情况)", FISCAL_TOTAL),
          clue("财政拨款收|收支.*财政拨款|财政拨款总", FISCAL_TOTAL),
          clue("财政拨款.*支出|支出.*财政拨款", FISCAL_EXPENSE),
          clue("支出.*具体情况", DETAILS),
          clue("收入?[、和及]?支(?:出)?.*(?:总体|总|增减|概况|情况)", TOTAL),
          clue("收入", INCOME),
          clue("支出", EXPENSE));
  private static final Pattern ANNEX = Pattern.compile("自评|评价报告|绩效报告|附件|项目概况|项目经费情况");

  private final Set<Fund> funds;
  private final List<String> tables;

  Topic(Set<Fund> funds, String... tables) {
    this.funds = funds;
    this.tables = List.of(tables);
  }

  private static Clue clue(String words, Topic topic) {
    return new Clue(Pattern.compile(words), topic);
  }

  /** The funds that its figures are of where the sentence names none; empty where any may be. */
  public Set<Fund> funds() {
    return funds;
  }

  /** Ids of its tables, the one to prefer first. */
  public List<String> tables() {
    return tables;
  }

  /** Whether it tells so surely which table is meant that another one's figure is a mistake. */
  public boolean isStrict() {
    return this == TOTAL
        || this == INCOME
        || this == EXPENSE
        || this == FISCAL_TOTAL
        || this == GPB
        || this == GPB_BASIC
        || this == FISCAL_BASIC
        || this == GOV_FUND
        || this == STATE_CAPITAL;
  }

  /** Whether its text is explanation that states no figures of the disclosed year. */
  public boolean isProse() {
    return this == GLOSSARY || this == ORGANISATION;
  }

  /**
   * What a section is about: the innermost heading that tells.
   *
   * @param headings from outside in
   */
  static Topic of(List<String> headings) {
    for (int i = headings.size() - 1; i >= 0; i--) {
      String heading = Labels.withoutEnumerator(Labels.normal(headings.get(i)));
      boolean document =
          heading.matches(".*(?:部门|单位)(?:预算|决算)(?:编制|公开)?(?:情况)?(?:的)?说明")
              || heading.contains("第") && heading.contains("部分") && !heading.contains("名词");
      boolean subject = heading.matches(".*\\((?:类|款|项)\\).*");
      if (subject || document && i == 0 && headings.size() > 1) {
        continue;
      }
      for (Clue clue : CLUES) {
        if (clue.words().matcher(heading).find()) {
          return clue.topic().within(of(headings.subList(0, i)));
        }
      }
    }
    return NONE;
  }

  /** 支出按功能科目分类情况 under a heading that names the fund is about that fund. */
  private Topic within(Topic outer) {
    boolean side = this == INCOME || this == EXPENSE || this == TOTAL;
    return !side
        ? this
        : switch (outer) {
          case GPB, GPB_BASIC, FISCAL_BASIC, FISCAL_EXPENSE, GOV_FUND, STATE_CAPITAL -> outer;
          case FISCAL_TOTAL -> this == EXPENSE ? FISCAL_EXPENSE : FISCAL_TOTAL;
          default -> this;
        };
  }

  /**
   * Whether a section belongs to a report of its own (绩效自评报告), which may count differently.
   *
   * @param headings from outside in
   */
  static boolean isAnnex(List<String> headings) {
    return headings.stream().anyMatch(heading -> ANNEX.matcher(heading).find());
  }
}
