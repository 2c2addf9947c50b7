package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pieces that stand around a table: title, number, unit of measure, department, year, notes.
 */
final class Pieces {
  private static final Pattern UNIT =
      Pattern.compile("(?:金额|计量|货币)?单位[:：]?(?:人民币)?[:：]?(元|千元|万元|百万元|亿元)");
  private static final Pattern BARE_UNIT = Pattern.compile("^[(（]?(?:人民币)?(元|千元|万元|百万元|亿元)[)）]?$");
  private static final Pattern BRACKETED_UNIT =
      Pattern.compile("[(（](?:金额)?(?:单位[:：])?(?:人民币)?(元|千元|万元|百万元|亿元)[)）]");
  private static final Pattern DEPARTMENT =
      Pattern.compile(
          "^(?:(?:填报|编制|编报|填表|公开|预算|决算|汇总|报送|主管)?(?:部门|单位)(?:[(（](?:单位|部门|公章|盖章)[)）])?(?:名称|全称)?"
              + "(?:[(（](?:公章|盖章|章|全称)[)）])?|部门/单位|单位/部门)[:：](.*)$");
  private static final Pattern DEPARTMENT_WORD =
      Pattern.compile("^(?:填报|编制|编报|公开|预算|决算|汇总)?(?:部门|单位)(?:[(（](?:单位|部门)[)）])?(?:名称)?[:：]?$");
  private static final Pattern UNIT_WORD =
      Pattern.compile("^(?:(?:金额|计量|货币)单位|单位[(（]金额[)）])[:：]?$");
  private static final Pattern CODE_IN_FRONT =
      Pattern.compile("^[\\[(（【]?([0-9]{3,12})[\\])）】]?[-—_－:：]?(\\D.*)$");
  private static final Pattern TAG =
      Pattern.compile(
          "^(?:附件?|部门|单位|预算|决算|公开|财决|财预|批复)*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?"
              + "(?:附?表|号表)(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-－—][0-9]{1,3})*表?[A-Za-z]?(?:[-－—]?[0-9]{1,2})?[:：]?$"
              + "|^(?:公开|预算|决算|财决|附表|附件|附)[0-9一二三四五六七八九十]{1,3}(?:[-－—][0-9]{1,2})*(?:表|号|附表)?[A-Za-z]?[:：]?$");
  private static final Pattern YEAR_ONLY =
      Pattern.compile("^(20[0-9]{2}|二[○〇零]?[○〇零一二三四五六七八九]{2,3})年?(?:度|预算|决算)?(?:公开)?$");
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");
  private static final Pattern BARE_YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
  private static final Pattern CHINESE_YEAR =
      Pattern.compile("二([○〇零])([○〇零一二三四五六七八九])([○〇零一二三四五六七八九])年?");
  private static final Pattern DATE =
      Pattern.compile(
          "^(?:编制|填报|填表|制表|报送|公开|批复)?(?:日期|时间)[:：]?.*$|^20[0-9]{2}[年./-][0-9]{1,2}[月./-](?:[0-9]{1,2}日?)?$");
  private static final Pattern TITLE =
      Pattern.compile(
          "^[^:：。；;]{2,70}(?:表|一览)(?:[-－—]*[(（][^)）]{1,50}[)）]|[-－—]{1,2}.{1,50})*(?:[(（]续[)）]|续)?[:：]?$");
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?:[*※]?(?:备?注|说明|附注|注释|编制说明|填报说明|填表说明)(?:[0-9一二三四五六七八九十]*)(?:[:：0-9一二(（、.．]|$)|本套?报?表.{0,12}(?:反映|为空|无数据|金额单位|中)"
              + "|(?:我|本)(?:单位|部门|局|委|院|校|办|街道|镇|乡).{0,40}(?:故|此|本)表(?:无数据|为空|为空表)|受四舍五入|无.{0,40}仍保留该表格式).*$");
  private static final Pattern SIGNATURE =
      Pattern.compile("^.{0,6}(?:填表人|制表人|单位负责人|负责人签[字章]|联系电话|审核人|经办人|财务负责人)[:：].*$");
  private static final Pattern CONTINUED = Pattern.compile("^[(（]?续(?:表|上表)?[)）]?[0-9一二三四五]*$");

  private Pieces() {}

  /** The unit that a piece such as 单位：万元 declares. */
  static Optional<Unit> unit(String text) {
    Matcher matcher = UNIT.matcher(text);
    if (matcher.find()) {
      return Unit.ofMoney(matcher.group(1));
    }
    Matcher bare = BARE_UNIT.matcher(text);
    return bare.matches() ? Unit.ofMoney(bare.group(1)) : Optional.empty();
  }

