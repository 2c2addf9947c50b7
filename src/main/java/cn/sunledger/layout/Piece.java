package cn.sunledger.layout;

import cn.sunledger.model.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one cell of the lines around a table says; several things may be glued in it.
 *
 * @param unit the unit of measure it declares
 * @param tag the table's number; empty where none stands there
 * @param unitCode the department's code; empty where none stands there
 * @param unitName the department's name; an empty text where only the word 部门： stands there
 * @param year the year that stands there by itself
 * @param aside whether something stands there that tells nothing of the table (date, page, 续表, any
 *     other pair of a word and its value)
 * @param rest what is none of these
 */
record Piece(
    Optional<Unit> unit,
    String tag,
    String unitCode,
    Optional<String> unitName,
    Optional<Integer> year,
    boolean aside,
    String rest) {
  private static final int LONGEST_PAIR = 50;
  private static final String ORGANISATION =
      "(?:填报|编制|编报|填表|公开|预算|决算|汇总|报送|主管|申报|公示)?(?:部门|单位)(?:[(（](?:单位|部门|公章|盖章|签章)[)）])?"
          + "(?:名称|全称)?(?:[(（](?:公章|盖章|章|签章|全称)[)）])?|部门/单位|单位/部门"
          + "|(?:预算)?(?:部门|单位)(?:编码|代码)(?:及|和|、)名称";
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|\n)(?:"
              + ORGANISATION
              + ")[:：]([^\n]*?)(?=\n|$|[(（]?20[0-9]{2}年|(?:编制|填报)?日期[:：])");
  private static final Pattern CODE =
      Pattern.compile("(?:预算|主管)?(?:部门|单位)?(?:代码|编码)[:：]([0-9]{3,12})");
  private static final Pattern NAME_WORD =
      Pattern.compile(
          "^(?:填报|编制|编报|公开|预算|决算|汇总|申报)?(?:部门|单位)(?:[(（](?:单位|部门)[)）])?(?:名称|全称)?[:：]?$");
  private static final Pattern UNIT_WORD =
      Pattern.compile("^(?:金额|计量|货币)?单位(?:[(（]金额[)）])?[:：]?$|^金额[:：]?$");
  private static final Pattern PAIR = Pattern.compile("^[^:：。；;]{2,14}[:：][^:：。；;]*$");
  private static final Pattern CODE_IN_FRONT =
      Pattern.compile("^[\\[(（【]?([0-9]{3,12})[\\])）】]?[-—_－:：]?(\\D.*)$");
  private static final Pattern WIDE_BLANKS = Pattern.compile("[\\s　]{2,}|[\\n　\\t]");

  private static final Pattern PUNCTUATION = Pattern.compile("[:：,，、;；|/()（）]+");

  /** 预算年度：2025, as far as it says no day. */
  private static final Pattern YEAR_PAIR =
      Pattern.compile("(?:预算|决算|财政|会计|报告|所属|公开|编制|项目|填报)?(?:年度|年份)[:：](20[0-9]{2})(?:年度?)?");

  private static final Piece NOTHING =
      new Piece(Optional.empty(), "", "", Optional.empty(), Optional.empty(), false, "");

  /** Reads a cell's text as printed. */
  static Piece of(String printed) {
    String text = Pieces.plain(printed);
    if (!Pieces.mayBePiece(text)) {
      return new Piece(Optional.empty(), "", "", Optional.empty(), Optional.empty(), false, text);
    }
    Piece whole = one(text, false);
    if (whole.rest.isEmpty() || printed.length() > 4 * LONGEST_PAIR) {
      return whole;
    }
    String[] parts = WIDE_BLANKS.split(printed.strip());
    if (parts.length > 1) {
      Piece joined = NOTHING;
      for (String part : parts) {
        joined = joined.and(one(Pieces.plain(part), true));
      }
      boolean titled = Pieces.isTitle(joined.rest) && !Pieces.isTitle(whole.rest);
      if (joined.rest.isEmpty() || titled) {
        return joined;
      }
    }
    return one(text, true);
  }

  private static Piece one(String text, boolean pairs) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    if (Pieces.isContinued(text) || Pieces.isDate(text)) {
      return new Piece(Optional.empty(), "", "", Optional.empty(), Optional.empty(), true, "");
    }
    Optional<Unit> unit = Pieces.declaresUnit(text) ? Pieces.unit(text) : Optional.empty();
    if (unit.isPresent() && Pieces.isTitle(text)) {
      return new Piece(unit, "", "", Optional.empty(), Optional.empty(), false, text);
    }
    String left = unit.isPresent() ? Pieces.withoutUnit(text) : text;
    String code = "";
    Matcher coded = CODE.matcher(left);
    if (coded.find()) {
      code = coded.group(1);
      left = coded.replaceFirst("\n");
    }
    Optional<String> name = Optional.empty();
    Matcher named = NAME.matcher(left);
    if (named.find() && Unit.ofMoney(named.group(1)).isEmpty()) {
      name = Optional.of(named.group(1));
      left = named.replaceFirst("\n");
    }
    if (name.isPresent() && code.isEmpty()) {
      String[] both = codeAndName(name.get());
      code = both[0];
      name = Optional.of(both[1]);
    }
    return new Piece(unit, "", code, name, Optional.empty(), false, "").withTokens(left, pairs);
  }

  private Piece withTokens(String text, boolean pairs) {
    String found = tag;
    Optional<Integer> own = year;
    boolean besides = aside;
    StringBuilder others = new StringBuilder(rest);
    for (String token : text.split("\n")) {
      if (token.isEmpty() || PUNCTUATION.matcher(token).matches()) {
        continue;
      }
      Matcher yearPair = YEAR_PAIR.matcher(token);
      if (yearPair.matches()) {
        own = own.isPresent() ? own : Optional.of(Integer.valueOf(yearPair.group(1)));
      } else if (Pieces.isTag(token)) {
        found = found.isEmpty() ? token : found;
      } else if (Pieces.isYear(token)) {
        own = own.isPresent() ? own : Pieces.year(token).or(() -> Pieces.bareYear(token));
      } else if (Pieces.isDate(token) || pairs && PAIR.matcher(token).matches() && isPair(token)) {
        besides = true;
      } else {
        others.append(token);
      }
    }
    return new Piece(unit, found, unitCode, unitName, own, besides, others.toString());
  }

  private static boolean isPair(String token) {
    return token.length() <= LONGEST_PAIR && !Pieces.isNote(token);
  }

  private Piece and(Piece other) {
    return new Piece(
        unit.or(other::unit),
        tag.isEmpty() ? other.tag : tag,
        unitCode.isEmpty() ? other.unitCode : unitCode,
        unitName.filter(name -> !name.isEmpty()).or(other::unitName).or(() -> unitName),
        year.or(other::year),
        aside || other.aside,
        rest + other.rest);
  }

  /** Whether the cell belongs to the lines around a table and holds nothing else. */
  boolean isWhole() {
    return rest.isEmpty()
        && (unit.isPresent()
            || !tag.isEmpty()
            || !unitCode.isEmpty()
            || unitName.isPresent()
            || year.isPresent()
            || aside);
  }

  /** Whether the cell says a year and nothing else. */
  boolean isYearOnly() {
    return isWhole()
        && year.isPresent()
        && unit.isEmpty()
        && tag.isEmpty()
        && unitName.isEmpty()
        && !aside;
  }

  /** Whether the text is a mere 部门名称 whose value stands in the next cell. */
  static boolean isNameWord(String text) {
    return NAME_WORD.matcher(text).matches();
  }

  /** Whether the text is a mere 金额单位 whose value stands in the next cell. */
  static boolean isUnitWord(String text) {
    return UNIT_WORD.matcher(text).matches();
  }

  /** Splits {@code 010-湖南省信访局} in code and name; the code may be empty. */
  static String[] codeAndName(String text) {
    Matcher matcher = CODE_IN_FRONT.matcher(text);
    return matcher.matches()
        ? new String[] {matcher.group(1), matcher.group(2)}
        : new String[] {"", text};
  }
}
