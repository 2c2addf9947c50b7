package cn.sunledger.layout;

/**
 * What a look at its characters does not rule out of a text, so that whole rows can be passed over.
 */
enum Hint {
  /** It may be a title. */
  TITLE {
    @Override
    boolean in(String text) {
      return text.indexOf('表') >= 0 || text.indexOf('览') >= 0;
    }
  },
  /** It may head indicators or their values. */
  INDICATORS {
    @Override
    boolean in(String text) {
      return text.indexOf('标') >= 0 || text.contains("权重") || text.contains("分值");
    }
  },
  /** It may name a row of column numbers. */
  COLUMN_NUMBERS {
    @Override
    boolean in(String text) {
      return text.indexOf('栏') >= 0;
    }
  };

  private static final Hint[] ALL = values();

  /** Whether a text gives the hint. */
  abstract boolean in(String text);

  /** The bit that stands for it. */
  int bit() {
    return 1 << ordinal();
  }

  /** The bits of all hints that a text gives. */
  static int of(String text) {
    int hints = 0;
    for (Hint hint : ALL) {
      hints |= hint.in(text) ? hint.bit() : 0;
    }
    return hints;
  }
}