  /** The unit in brackets behind a header label: 预算金额（万元）. */
  static Optional<Unit> bracketedUnit(String text) {
    Matcher matcher = BRACKETED_UNIT.matcher(text);
    return matcher.find() ? Unit.ofMoney(matcher.group(1)) : Optional.empty();
  }

  /**
   * Whether the text does nothing but name the unit of measure, or name it behind something of the
   * preamble.
   */
  static boolean declaresUnit(String text) {
    return unit(text).isPresent() && text.length() <= 60 && !bracketedInHeader(text);
  }

  private static boolean bracketedInHeader(String text) {
    Matcher matcher = BRACKETED_UNIT.matcher(text);
    return matcher.find() && matcher.start() > 0 && !isTitle(text.substring(0, matcher.start()));
  }

  /** The department a piece such as 部门：长沙市信访局 names; empty text where it names none yet. */
  static Optional<String> department(String text) {
    String bare = UNIT.matcher(text).replaceAll("");
    bare = bare.isEmpty() && !text.isEmpty() ? text : bare;
    Matcher matcher = DEPARTMENT.matcher(bare);
    if (!matcher.matches() || Unit.ofMoney(matcher.group(1)).isPresent()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    int year = Math.max(name.indexOf("年度"), -1);
    if (year >= 4) {
      name = name.substring(0, year - 4);
    }
    return Optional.of(name);
  }

  /** Whether the text is a mere 金额单位 whose value stands in the next cell. */
  static boolean isUnitWord(String text) {
    return UNIT_WORD.matcher(text).matches();
  }

  /** Whether the text is a mere 部门名称 whose value stands in the next cell. */
  static boolean isDepartmentWord(String text) {
    return DEPARTMENT_WORD.matcher(text).matches();
  }

  /** Splits {@code 010-湖南省信访局} in code and name; the code may be empty. */
  static String[] codeAndName(String text) {
    Matcher matcher = CODE_IN_FRONT.matcher(text);
    return matcher.matches()
        ? new String[] {matcher.group(1), matcher.group(2)}
        : new String[] {"", text};
  }

  /** Whether the text is a table's number, such as 公开01表, 预算14表, 表1, 附表06表A, 财决01-1表. */
  static boolean isTag(String text) {
    return text.length() <= 16 && TAG.matcher(text).matches();
  }

  /** Whether the text is a year and nothing else. */
  static boolean isYear(String text) {
    return text.length() <= 12 && YEAR_ONLY.matcher(text).matches();
  }

  static boolean isDate(String text) {
    return text.length() <= 30 && DATE.matcher(text).matches();
  }

  static boolean isContinued(String text) {
    return CONTINUED.matcher(text).matches();
  }

  /** Whether the text has the form of a table's title. */
  static boolean isTitle(String text) {
    String bare = BRACKETED_UNIT.matcher(text).replaceAll("");
    return bare.length() >= 3
        && bare.length() <= 110
        && !isTag(bare)
        && !NOTE.matcher(bare).matches()
        && TITLE.matcher(bare).matches();
  }

  static boolean isNote(String text) {
    return NOTE.matcher(text).matches() || SIGNATURE.matcher(text).matches();
  }

  /** The year that a text names. */
  static Optional<Integer> year(String text) {
    Matcher matcher = YEAR.matcher(text);
    if (matcher.find()) {
      return Optional.of(Integer.valueOf(matcher.group(1)));
    }
    Matcher chinese = CHINESE_YEAR.matcher(text);
    if (chinese.find()) {
      return Optional.of(2000 + digit(chinese.group(2)) * 10 + digit(chinese.group(3)));
    }
    return Optional.empty();
  }

  /** The year that stands in a text without 年, such as the name of a sheet or a file. */
  static Optional<Integer> bareYear(String text) {
    Matcher matcher = BARE_YEAR.matcher(text);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static int digit(String chinese) {
    return Math.max(0, "〇一二三四五六七八九".indexOf(chinese));
  }

  /**
   * A title as it is compared: normal form, without year, number, department words in front and 续
   * behind.
   */
  static String titleForm(String title) {
    String bare = Labels.normal(BRACKETED_UNIT.matcher(title).replaceAll(""));
    bare = bare.replaceAll("\\(?续(表)?[0-9一二三四五]*\\)?$", "");
    return bare.replaceAll("[:：]$", "");
  }
}
