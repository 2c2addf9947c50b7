package cn.sunledger.model;

/** 资金性质: where the money comes from. */
public enum Fund {
  /** All funds together. */
  ALL("all", "合计"),
  /** 财政拨款: the three kinds of appropriation together. */
  FISCAL_APPROPRIATION("fiscal_appropriation", "财政拨款"),
  /** 一般公共预算. */
  GENERAL_PUBLIC("gpb", "一般公共预算财政拨款"),
  /** 政府性基金预算. */
  GOVERNMENT_MANAGED("gov_fund", "政府性基金预算财政拨款"),
  /** 国有资本经营预算. */
  STATE_CAPITAL("state_capital", "国有资本经营预算财政拨款"),
  /** 财政专户管理资金. */
  FISCAL_SPECIAL_ACCOUNT("fiscal_special_account", "财政专户管理资金"),
  /** 上级财政补助收入. */
  SUPERIOR_FISCAL_SUBSIDY("superior_fiscal_subsidy", "上级财政补助收入"),
  /** 单位资金. */
  UNIT_FUNDS("unit_funds", "单位资金"),
  /** 其他资金. */
  OTHER("other_funds", "其他资金");

  private final String id;
  private final String title;

  Fund(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The word for programs. */
  public String id() {
    return id;
  }

  /** The word for people. */
  public String title() {
    return title;
  }
}
