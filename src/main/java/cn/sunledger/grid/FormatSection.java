package cn.sunledger.grid;

import cn.sunledger.grid.FormatToken.Kind;
import java.util.List;

/**
 * One section of a number format code.
 *
 * @param tokens its pieces in order
 * @param condition its own condition; null where none is written
 * @param chineseDigits the n of {@code [DBNumn]}; 0 where none is written
 */
record FormatSection(List<FormatToken> tokens, FormatCondition condition, int chineseDigits) {
  FormatSection {
    tokens = List.copyOf(tokens);
  }

  boolean has(Kind kind) {
    return tokens.stream().anyMatch(token -> token.is(kind));
  }

  boolean hasDigits() {
    return has(Kind.DIGIT);
  }

  /**
   * Whether it shows a date or a time. A section with {@code #} is a number even where a writer
   * forgot to quote a unit such as {@code USD}.
   */
  boolean date() {
    boolean letters =
        tokens.stream()
            .anyMatch(t -> t.is(Kind.DATE) && "ymdhs[a上".indexOf(t.text().charAt(0)) >= 0);
    boolean year = has(Kind.DATE) && !hasDigits();
    return (letters || year)
        && tokens.stream().noneMatch(t -> t.is(Kind.DIGIT) && t.text().equals("#"));
  }

  boolean fraction() {
    return has(Kind.SLASH) && hasDigits() && !date();
  }

  int percents() {
    return (int) tokens.stream().filter(token -> token.is(Kind.PERCENT)).count();
  }

  /** The number of digits behind the decimal point. */
  int decimals() {
    int decimals = 0;
    boolean behind = false;
    for (FormatToken token : tokens) {
      if (token.is(Kind.EXPONENT)) {
        break;
      }
      behind |= token.is(Kind.POINT);
      decimals += behind && token.is(Kind.DIGIT) ? 1 : 0;
    }
    return decimals;
  }
}
