package cn.sunledger.layout;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts that were met before: the labels of published tables are the same in workbook after
 * workbook. Prose is not kept. Safe for several threads.
 */
final class Words {
  private static final int LONGEST = 60;
  private static final int MOST = 20_000;

  private final Map<String, Word> words = new ConcurrentHashMap<>();

  /** The word of a printed text. */
  Word of(String printed) {
    Word word = words.get(printed);
    if (word != null) {
      return word;
    }
    word = new Word(printed);
    if (printed.length() <= LONGEST) {
      if (words.size() >= MOST) {
        words.clear();
      }
      words.put(printed, word);
    }
    return word;
  }
}
