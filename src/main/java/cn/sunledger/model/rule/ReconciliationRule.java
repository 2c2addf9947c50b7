package cn.sunledger.model.rule;

import cn.sunledger.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * 勾稽关系: one rule of the book.
 *
 * @param id never reused
 * @param since first fiscal year it holds for, if it has one
 * @param until last fiscal year it holds for, if it has one
 * @param title what it says, in a few words
 * @param scope what it runs over
 * @param formulas what must hold; empty where a Java rule decides
 * @param check name of the Java rule; empty where formulas decide
 * @param tolerance how far the sides may be apart
 * @param severity how bad a breach is
 * @param message the sentence for a breach, with placeholders; empty for the usual one
 * @param why the form or the regulation it comes from
 * @param good cases that hold
 * @param bad cases that do not
 * @param file the rule file
 */
public record ReconciliationRule(
    String id,
    Optional<Integer> since,
    Optional<Integer> until,
    String title,
    RuleScope scope,
    List<Formula> formulas,
    String check,
    RuleTolerance tolerance,
    Severity severity,
    String message,
    String why,
    List<RuleExample> good,
    List<RuleExample> bad,
    String file) {
  /** Copies the lists. */
  public ReconciliationRule {
    formulas = List.copyOf(formulas);
    good = List.copyOf(good);
    bad = List.copyOf(bad);
  }

  /**
   * Whether the rule is in force in a fiscal year.
   *
   * @param year the year; a document without one is checked by every rule
   */
  public boolean inForce(Optional<Integer> year) {
    return year.isEmpty()
        || (since.map(first -> first <= year.get()).orElse(true)
            && until.map(last -> last >= year.get()).orElse(true));
  }
}
