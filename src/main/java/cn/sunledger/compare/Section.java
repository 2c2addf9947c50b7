package cn.sunledger.compare;

/** The groups of a comparison, in their order; keys open with the word for programs. */
enum Section {
  TOTAL("total", "收支总体"),
  INCOME("income", "收入"),
  EXPENSE("expense", "支出"),
  FISCAL("fiscal", "财政拨款收支"),
  GENERAL_PUBLIC("gpb_expense", "一般公共预算支出"),
  BASIC("basic", "基本支出"),
  PROJECT("project", "项目支出"),
  PROCUREMENT("procurement", "政府采购"),
  THREE_PUBLIC("three_public", "“三公”经费"),
  GOVERNMENT_FUND("gov_fund", "政府性基金预算"),
  STATE_CAPITAL("state_capital", "国有资本经营预算"),
  RUNNING_COST("org_running_cost", "机关运行经费");

  private final String id;
  private final String title;

  Section(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The key of an item of this group. */
  String key(String item) {
    return id + "/" + item;
  }

  /** The group's name for people. */
  String title() {
    return title;
  }
}
