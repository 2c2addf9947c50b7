package cn.sunledger.grid;

import cn.sunledger.grid.FormatToken.Kind;
import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number format code, such as {@code #,##0.00;[Red]-#,##0.00}: what a number looks like in a
 * cell.
 *
 * <p>It follows what Excel shows with three exceptions that keep values whole: the general format
 * gives all 15 significant digits however narrow the column; a date becomes its ISO form, whichever
 * part of it the format shows; and a number that a format hides ({@code ;;;}) is still delivered,
 * with an empty printed text.
 */
final class NumberFormatCode {
  /** Codes come from files: a bound keeps a hostile folder from filling the memory. */
  private static final int MOST_CACHED = 4_096;

  private static final ConcurrentHashMap<String, NumberFormatCode> CACHE =
      new ConcurrentHashMap<>();

  static final NumberFormatCode GENERAL = of("General");

  private final String code;
  private final List<FormatSection> sections;
  private final boolean conditional;

  private NumberFormatCode(String code) {
    this.code = code;
    List<FormatSection> read = new ArrayList<>();
    for (String section : FormatTokenizer.sections(code)) {
      read.add(FormatTokenizer.section(section));
    }
    // the last section may be meant for texts; it then says nothing of numbers
    int last = Math.min(read.size(), 4) - 1;
    if (last > 0 && (last == 3 || read.get(last).has(Kind.TEXT))) {
      read = read.subList(0, last);
    }
    sections = List.copyOf(read);
    conditional = sections.stream().anyMatch(section -> section.condition() != null);
  }

  /** The format of a code; {@code General} for an empty one. */
  static NumberFormatCode of(String code) {
    String key = code == null || code.isBlank() ? "General" : code;
    NumberFormatCode known = CACHE.get(key);
    if (known != null) {
      return known;
    }
    NumberFormatCode made = new NumberFormatCode(key);
    if (CACHE.size() < MOST_CACHED) {
      CACHE.put(key, made);
    }
    return made;
  }

  /** The code as the file has it. */
  String code() {
    return code;
  }

  /**
   * A number as a cell with this format holds and shows it.
   *
   * @param stored the number as the file stores it
   * @param date1904 whether the workbook counts its days from 1904
   * @return a number, or the ISO text of a date or time
   */
  CellValue value(BigDecimal stored, boolean date1904) {
    BigDecimal held = Decimals.fifteenDigits(stored);
    if (this == GENERAL) {
      return number(stored, held, false, Decimals.plain(held));
    }
    int index = sectionFor(held);
    if (index < 0) {
      return GENERAL.value(stored, date1904);
    }
    FormatSection section = sections.get(index);
    if (section.date()) {
      String iso = SerialDate.iso(held, section, date1904);
      if (iso != null) {
        return new CellValue.Text(iso);
      }
      return number(stored, held, false, Decimals.plain(held));
    }
    return printed(stored, held, section, held.signum() < 0 && !saysSign(index));
  }

  private CellValue printed(
      BigDecimal stored, BigDecimal held, FormatSection section, boolean minus) {
    boolean percent = section.percents() > 0;
    NumberPattern.Printed printed;
    if (section.fraction()) {
      printed = new NumberPattern.Printed(Decimals.plain(held.abs()), held.abs());
    } else if (section.hasDigits()) {
      printed = section.pattern().print(held.abs());
      if (!hasDigit(printed.text())) {
        return undigested(stored, held, printed.text());
      }
    } else if (section.has(Kind.GENERAL) || section.has(Kind.TEXT)) {
      printed = general(section, held.abs());
    } else {
      return literal(stored, held, section);
    }
    BigDecimal shown = held.signum() < 0 ? printed.shown().negate() : printed.shown();
    return number(stored, shown, percent, (minus ? "-" : "") + printed.text());
  }

  private static boolean hasDigit(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static NumberPattern.Printed general(FormatSection section, BigDecimal value) {
    StringBuilder text = new StringBuilder();
    BigDecimal shown = value.movePointRight(2 * section.percents());
    for (FormatToken token : section.tokens()) {
      switch (token.kind()) {
        case GENERAL, TEXT -> text.append(Decimals.plain(shown));
        case LITERAL, PERCENT, COMMA, POINT -> text.append(token.text());
        default -> {}
      }
    }
    return new NumberPattern.Printed(text.toString().strip(), shown);
  }

  /** A section without digits: a dash for zero, or nothing; the number itself is still known. */
  private CellValue literal(BigDecimal stored, BigDecimal held, FormatSection section) {
    StringBuilder text = new StringBuilder();
    for (FormatToken token : section.tokens()) {
      if (!token.is(Kind.PAD)) {
        text.append(token.text());
      }
    }
    return undigested(stored, held, text.toString().strip());
  }

  /** Printed without a digit; a zero then has as many decimals as the numbers around it. */
  private CellValue undigested(BigDecimal stored, BigDecimal held, String text) {
    FormatSection digits =
        sections.stream()
            .filter(section -> section.hasDigits() && !section.fraction() && !section.date())
            .findFirst()
            .orElse(null);
    boolean percent = digits != null && digits.percents() > 0;
    BigDecimal shown = percent ? held.movePointRight(2) : held;
    if (shown.signum() == 0 && digits != null) {
      shown = shown.setScale(digits.pattern().decimals());
    }
    return number(stored, Decimals.atLeastUnits(shown), percent, text);
  }

  private static CellValue number(
      BigDecimal stored, BigDecimal shown, boolean percent, String text) {
    return new CellValue.Number(stored, shown, percent, text);
  }

  /** The place of the section for a number; -1 where every section's condition keeps it out. */
  private int sectionFor(BigDecimal value) {
    int count = sections.size();
    if (!conditional) {
      return value.signum() < 0 && count > 1 ? 1 : value.signum() == 0 && count > 2 ? 2 : 0;
    }
    for (int i = 0; i < count; i++) {
      FormatCondition condition = sections.get(i).condition();
      if (condition != null ? condition.admits(value) : takesTheRest(i, value)) {
        return i;
      }
    }
    return -1;
  }

  /** What a section without a condition takes beside sections with one. */
  private boolean takesTheRest(int index, BigDecimal value) {
    return index == sections.size() - 1 || (index == 0 ? value.signum() > 0 : value.signum() < 0);
  }

  /** Whether a section shows negative numbers in its own way, so that no minus is put before it. */
  private boolean saysSign(int index) {
    if (!conditional) {
      return index == 1;
    }
    FormatCondition own = sections.get(index).condition();
    if (own != null) {
      return own.onlyNegative();
    }
    FormatCondition first = sections.get(0).condition();
    return index == 1 && (sections.size() > 2 || first != null && first.leavesNegative());
  }
}
