package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that stands as text: separators, full-width digits, U+2212, brackets for negatives, 元 or
 * 万元, 分 or % behind.
 *
 * @param number the number, as shown
 * @param unit the unit behind it, if one stands there
 */
record NumberText(CellValue.Number number, Optional<Unit> unit) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)(?:人民币)?(?:[¥￥$])?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)([Ee][+-]?\\d{1,3})?");
  private static final Pattern BEHIND = Pattern.compile("^(.*?)(?:人民币)?(元|千元|万元|百万元|亿元|分|%)$");
  private static final int LONGEST = 40;

  /** The number that a cell holds, stored as a number or printed as a text. */
  static Optional<NumberText> of(CellValue value) {
    if (value instanceof CellValue.Number number) {
      Optional<Unit> percent = number.percent() ? Optional.of(Unit.PERCENT) : Optional.empty();
      return Optional.of(new NumberText(number, percent));
    }
    return parse(value.text());
  }

  /**
   * Reads a text as a number.
   *
   * @param printed as printed
   * @return the number, or empty where the text is none
   */
  static Optional<NumberText> parse(String printed) {
    if (!mayBeNumber(printed)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(Labels.compact(printed), Normalizer.Form.NFKC);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    text =
        text.replace('\u2212', '-').replace('\u2013', '-').replace('\u2010', '-').replace('，', ',');
    Optional<Unit> unit = Optional.empty();
    Matcher behind = BEHIND.matcher(text);
    if (behind.matches()) {
      text = behind.group(1);
      unit = Optional.of(CellUnit.named(behind.group(2)));
    }
    boolean negative = false;
    if (text.length() > 2 && text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1);
      negative = true;
    } else if (text.startsWith("\u25B3") || text.startsWith("\u25B2")) {
      text = text.substring(1);
      negative = true;
    }
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2).replace(",", "");
    digits = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
    String exponent = matcher.group(3) == null ? "" : matcher.group(3);
    BigDecimal value = new BigDecimal(digits + exponent);
    if (value.scale() < 0) {
      value = value.setScale(0);
    }
    if (negative != matcher.group(1).equals("-")) {
      value = value.negate();
    }
    boolean percent = unit.filter(found -> found == Unit.PERCENT).isPresent();
    BigDecimal stored = percent ? value.movePointLeft(2) : value;
    return Optional.of(new NumberText(new CellValue.Number(stored, value, percent, printed), unit));
  }

  /** Whether a look at its characters does not rule out that a text is a number. */
  private static boolean mayBeNumber(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= Character.isDigit(c);
      if (c >= '\u4e00' && c <= '\u9fff' && "人民币元千万百亿分".indexOf(c) < 0) {
        return false;
      }
    }
    return digit;
  }
}
