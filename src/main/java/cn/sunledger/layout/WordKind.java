package cn.sunledger.layout;

import java.util.regex.Pattern;

/** The kinds of words by which headers are told, all in normal form. */
enum WordKind {
  /** A header over labels or codes. */
  LABEL(
      "(?:收入|支出)?项目(?:[(（].*)?|.{0,14}科目(?:编码|代码|名称)?(?:[(（].*)?|.{0,14}(?:名称|编码|代码|编号)(?:[(（].*)?"
          + "|.{0,10}类别|(?:预算|主管)?(?:单位|部门)|年度|年份|内容|类|款|项|.{0,10}分类|行次|序号|摘要"),
  /** What stands in a label column of a header, as against the label of a line. */
  HEADER(
      "项目.{0,16}|科目|.{0,12}(?:编码|代码|编号)(?:[(（].*)?|.{0,14}名称(?:[(（].*)?|类|款|项|类款项|行次|序号|.{0,12}(?:功能|经济)分类.{0,12}|.{0,8}科目.{0,6}"
          + "|.{0,8}(?:预算|决算|执行|金额)数?|栏次|(?:预算|主管)?(?:单位|部门)|年度|年份|.{0,8}类别|内容|.{0,6}指标|名称|代码|编码|摘要|资金来源|支出项目|收入项目|备注|收入|支出"),
  /** 行次, 序号. */
  LINE_NUMBER("行次|序号|行号|编号|顺序号|行数"),
  /** A column of units' codes. */
  UNIT_CODE("(?:预算|部门|主管)?[(]?(?:单位|部门)[)]?(?:[(]单位[)])?(?:编码|代码|编号)"),
  /** A column of units' names. */
  UNIT_NAME(
      "(?:预算|主管|基层|所属|实施|项目|使用)?(?:单位|部门)(?:[(](?:单位|部门)[)])?(?:名称)?|(?:单位|部门)(?:编码|代码)(?:及|和|、)名称"),
  /** A column that holds nothing but units. */
  UNITS_ONLY("(?:预算|主管|基层|所属)?(?:单位|部门)(?:[(](?:单位|部门)[)])?(?:名称)?"),
  /** A column of codes. */
  CODE(".*(?:编码|代码)(?:[(].*)?|[类款项]|.*科目编号"),
  /** A column of codes that are no subject's. */
  OTHER_CODE(".*(?:项目|资产|采购|目录|品目|指标|任务|业务|文号|机构|信用).*(?:编码|代码|编号)(?:[(].*)?"),
  /** Words of the classifications. */
  SUBJECT(".*(?:科目|功能|经济|分类).*"),
  /** 类, 款 or 项. */
  PART("[类款项]"),
  /** A column of prose. */
  TEXT(
      ".*(?:备注|说明|原因|依据|办法|绩效目标|描述|内容|用途|概述|措施|期限|时间|联系人|电话|文号).*|年度目标|度量单位|计量单位|指标性质|指标方向性?|指标类型|评[分价]标准.{0,4}|绩效标准|考核标准"),
  /** What may open another side of a table. */
  SIDE(
      "(?:支出|收入|项目|科目|名称)(?:[(].*|.{0,6})|.*(?:科目|分类|项目)(?:名称|编码|代码)?(?:[(].*)?|按.*|(?:支出|收入).*(?:项目|类别|科目|来源)"),
  /** How a column of amounts is called. */
  AMOUNT(".*(?:金额|数|合计|小计|总计|预算|决算|支出|收入|拨款|资金|经费|基金|费|结转|结余|补助|增减|率|%|占比|人员|辆|元[)])$"),
  /** A column that names its lines. */
  NAME(
      "(?:支出|收入)?(?:项目|科目)(?:名称)?(?:[(].*)?|.*(?:科目|项目|任务|分类|指标|资产|事项|货物|服务)名称(?:[(].*)?|名称|.*名称[(]科目[)]|支出|收入|内容"),
  /** A column of projects' names, or of what is bought. */
  PROJECT(
      "(?:预算|二级|一级|支出|采购|重点|具体)?项目名称(?:[(].*)?|(?:预算|二级|一级|采购|重点|具体)项目|.{0,6}(?:物品|品目|品名|采购内容)(?:名称)?(?:[(].*)?|(?:采购|购买服务)(?:项目|内容|品目)(?:名称)?"),
  /** What is said of a line besides its name. */
  ATTRIBUTE(
      ".*(?:类别|类型|性质|方式|来源|属性|规格|型号|品目|目录|依据|状态|地点|期限|级次|是否.*|形式|范围|对象|处室|股室|科室|主管部门|归口.*)(?:[(].*)?"),
  /** A classification by use. */
  CLASSIFICATION(".{0,8}经济(?:分类)?科目.{0,6}"),
  /** A level of indicators. */
  INDICATOR("[一二三四]级指标|指标名称|绩效指标");

  private static final int LONGEST = 40;

  private final Pattern pattern;

  WordKind(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** Whether a text in normal form is such a word. */
  boolean matches(String normal) {
    return !normal.isEmpty() && normal.length() <= LONGEST && pattern.matcher(normal).matches();
  }
}
