package cn.sunledger.model.rule;

import java.util.List;

/**
 * 勾稽公式: two sides and how they must stand to each other.
 *
 * @param text as written in the rule file
 * @param left the side that states, such as a total
 * @param relation =, ≤ or ≥
 * @param right the side that is computed
 */
public record Formula(
    String text, List<FormulaTerm> left, Relation relation, List<FormulaTerm> right) {
  /** Copies the lists. */
  public Formula {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }
}
