package cn.sunledger.layout;

import java.util.List;
import java.util.regex.Pattern;

/** The words by which performance forms are read, all in normal form. */
final class FormWords {
  /** Labels whose value names the department, the most telling first. */
  static final List<String> NAME_LABELS =
      List.of(
          "部门名称",
          "部门(单位)名称",
          "单位(部门)名称",
          "单位名称",
          "预算部门",
          "预算部门(单位)",
          "填报单位",
          "预算单位",
          "主管部门",
          "主管部门及代码",
          "项目主管部门",
          "实施单位",
          "实施单位(盖章)",
          "项目单位",
          "项目实施单位",
          "资金使用单位",
          "地方主管部门");

  private static final Pattern NAME_LABEL = Pattern.compile(".{0,6}(?:部门|单位)名称(?:[(].{1,6}[)])?");

  /**
   * How well a label tells that the department's name follows, best first; -1 where it does not.
   */
  static int nameRank(String label) {
    int bracket = label.endsWith("章)") ? label.lastIndexOf('(') : -1;
    int rank = NAME_LABELS.indexOf(bracket < 0 ? label : label.substring(0, bracket));
    return rank < 0 && NAME_LABEL.matcher(label).matches() ? NAME_LABELS.size() : rank;
  }

  /** Labels that begin a form. */
  private static final Pattern FIRST_LABEL =
      Pattern.compile(
          "(?:专项|项目|项目支出|预算项目|一级项目|二级项目|资金|政策和项目|政策|任务)名称(?:[(].*)?|(?:部门|单位|部门[(]单位[)]|单位[(]部门[)]|预算单位|项目单位|填报单位|申报单位)(?:名称)?(?:[(].*)?|专项资金名称|主管部门|主管预算部门.*");

  /** Labels of a small table's header inside a form. */
  static final Pattern HEADER =
      Pattern.compile(
          "(?:.{0,16}(?:金额|总额|预算数?|执行数?|决算数?|支出数|到位数|分值|得分|权重|执行率|完成率|到位率|指标值|目标值|完成值|资金|拨款|数量|占比|评分|结转|支出|收入)|"
              + "(?:[0-9]{1,2}月(?:底|末|份)?|[一二三四1-4]季度|[上下]半年|全年)(?:前|累计)?|其中:.{1,14}|.{0,10}(?:小计|合计)|.{0,12}(?:名称|内容|来源|级次划分|原因.{0,12}|措施)|[一二三]级指标|指标.{0,6})(?:[(].{1,16}[)])?(?:[A-Z]|[(].{1,8}[)])*");

  /** A label that names a row under a header. */
  static final Pattern ROW_NAME = Pattern.compile(".{0,8}名称|任务|项目");

  static final Pattern MONEY =
      Pattern.compile(".*(?:金额|总额|预算|执行数|决算数|支出数|到位数|资金|拨款|支出|收入|结转|经费|费用|投资|贷款|自筹).*");

  static final Pattern COUNT =
      Pattern.compile(
          ".*(?:分值|得分|权重|评分|总分|人员数|人数|单位数|次数|个数|数量|指标值|目标值|完成值|人次|编制|在职|在编|离退休|实有|年限|周期|期限|得数|序号).*");

  /** Labels whose value is a number but no amount. */
  static final Pattern NO_AMOUNT =
      Pattern.compile(".*(?:编码|代码|编号|文号|电话|手机|邮编|传真|日期|时间|年度|年份|账号)(?:[(].*)?:?|.*(?:起止|信用).*");

  /** Words that tell a form by the table's title. */
  static final Pattern TITLE = Pattern.compile(".*(?:绩效|自评|申报表|评价).*");

  private FormWords() {}

  /** Whether a label in normal form, with a colon or without, is one that begins a form. */
  static boolean isFirstLabel(String label) {
    String bare = label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
    return FIRST_LABEL.matcher(bare).matches();
  }
}
