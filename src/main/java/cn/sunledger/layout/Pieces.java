package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that stand around a table: title, number, unit of measure, year, notes. All methods
 * take texts in {@link #plain} form.
 */
final class Pieces {
  private static final int LONGEST_TITLE = 120;
  static final String MONEY = "(元|千元|万元|百万元|亿元)";
  private static final Pattern UNIT =
      Pattern.compile(
          "[(（]?(?:金额|计量|货币)?单位[:：]?(?:人民币)?[:：]?"
              + MONEY
              + "(?:[/、,，]?(?:人民币|%|％|人|辆|个|人次|批次))*(?:[(（]?(?:列至角分|保留.{1,6}小数)[)）]?)?[)）]?");
  private static final Pattern BARE_UNIT =
      Pattern.compile("^[(（]?(?:人民币|金额[:：]?)?" + MONEY + "[)）]?$");
  private static final Pattern BRACKETED_UNIT =
      Pattern.compile("[(（](?:金额)?(?:单位[:：])?(?:人民币)?" + MONEY + "[)）]");
  private static final Pattern TAG =
      Pattern.compile(
          "^(?:附件?|部门|单位|预算|决算|公开|财决|财预|批复)*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?"
              + "(?:附?表|号表)(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-－—.][0-9]{1,3})*表?[A-Za-z]?(?:[-－—]?[0-9]{1,2})?[:：]?$"
              + "|^(?:公开|预算|决算|财决|附表|附件|附)[0-9一二三四五六七八九十]{1,3}(?:[-－—.][0-9]{1,2})*(?:表|号|附表)?[A-Za-z]?[:：]?$");
  private static final Pattern YEAR_ONLY =
      Pattern.compile("^[(（]?(20[0-9]{2}|二[○〇零]?[○〇零一二三四五六七八九]{2,3})年?(?:度|预算|决算)?(?:公开)?[)）]?$");
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");
  private static final Pattern YEARS_FIGURE =
      Pattern.compile("20[0-9]{2}年度?(?:年初|全年|调整)?(?:预算|决算|执行|实际|支出|收入).{0,4}");
  private static final Pattern BARE_YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
  private static final Pattern CHINESE_YEAR =
      Pattern.compile("二([○〇零])([○〇零一二三四五六七八九])([○〇零一二三四五六七八九])年?");
  private static final Pattern DATE =
      Pattern.compile(
          "^(?:编制|填报|填表|制表|报送|公开|批复|打印)?(?:日期|时间)[:：].*$"
              + "|^(?:编制|填报|填表|制表|报送|公开|批复|打印)(?:日期|时间)$"
              + "|^20[0-9]{2}[年./-][0-9]{1,2}[月./-](?:[0-9]{1,2}日?)?$|^第[0-9]+页.*$");
  private static final Pattern TITLE =
      Pattern.compile(
          "^[^:：。；;]{2,70}(?:表|一览)(?:[-－—]*[(（][^)）]{1,50}[)）]|[-－—]{1,2}.{1,50})*(?:[(（]续[)）]|续)?[:：]?$");
  private static final Pattern COLLECTIVE =
      Pattern.compile(".*(?:公开(?:报)?表|报表|附表|套表|公开表格|表格|报告|公开说明|公开资料|公开文本|公开)$");
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?:[*※]?(?:备?注|说明|附注|注释|编制说明|填报说明|填表说明)(?:[0-9一二三四五六七八九十]*)(?:[:：0-9一二(（、.．]|$)|本套?报?表.{0,12}(?:反映|为空|无数据|金额单位|中)"
              + "|(?:我|本)(?:单位|部门|局|委|院|校|办|街道|镇|乡).{0,40}(?:故|此|本)表(?:无数据|为空|为空表)|受四舍五入|无.{0,40}仍保留该表格式).*$");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "^.{0,6}(?:填表人|制表人|填报人|单位负责人|部门负责人|项目负责人|负责人签[字章]|联系电话|联系人|审核人|复核人|经办人|财务负责人|分管领导)(?:[(（].{1,6}[)）]|签[字章])?[:：].*$");
  private static final Pattern CONTINUED =
      Pattern.compile("^[(（]?(?:接)?续(?:表|上表)?[)）]?[0-9一二三四五]*$");
  private static final Pattern CONTINUED_BEHIND =
      Pattern.compile("[(（]?(?:接)?续(?:表)?[0-9一二三四五]*[)）]?$");

  private Pieces() {}

  /**
   * A printed text without blanks, with digits and letters of ordinary width and the radicals that
   * stand for characters replaced; brackets and colons stay as printed.
   */
  static String plain(String printed) {
    String text = Labels.compact(printed);
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char folded = fold(c);
      if (folded != c && plain == null) {
        plain = new StringBuilder(text);
      }
      if (plain != null) {
        plain.setCharAt(i, folded);
      }
    }
    return plain == null ? text : plain.toString();
  }

  private static char fold(char c) {
    boolean wide = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    return wide ? (char) (c - 0xFEE0) : c == '⻔' ? '门' : c == '⻋' ? '车' : c;
  }

  /** The unit that a piece such as 单位：万元 declares. */
  static Optional<Unit> unit(String text) {
    if (text.indexOf('元') < 0) {
      return Optional.empty();
    }
    Matcher matcher = UNIT.matcher(text);
    if (matcher.find()) {
      return Unit.ofMoney(matcher.group(1));
    }
    Matcher bare = BARE_UNIT.matcher(text);
    return bare.matches() ? Unit.ofMoney(bare.group(1)) : Optional.empty();
  }

  /** The text with a separator in place of what declares the unit. */
  static String withoutUnit(String text) {
    return BARE_UNIT.matcher(text).matches() ? "" : UNIT.matcher(text).replaceAll("\n");
  }

  /** The unit in brackets behind a header label: 预算金额（万元）. */
  static Optional<Unit> bracketedUnit(String text) {
    if (text.indexOf('元') < 0) {
      return Optional.empty();
    }
    Matcher matcher = BRACKETED_UNIT.matcher(text);
    return matcher.find() ? Unit.ofMoney(matcher.group(1)) : Optional.empty();
  }

  /**
   * Whether the text does nothing but name the unit of measure, or name it behind something of the
   * preamble.
   */
  static boolean declaresUnit(String text) {
    return text.length() <= 60 && unit(text).isPresent() && !bracketedInHeader(text);
  }

  private static boolean bracketedInHeader(String text) {
    Matcher matcher = BRACKETED_UNIT.matcher(text);
    return matcher.find() && matcher.start() > 0 && !isTitle(text.substring(0, matcher.start()));
  }

  /** Whether the text is a table's number, such as 公开01表, 预算14表, 表1, 附表06表A, 财决01-1表. */
  static boolean isTag(String text) {
    return text.length() <= 16 && containsAny(text, "表附公预决财") && TAG.matcher(text).matches();
  }

  /** Whether the text is a year and nothing else. */
  static boolean isYear(String text) {
    return text.length() <= 12
        && text.length() >= 4
        && mayBeginYear(text)
        && YEAR_ONLY.matcher(text).matches();
  }

  private static boolean mayBeginYear(String text) {
    char first = text.charAt(0);
    return first == '2' ? text.charAt(1) == '0' : "二(（".indexOf(first) >= 0;
  }

  static boolean isDate(String text) {
    return text.length() <= 30 && containsAny(text, "日时月页.-/") && DATE.matcher(text).matches();
  }

  /** Whether the text is a mere 续表. */
  static boolean isContinued(String text) {
    return text.indexOf('续') >= 0 && CONTINUED.matcher(text).matches();
  }

  /** Whether a title or a sheet's name ends in 续. */
  static boolean endsContinued(String text) {
    return text.indexOf('续') >= 0 && CONTINUED_BEHIND.matcher(text).find();
  }

  /** Whether the text has the form of a table's title. */
  static boolean isTitle(String text) {
    if (!mayBeTitle(text)) {
      return false;
    }
    String bare = withoutBracketedUnit(text);
    return bare.length() >= 3
        && bare.length() <= 110
        && !isTag(bare)
        && !NOTE.matcher(bare).matches()
        && TITLE.matcher(bare).matches();
  }

  /** Whether a look at its characters does not rule out that a text is a title. */
  static boolean mayBeTitle(String text) {
    return text.length() <= LONGEST_TITLE && (text.indexOf('表') >= 0 || text.indexOf('览') >= 0);
  }

  /** Whether one of the characters stands in a text. */
  static boolean containsAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a look at its characters does not rule out that a text stands around a table: a colon,
   * a year, a number, a unit, a date.
   */
  static boolean mayBePiece(String text) {
    return containsAny(text, ":：表附续年元0123456789期间号");
  }

  /** Whether a title names a whole set of tables rather than one. */
  static boolean isCollective(String title) {
    return COLLECTIVE.matcher(title).matches();
  }

  /** Whether a text asks who filled in or signed: 填表人： */
  static boolean isSignature(String text) {
    return SIGNATURE.matcher(text).matches();
  }

  static boolean isNote(String text) {
    return NOTE.matcher(text).matches() || SIGNATURE.matcher(text).matches();
  }

  /** The year that a text names. */
  static Optional<Integer> year(String text) {
    if (text.indexOf('2') < 0 && text.indexOf('二') < 0) {
      return Optional.empty();
    }
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

  /** Whether the text is a year, or names a year's figures: 2023年预算数. */
  static boolean isYearsFigure(String text) {
    return isYear(text) || text.startsWith("20") && YEARS_FIGURE.matcher(text).matches();
  }

  /** The year that a text is and nothing else, with 年 or without. */
  static Optional<Integer> soleYear(String text) {
    return isYear(text) ? bareYear(text) : Optional.empty();
  }

  /** The year that stands in a text without 年, such as the name of a sheet or a file. */
  static Optional<Integer> bareYear(String text) {
    Matcher matcher = BARE_YEAR.matcher(text);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static int digit(String chinese) {
    return Math.max(0, "〇一二三四五六七八九".indexOf(chinese));
  }

  private static String withoutBracketedUnit(String text) {
    return text.indexOf('元') < 0 ? text : BRACKETED_UNIT.matcher(text).replaceAll("");
  }

  /** A title as it is compared: normal form, without the unit and 续 behind. */
  static String titleForm(String title) {
    String bare = Labels.normal(withoutBracketedUnit(title));
    bare = bare.replaceAll("\\(?续(表)?[0-9一二三四五]*\\)?$", "");
    return bare.replaceAll("[:：]$", "");
  }
}
