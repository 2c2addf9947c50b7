package cn.sunledger.grid;

import cn.sunledger.grid.FormatToken.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One section of a number format code. */
final class FormatSection {
  private final List<FormatToken> tokens;
  private final FormatCondition condition;
  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final boolean date;
  private final int percents;
  private final NumberPattern pattern;

  /**
   * Takes a section apart.
   *
   * @param tokens its pieces in order
   * @param condition its own condition; null where none is written
   */
  FormatSection(List<FormatToken> tokens, FormatCondition condition) {
    this.tokens = List.copyOf(tokens);
    this.condition = condition;
    this.tokens.forEach(token -> kinds.add(token.kind()));
    this.date = isDate();
    this.percents = (int) tokens.stream().filter(token -> token.is(Kind.PERCENT)).count();
    this.pattern = has(Kind.DIGIT) ? new NumberPattern(this.tokens, percents) : null;
  }

  /**
   * Whether letters of a date make it one. Digits stand in a date only behind the seconds, so that
   * a section that begins with digits is a number even where a writer forgot to quote a unit such
   * as {@code USD}; and {@code #} stands in no date.
   */
  private boolean isDate() {
    for (FormatToken token : tokens) {
      if (token.is(Kind.DIGIT)) {
        return false;
      }
      if (token.is(Kind.DATE) && "ymdhs[a上".indexOf(token.letter()) >= 0) {
        return tokens.stream().noneMatch(t -> t.is(Kind.DIGIT) && t.text().equals("#"));
      }
    }
    return has(Kind.DATE);
  }

  List<FormatToken> tokens() {
    return tokens;
  }

  FormatCondition condition() {
    return condition;
  }

  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  boolean hasDigits() {
    return pattern != null;
  }

  /** Whether it shows a date or a time. */
  boolean date() {
    return date;
  }

  boolean fraction() {
    return has(Kind.SLASH) && hasDigits() && !date;
  }

  int percents() {
    return percents;
  }

  /** How its digits are laid out; null where it has none. */
  NumberPattern pattern() {
    return pattern;
  }
}
