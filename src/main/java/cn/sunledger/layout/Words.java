package cn.sunledger.layout;

/**
 * Texts that were met before: the labels of published tables are the same in workbook after
 * workbook. Long prose is not kept. Safe for several threads.
 */
final class Words {
  private static final int LONGEST = 120;
  private static final int MOST = 20_000;

  private final Memo<String, Word> words = new Memo<>(MOST);

  /** The word of a printed text. */
  Word of(String printed) {
    Word word = words.get(printed);
    if (word != null) {
      return word;
    }
    word = new Word(printed);
    return printed.length() <= LONGEST ? words.keep(printed, word) : word;
  }
}
