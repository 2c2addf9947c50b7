package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form in which titles are compared. Departments and provinces word the same table differently:
 * 收入支出决算总表, 部门收支决算总体情况表 and 某局2024年部门决算收支总表 are one. What stays apart is the fund, the
 * classification, 基本 or 项目, and whether a table is a detail.
 */
final class TitleForm {
  private static final Pattern[] DECORATION = {
    Pattern.compile("[-－—]*(?:不含|含|不包括|包括)(?:上级|上年|专项|转移|中央).{2,16}(?=[)]?$)"),
    Pattern.compile("[(](?:续.{0,4}|部门|单位|本级|汇总|公开|公开表|样表|表样|万元|元|部门预算|[0-9]{4}年?.{0,6})[)]"),
    Pattern.compile(
        "^.*(?:20[0-9]{2}|二[○〇零][○〇零一二三四五六七八九]{2})年(?:度)?(?:[0-9]{1,2}月份?|[上下]半年|第?[一二三四1-4]季度)?(?=.{4})"),
    Pattern.compile(
        "^.*(?:附件|附表|公开|预算|决算|财决)?表?[0-9]{1,2}(?:[-－—.][0-9]{1,2})*(?:附?表)?[:：.、_-]?(?=[^0-9]{4})"),
    Pattern.compile("^(?:附件|附表|附|表)[一二三四五六七八九十]{1,3}(?:[-－—][0-9一二三四五六七八九十]{1,2})*[:：.、]?(?=.{4})"),
    Pattern.compile("^[一二三四五六七八九十]{1,3}、|^[(][一二三四五六七八九十]{1,3}[)]|^[GZF][KS]?[0-9_]{2,5}")
  };

  private static final String[][] WORDS = {
    {"[、,，;；和及与]", ""},
    {"部门预算?支?出?经济(?:分类)?(?:科目)?", "<部门经济>"},
    {"政府预算?支?出?经济(?:分类)?(?:科目)?", "<政府经济>"},
    {"支?出?功能(?:分类)?(?:科目)?(?:分类)?", "<功能>"},
    {"支?出?经济(?:分类)?(?:科目)?(?:分类)?", "<经济>"},
    {"一?般?公共(?:财政)?预算(?:当年)?(?:财政)?(?:拨款)?", "<公共>"},
    {"政府性基金(?:预算)?(?:财政)?(?:拨款)?", "<基金>"},
    {"国有资本(?:经营)?(?:预算)?(?:财政)?(?:拨款)?", "<国资>"},
    {"财政专户(?:管理)?(?:的)?(?:资金)?(?:拨款)?", "<专户>"},
    {"(?:财政|政府预算)拨款", "<拨款>"},
    {"收入支出|收支", "收支"},
    {"部门综合预算|部门预算|部门决算|单位预算|单位决算|预算单位|部门[(]单位[)]|单位[(]部门[)]|本部门|本单位|高等学校|高校", ""},
    {"总体情况|总情况|总体|总表", "总"},
    {"预算|决算|情况|统计|一览|安排|的|之|按|分科目|[()]", ""},
    {"(?:部门|单位|省级|市级|区级|县级|本级|年度|本年|全年)", ""},
    {"总", ""},
    {"表$", ""}
  };

  private static final List<Map.Entry<Pattern, String>> PATTERNS =
      Arrays.stream(WORDS).map(word -> Map.entry(Pattern.compile(word[0]), word[1])).toList();

  private static final Pattern FUNDS =
      Pattern.compile("公共(?:财政)?预算|政府性基金预算|国有资本经营预算|政府预算(?:拨款|支出经济|经济)|部门预算(?:支出)?经济");

  private static final Pattern ORGANISATION =
      Pattern.compile(
          "[^<>]{2,40}(?:局|委|委员会|办公室|办|厅|院|处|所|站|中心|馆|会|队|政府|街道|街道办事处|学校|中学|小学|大学|学院|幼儿园|公司|镇|乡|部|社|区|县|法院|检察院|医院|本级|机关)");

  private TitleForm() {}

  /**
   * Whether a title is a department's name and a wording that aliases know.
   *
   * @param form a title's form
   * @param known the form of an alias
   */
  static boolean isNamedAfter(String form, String known) {
    return known.length() >= 3
        && form.endsWith(known)
        && ORGANISATION.matcher(form.substring(0, form.length() - known.length())).matches();
  }

  /** A title in the form in which two wordings of the same table are equal. */
  static String of(String title) {
    String form = Pieces.titleForm(title);
    for (Pattern decoration : DECORATION) {
      form = decoration.matcher(form).replaceFirst("");
    }
    for (Map.Entry<Pattern, String> word : PATTERNS) {
      form = word.getKey().matcher(form).replaceAll(word.getValue());
    }
    return form;
  }

  /** The words of a title that tell a budget from final accounts, without the names of funds. */
  static String withoutFunds(String title) {
    return FUNDS.matcher(Labels.normal(title)).replaceAll("");
  }
}
