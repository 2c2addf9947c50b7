package cn.sunledger.verify.text;

import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number at a place of a folded text and tells figures from dates, numbers of documents,
 * list numbers, codes and thresholds.
 */
final class NumberScanner {
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年(?:度)?");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:19|20)\\d{2}(?:年\\d{1,2}(?:-\\d{1,2})?月(?:\\d{1,2}(?:日|号)?)?|[./-]\\d{1,2}[./-]\\d{1,2})(?:底|末|初)?"
              + "|\\d{1,2}(?:-\\d{1,2})?月(?:\\d{1,2}(?:日|号))?(?:底|末|初)?(?!份额)"
              + "|\\d{1,2}(?:日|时|点)(?![数名])"
              + "|\\d{1,2}:\\d{2}");
  private static final Pattern RANGE_OF_YEARS =
      Pattern.compile("(?:19|20)\\d{2}(?:-|至|—|~)(?:19|20)\\d{2}年?(?:度)?");
  private static final Pattern DOCUMENT = Pattern.compile("\\(?(?:19|20)\\d{2}\\)?第?\\d+号");
  private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,2}(?:[.](?!\\d)|、)");
  private static final Pattern BRACKETED = Pattern.compile("\\(\\d{1,2}\\)");
  private static final Pattern CODE = Pattern.compile("\\((\\d{3}|\\d{5}|\\d{7})\\)");
  private static final Pattern ORDINAL_TAIL =
      Pattern.compile("^(?:号|级|楼|层|室|版|届|[A-Za-z]|年(?!度?(?:预算|决算|数|末|底)))");
  private static final Pattern THRESHOLD = Pattern.compile("^(?:\\(?含\\)?)?(?:以上|以下|以内|及以上|及以下)");
  private static final String[][] MONEY = {
    {"万元", "TEN_THOUSAND_YUAN"},
    {"亿元", "HUNDRED_MILLION_YUAN"},
    {"百万元", "MILLION_YUAN"},
    {"千元", "THOUSAND_YUAN"},
    {"元", "YUAN"}
  };

  private final List<String> counted;

  NumberScanner(List<String> counted) {
    this.counted =
        counted.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** The token that begins at a digit or at the sign or bracket in front of one, if one does. */
  Optional<Token> at(FoldedText folded, String text, int start) {
    char c = text.charAt(start);
    if (c == '(') {
      return bracket(folded, text, start);
    }
    boolean signed = c == '-' && start + 1 < text.length() && digit(text.charAt(start + 1));
    if (!digit(c) && !signed) {
      return Optional.empty();
    }
    if (signed
        && start > 0
        && Character.isLetterOrDigit(text.charAt(start - 1))
        && text.charAt(start - 1) < 128) {
      return Optional.empty();
    }
    if (!signed) {
      Optional<Token> exempt = exempt(text, start);
      if (exempt.isPresent()) {
        return exempt;
      }
    }
    return Optional.of(figure(folded, text, start, signed));
  }

  private static Optional<Token> bracket(FoldedText folded, String text, int start) {
    Matcher code = CODE.matcher(text).region(start, text.length());
    if (code.lookingAt() && code.group(1).length() > 2 && !code.group(1).startsWith("0")) {
      return Optional.of(Token.plain(Token.Kind.CODE, code.group(), start));
    }
    Matcher document = DOCUMENT.matcher(text).region(start, text.length());
    if (document.lookingAt()) {
      return Optional.of(Token.plain(Token.Kind.EXEMPT, document.group(), start));
    }
    Matcher list = BRACKETED.matcher(text).region(start, text.length());
    boolean first = start == 0 || "。;:,!?、".indexOf(text.charAt(start - 1)) >= 0;
    return list.lookingAt() && (first || folded.isEnumerator(start))
        ? Optional.of(Token.plain(Token.Kind.EXEMPT, list.group(), start))
        : Optional.empty();
  }

  private static Optional<Token> exempt(String text, int start) {
    for (Pattern pattern : List.of(RANGE_OF_YEARS, DATE, DOCUMENT)) {
      Matcher matcher = pattern.matcher(text).region(start, text.length());
      if (matcher.lookingAt()) {
        return Optional.of(Token.plain(Token.Kind.EXEMPT, matcher.group(), start));
      }
    }
    Matcher year = YEAR.matcher(text).region(start, text.length());
    if (year.lookingAt()) {
      return Optional.of(Token.year(year.group(), start, Integer.parseInt(year.group(1))));
    }
    char before = start == 0 ? '。' : text.charAt(start - 1);
    Matcher list = LIST_NUMBER.matcher(text).region(start, text.length());
    if (list.lookingAt()
        && (list.group().endsWith(".") || "。;:,!?".indexOf(before) >= 0)
        && !digit(before)) {
      return Optional.of(Token.plain(Token.Kind.EXEMPT, list.group(), start));
    }
    return Optional.empty();
  }

  private Token figure(FoldedText folded, String text, int start, boolean signed) {
    int at = signed ? start + 1 : start;
    Matcher literal = LITERAL.matcher(text).region(at, text.length());
    if (!literal.lookingAt()) {
      return Token.plain(Token.Kind.EXEMPT, text.substring(start, at + 1), start);
    }
    String digits = literal.group();
    int comma = digits.indexOf(',');
    if (comma >= 0 && !folded.isPlainComma(at + comma)) {
      digits = digits.substring(0, comma);
    }
    int end = at + digits.length();
    char before = start == 0 ? '。' : text.charAt(start - 1);
    String rest = text.substring(end);
    BigDecimal value = new BigDecimal((signed ? "-" : "") + digits.replace(",", ""));
    if (before == '第'
        || before < 128 && Character.isLetter(before)
        || ORDINAL_TAIL.matcher(rest).find()) {
      return Token.plain(Token.Kind.EXEMPT, text.substring(start, end), start);
    }
    return behind(folded, text, start, end, value);
  }

  private Token behind(FoldedText folded, String text, int start, int end, BigDecimal value) {
    int at = end;
    boolean about = at < text.length() && "余多".indexOf(text.charAt(at)) >= 0;
    if (about) {
      at++;
    }
    String rest = text.substring(at);
    for (String[] money : MONEY) {
      if (rest.startsWith(money[0])) {
        return amount(folded, text, start, at + money[0].length(), value, money[1], about);
      }
    }
    if (rest.startsWith("万") && (rest.length() == 1 || counted(rest.substring(1)).isEmpty())) {
      return amount(folded, text, start, at + 1, value, "TEN_THOUSAND_YUAN", about);
    }
    if (rest.startsWith("%")) {
      return token(
          folded, text, start, at + 1, Quantity.Kind.PERCENT, value, Unit.PERCENT, "", about);
    }
    if (rest.startsWith("个百分点") || rest.startsWith("百分点")) {
      int length = rest.startsWith("个") ? 4 : 3;
      return token(
          folded,
          text,
          start,
          at + length,
          Quantity.Kind.POINTS,
          value,
          Unit.PERCENT,
          "百分点",
          about);
    }
    Optional<String> unit = counted(rest);
    if (unit.isPresent()) {
      return token(
          folded,
          text,
          start,
          at + unit.get().length(),
          Quantity.Kind.COUNT,
          value,
          Unit.NONE,
          unit.get(),
          about);
    }
    if (end - start >= 7 && value.scale() == 0) {
      return Token.plain(Token.Kind.EXEMPT, text.substring(start, end), start);
    }
    return token(folded, text, start, end, Quantity.Kind.BARE, value, Unit.NONE, "", about);
  }

  private Token amount(
      FoldedText folded,
      String text,
      int start,
      int end,
      BigDecimal value,
      String unit,
      boolean about) {
    if (THRESHOLD.matcher(text.substring(end)).find()) {
      return Token.plain(Token.Kind.EXEMPT, text.substring(start, end), start);
    }
    return token(
        folded, text, start, end, Quantity.Kind.AMOUNT, value, Unit.valueOf(unit), "", about);
  }

  private static Token token(
      FoldedText folded,
      String text,
      int start,
      int end,
      Quantity.Kind kind,
      BigDecimal value,
      Unit unit,
      String counted,
      boolean about) {
    boolean bound = about || THRESHOLD.matcher(text.substring(end)).find();
    return Token.number(
        text.substring(start, end),
        start,
        new Quantity(kind, value, unit, counted, bound, folded.printed(start, end)));
  }

  private Optional<String> counted(String rest) {
    return counted.stream().filter(rest::startsWith).findFirst();
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
