package cn.sunledger.annotate.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in a cell of sunledger's own sheets. */
public sealed interface CellContent {
  /** The content as a person reads it. */
  String text();

  /** Nothing but its look. */
  record Empty() implements CellContent {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * A text, some of whose stretches stand out.
   *
   * @param runs its stretches
   */
  record Words(List<Run> runs) implements CellContent {
    /** Copies the list. */
    public Words {
      runs = List.copyOf(runs);
    }

    /** A text of one stretch. */
    public static Words of(String text) {
      return new Words(List.of(new Run(text, false)));
    }

    @Override
    public String text() {
      return runs.stream().map(Run::text).collect(Collectors.joining());
    }
  }

  /**
   * A stretch of text.
   *
   * @param text the text
   * @param standsOut whether it catches the eye
   */
  record Run(String text, boolean standsOut) {}

  /**
   * A number.
   *
   * @param value the number
   */
  record Figure(BigDecimal value) implements CellContent {
    @Override
    public String text() {
      return value.toPlainString();
    }
  }

  /**
   * A formula with its result, so that viewers which do not calculate show it too.
   *
   * @param expression without the equals sign
   * @param number the result, where it is a number
   * @param text the result as text
   */
  record Formula(String expression, Optional<BigDecimal> number, String text)
      implements CellContent {}
}
