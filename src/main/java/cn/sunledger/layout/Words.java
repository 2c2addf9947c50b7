package cn.sunledger.layout;

import java.util.HashMap;
import java.util.Map;

/** The texts of one workbook: most labels stand in it many times. */
final class Words {
  private final Map<String, Word> words = new HashMap<>();

  /** The word of a printed text. */
  Word of(String printed) {
    Word word = words.get(printed);
    if (word == null) {
      word = new Word(printed);
      words.put(printed, word);
    }
    return word;
  }
}
