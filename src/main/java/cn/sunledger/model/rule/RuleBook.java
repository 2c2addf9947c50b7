package cn.sunledger.model.rule;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.TableLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 规则库: what one profile checks by.
 *
 * @param rules sorted by id
 * @param terms the names that formulas use
 * @param headings the known 科目; one that is not here is unknown, not wrong
 * @param renamed stale and wrong names of 科目
 * @param layouts the tables that rules may name
 */
public record RuleBook(
    List<ReconciliationRule> rules,
    Map<String, RuleTerm> terms,
    List<HeadingCode> headings,
    List<RenamedHeading> renamed,
    List<TableLayout> layouts) {
  private static final String REQUIRED_TABLES = "required_tables";

  /** Copies the collections. */
  public RuleBook {
    rules = List.copyOf(rules);
    terms = Map.copyOf(terms);
    headings = List.copyOf(headings);
    renamed = List.copyOf(renamed);
    layouts = List.copyOf(layouts);
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

  /**
   * The layout of a table that a rule names.
   *
   * @param titleOrId such as 收入支出决算总表
   * @return the layout, or empty where no layout has that name
   */
  public Optional<TableLayout> layout(String titleOrId) {
    return layouts.stream()
        .filter(
            layout -> layout.id().title().equals(titleOrId) || layout.id().id().equals(titleOrId))
        .findFirst();
  }

  /**
   * The tables that every workbook of a kind must hold; tables of some places only are not among
   * them.
   *
   * @param kind the kind of document
   * @return canonical titles
   */
  public Set<String> required(DocumentKind kind) {
    return rules.stream()
        .filter(rule -> rule.check().equals(REQUIRED_TABLES))
        .map(rule -> rule.scope().options().getOrDefault(kind.id(), ""))
        .flatMap(list -> Stream.of(list.split("\\s+")))
        .filter(title -> !title.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
