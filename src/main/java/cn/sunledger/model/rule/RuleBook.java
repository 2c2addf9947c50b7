package cn.sunledger.model.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 规则库: what one profile checks by.
 *
 * @param rules sorted by id
 * @param terms the names that formulas use
 * @param headings the known 科目; one that is not here is unknown, not wrong
 * @param renamed stale and wrong names of 科目
 */
public record RuleBook(
    List<ReconciliationRule> rules,
    Map<String, RuleTerm> terms,
    List<HeadingCode> headings,
    List<RenamedHeading> renamed) {
  /** Copies the collections. */
  public RuleBook {
    rules = List.copyOf(rules);
    terms = Map.copyOf(terms);
    headings = List.copyOf(headings);
    renamed = List.copyOf(renamed);
  }

  /**
   * The rule with an id.
   *
   * @param id such as {@code T-10}
   * @return the rule, or empty where there is none
   */
  public Optional<ReconciliationRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
