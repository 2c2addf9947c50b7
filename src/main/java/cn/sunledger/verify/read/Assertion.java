package cn.sunledger.verify.read;

import cn.sunledger.model.Stage;
import cn.sunledger.verify.text.Token;
import java.util.List;
import java.util.Optional;

/** What a narrative says without a figure of its own. */
public sealed interface Assertion {
  /** The paragraph's index. */
  int paragraph();

  /** First folded character. */
  int start();

  /** One behind the last folded character. */
  int end();

  /**
   * 持平: it did not change.
   *
   * @param statement of what
   * @param word the word that says so
   * @param basis against what
   * @param nearly whether it says 基本持平
   * @param paragraph the paragraph's index
   * @param start first folded character
   * @param end one behind the last
   */
  record Unchanged(
      Statement statement,
      Token word,
      Basis basis,
      boolean nearly,
      int paragraph,
      int start,
      int end)
      implements Assertion {}

  /**
   * 大于, 小于: how two stages of one subject compare.
   *
   * @param statement of what
   * @param word the word that says so
   * @param sign 1 for 大于, −1 for 小于, 0 for 等于
   * @param right the stage compared with; empty where 预算 alone is named
   * @param paragraph the paragraph's index
   * @param start first folded character
   * @param end one behind the last
   */
  record Order(
      Statement statement,
      Token word,
      int sign,
      Optional<Stage> right,
      int paragraph,
      int start,
      int end)
      implements Assertion {}

  /**
   * 主要包括…: the items that an amount consists of.
   *
   * @param statement the amount
   * @param names the items
   * @param open whether it ends with 等
   * @param paragraph the paragraph's index
   * @param start first folded character
   * @param end one behind the last
   */
  record Listing(
      Statement statement, List<Name> names, boolean open, int paragraph, int start, int end)
      implements Assertion {
    /** Copies the list. */
    public Listing {
      names = List.copyOf(names);
    }

    /**
     * A listed name.
     *
     * @param text in normal form
     * @param start first folded character
     * @param end one behind the last
     */
    public record Name(String text, int start, int end) {}
  }

  /**
   * 无…: that there is nothing of a kind.
   *
   * @param subject of what there is nothing
   * @param word the word that says so
   * @param place where it stands
   * @param paragraph the paragraph's index
   * @param start first folded character
   * @param end one behind the last
   */
  record Absence(
      Subject subject, Token word, Statement.Place place, int paragraph, int start, int end)
      implements Assertion {}
}
