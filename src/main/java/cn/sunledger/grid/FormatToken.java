package cn.sunledger.grid;

/**
 * One piece of a number format code.
 *
 * @param kind what it is
 * @param text its characters: the literal's text, the placeholder, the letters of a date part
 */
record FormatToken(Kind kind, String text) {
  /** What a piece of a format code does. */
  enum Kind {
    /** Printed as it is. */
    LITERAL,
    /** {@code 0}, {@code #} or {@code ?}. */
    DIGIT,
    /** The decimal point. */
    POINT,
    /** A comma: grouping or scaling, by its place. */
    COMMA,
    /** {@code %}. */
    PERCENT,
    /** {@code E+} or {@code E-}. */
    EXPONENT,
    /** The stroke of a fraction. */
    SLASH,
    /** {@code @}. */
    TEXT,
    /** {@code General}. */
    GENERAL,
    /** Letters of a date or a time, elapsed ones in brackets. */
    DATE,
    /** Room or filling ({@code _x}, {@code *x}), which prints nothing that can be read. */
    PAD
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** The first letter of a date part, in small. */
  char letter() {
    return Character.toLowerCase(text.charAt(0));
  }
}
