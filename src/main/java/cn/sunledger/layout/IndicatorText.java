package cn.sunledger.layout;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Indicator;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the values of indicators apart: operator, number, unit. */
final class IndicatorText {
  private static final Pattern VALUE =
      Pattern.compile(
          "(≥|≤|⩾|⩽|>=|<=|>|<|=|不少于|不低于|不小于|不高于|不超过|不大于|不多于|大于等于|小于等于|大于或等于|小于或等于|大于|小于|等于|达到|至少|控制在)?"
              + "([-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[-+]?[0-9]+(?:\\.[0-9]+)?)([^0-9.]{0,10})");
  private static final Pattern BEHIND =
      Pattern.compile("(.*?)(?:\\(含\\))?(及以上|以上|及以下|以下|以内|之内|左右|[≥≤⩾⩽><])(?:\\(含\\))?");
  private static final Pattern NOT_A_UNIT =
      Pattern.compile(".*[、，,。；;:：前后底初末至~-].*|[月日号].*|年[0-9月度]?.*");
  private static final int EARLIEST_YEAR = 1990;

  private IndicatorText() {}

  /** A value such as ≥95% in its parts; words and dates have no number. */
  static Indicator.IndicatorValue parse(CellRef ref, String printed) {
    String text = Labels.compact(printed);
    Matcher matcher = VALUE.matcher(Labels.normal(text).replace('，', ','));
    if (!matcher.matches()) {
      return words(ref, text);
    }
    String operator = operator(matcher.group(1));
    String unit = matcher.group(3).replaceAll("^[(](.*)[)]$", "$1");
    Matcher behind = BEHIND.matcher(unit);
    if (behind.matches()) {
      unit = behind.group(1);
      operator = matcher.group(1) == null ? operator(behind.group(2)) : operator;
    }
    BigDecimal number = new BigDecimal(matcher.group(2).replace(",", ""));
    boolean years = unit.equals("年") && number.intValue() < EARLIEST_YEAR;
    if (NOT_A_UNIT.matcher(unit).matches() && !years) {
      return words(ref, text);
    }
    return new Indicator.IndicatorValue(ref, operator, Optional.of(number), unit, text);
  }

  private static Indicator.IndicatorValue words(CellRef ref, String text) {
    return new Indicator.IndicatorValue(ref, "", Optional.empty(), "", text);
  }

  /** The operator as a sign; empty where none is meant. */
  static String operator(String printed) {
    if (printed == null) {
      return "";
    }
    return switch (printed) {
      case ">=", "≥", "⩾", "不少于", "不低于", "不小于", "大于等于", "大于或等于", "达到", "至少", "及以上", "以上" -> "≥";
      case "<=",
          "≤",
          "⩽",
          "不高于",
          "不超过",
          "不大于",
          "不多于",
          "小于等于",
          "小于或等于",
          "控制在",
          "及以下",
          "以下",
          "以内",
          "之内" ->
          "≤";
      case ">", "大于" -> ">";
      case "<", "小于" -> "<";
      case "=", "等于" -> "=";
      default -> "";
    };
  }

  /** A cell's value with what the columns 指标性质 and 度量单位 say of it. */
  static Indicator.IndicatorValue value(
      CellRef ref, CellValue value, String nature, String measure) {
    Indicator.IndicatorValue own =
        value instanceof CellValue.Number number
            ? new Indicator.IndicatorValue(
                ref,
                "",
                Optional.of(number.shown()),
                number.percent() ? Unit.PERCENT.label() : "",
                Labels.compact(value.text()))
            : parse(ref, value.text());
    if (own.number().isEmpty()) {
      return own;
    }
    String operator = operator(Labels.normal(nature));
    return new Indicator.IndicatorValue(
        ref,
        own.operator().isEmpty() ? operator : own.operator(),
        own.number(),
        own.unit().isEmpty() ? measure : own.unit(),
        own.text());
  }

  /** An indicator's value as a number of a table. */
  static Optional<NumberText> number(Indicator.IndicatorValue value, CellValue printed) {
    if (value.number().isEmpty()) {
      return Optional.empty();
    }
    Unit unit = value.unit().isEmpty() ? Unit.NONE : CellUnit.named(value.unit());
    BigDecimal shown = value.number().get();
    if (printed instanceof CellValue.Number number) {
      return Optional.of(new NumberText(number, Optional.of(unit)));
    }
    boolean percent = unit == Unit.PERCENT;
    BigDecimal stored = percent ? shown.movePointLeft(2) : shown;
    return Optional.of(
        new NumberText(
            new CellValue.Number(stored, shown, percent, printed.text()), Optional.of(unit)));
  }
}
