package cn.sunledger.verify.read;

import cn.sunledger.model.Fund;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.text.Token.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a figure is said to be of.
 *
 * @param measures the concepts, any of which may be meant; empty where an item alone is named
 * @param funds the funds named; empty where none is
 * @param label the item's name in normal form; empty where none is named
 * @param path names marked with their level, from outside in; empty where none are marked
 * @param code the subject's code, if it is printed
 * @param stage the stage named
 * @param year the year named: 0 none
 * @param covered whether every word of the phrase was understood
 * @param generic whether it names nothing by itself (支出决算, 预算数) and carries on what was said
 * @param text the phrase as printed
 */
public record Subject(
    Set<String> measures,
    Set<Fund> funds,
    String label,
    List<Level> path,
    String code,
    Optional<Stage> stage,
    int year,
    boolean covered,
    boolean generic,
    String text) {
  /** Copies the collections. */
  public Subject {
    measures = Set.copyOf(measures);
    funds = Set.copyOf(funds);
    path = List.copyOf(path);
  }

  /** Whether an item is named. */
  public boolean isItem() {
    return !label.isEmpty() || !path.isEmpty();
  }

  /** Whether it names anything that the tables could hold. */
  public boolean isKnown() {
    return isItem() || !measures.isEmpty() || !funds.isEmpty();
  }

  /** The item's own name: the innermost marked one, else the label. */
  public String itemName() {
    return path.isEmpty() ? label : path.get(path.size() - 1).name();
  }

  /**
   * Whether it speaks of one of these concepts and of no item.
   *
   * @param measure a concept
   */
  public boolean isConcept(String measure) {
    return !isItem() && measures.contains(measure);
  }

  /** Whether it says 总收入 or 支出总计: the sum that carry-overs are a part of. */
  public boolean isGrand() {
    return text.matches(".*(?:总收入|总支出|总收支|收支总|[入支出计和、]总计|收、支总).*");
  }

  /** The same, of which it is not sure what it names. */
  Subject doubtful() {
    return new Subject(measures, funds, label, path, code, stage, year, false, false, text);
  }

  /** The same, of a concept. */
  Subject of(Set<String> concept) {
    return new Subject(concept, funds, label, path, code, stage, year, covered, false, text);
  }

  /** 本部门预算…: the sum of income or of expense, which the words leave open. */
  Subject wholeBudget() {
    return of(
        Set.of(
            "income_grand_total",
            "expense_grand_total",
            "income_current_year_total",
            "expense_current_year_total"));
  }

  /** The same without stage and year. */
  public Subject bare() {
    return new Subject(
        measures, funds, label, path, code, Optional.empty(), 0, covered, generic, text);
  }

  /**
   * Whether both name the same thing, whatever stage and year.
   *
   * @param other another subject
   */
  public boolean names(Subject other) {
    boolean sure = covered && other.covered || text.equals(other.text);
    return sure
        && measures.equals(other.measures)
        && funds.equals(other.funds)
        && label.equals(other.label)
        && path.equals(other.path);
  }

  /** The same, of other funds. */
  Subject withFunds(Set<Fund> others) {
    return new Subject(measures, others, label, path, code, stage, year, covered, generic, text);
  }
}
