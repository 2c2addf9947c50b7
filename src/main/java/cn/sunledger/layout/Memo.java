package cn.sunledger.layout;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers that were worked out before, in one workbook or another. A key must hold all that its
 * answer depends on, so that it does not matter which thread asked first. When it is full it begins
 * anew.
 *
 * @param <K> what is asked
 * @param <V> the answer, which nobody changes
 */
final class Memo<K, V> {
  private final int most;
  private final Map<K, V> answers = new ConcurrentHashMap<>();

  /**
   * An empty memo.
   *
   * @param most how many answers it keeps
   */
  Memo(int most) {
    this.most = most;
  }

  /** The answer kept for a key, or null. */
  V get(K key) {
    return answers.get(key);
  }

  /** Keeps an answer, and gives it back. */
  V keep(K key, V answer) {
    if (answers.size() >= most) {
      answers.clear();
    }
    answers.put(key, answer);
    return answer;
  }
}
