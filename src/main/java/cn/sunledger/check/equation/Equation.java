package cn.sunledger.check.equation;

import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.Secrecy;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * 等式: one comparison of one rule, over cells.
 *
 * @param rule the rule
 * @param formula the rule's formula in its own words; for the rules in Java, what they compare
 * @param table the table it is told under
 * @param axis which way it runs
 * @param left the side that states
 * @param relation how the sides must stand
 * @param right the side that is computed
 * @param constant a number the form fixes, added to the right side
 * @param lacking tables that were looked into and do not list what is compared
 * @param family equations that stand or fall together as a reading of the table; empty where the
 *     form leaves no doubt that they must hold
 */
public record Equation(
    ReconciliationRule rule,
    String formula,
    DisclosureTable table,
    Axis axis,
    List<Part> left,
    Relation relation,
    List<Part> right,
    BigDecimal constant,
    List<DisclosureTable> lacking,
    String family) {
  /** Copies the lists. */
  public Equation {
    left = List.copyOf(left);
    right = List.copyOf(right);
    lacking = List.copyOf(lacking);
  }

  /**
   * An equation between amounts that are all there.
   *
   * @param rule the rule
   * @param formula what is compared, in its own words
   * @param table the table it is told under
   * @param axis which way it runs
   * @param left the side that states
   * @param relation how the sides must stand
   * @param right the side that is computed
   * @param constant a number the form fixes, added to the right side
   * @param family equations that stand or fall together; empty for none
   */
  public Equation(
      ReconciliationRule rule,
      String formula,
      DisclosureTable table,
      Axis axis,
      List<Part> left,
      Relation relation,
      List<Part> right,
      BigDecimal constant,
      String family) {
    this(rule, formula, table, axis, left, relation, right, constant, List.of(), family);
  }

  /**
   * An equation of a formula.
   *
   * @param rule the rule
   * @param formula the rule's formula
   * @param table the table it is told under
   * @param axis which way it runs
   * @param left the side that states
   * @param right the side that is computed
   */
  public static Equation of(
      ReconciliationRule rule,
      Formula formula,
      DisclosureTable table,
      Axis axis,
      List<Part> left,
      List<Part> right) {
    return new Equation(
        rule,
        formula.text(),
        table,
        axis,
        left,
        formula.relation(),
        right,
        BigDecimal.ZERO,
        familyOf(rule, table));
  }

  /**
   * The family of a rule's equations in a table: none where the form leaves no doubt; one where
   * practice differs between places and most of them must bear the rule out.
   *
   * @param rule the rule
   * @param table the table
   */
  public static String familyOf(ReconciliationRule rule, DisclosureTable table) {
    return rule.scope().options().getOrDefault("certain", "yes").equals("no")
        ? rule.id() + " " + table.titleCell()
        : "";
  }

  /**
   * The same comparison as one of a family.
   *
   * @param other the family
   */
  public Equation in(String other) {
    return new Equation(
        rule, formula, table, axis, left, relation, right, constant, lacking, other);
  }

  /**
   * The same comparison, with the tables that do not list what is compared.
   *
   * @param tables the tables
   */
  public Equation without(List<DisclosureTable> tables) {
    return new Equation(
        rule, formula, table, axis, left, relation, right, constant, tables, family);
  }

  /** All amounts, the stated ones first. */
  public List<Part> parts() {
    return Stream.concat(left.stream(), right.stream()).toList();
  }

  /** All places, the stated ones first, each once. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Part part : parts()) {
      if (places.stream().noneMatch(place -> place.cell().equals(part.place().cell()))) {
        places.add(part.place());
      }
    }
    return places;
  }

  /**
   * The same comparison where the table says that it leaves secret rows out: what is listed is part
   * of the total then, and no longer all of it.
   */
  Equation besideSecrets() {
    boolean partial =
        relation == Relation.EQUAL
            && axis == Axis.COLUMN
            && left.size() == 1
            && constant.signum() == 0
            && Secrecy.leavesOut(table);
    return partial
        ? new Equation(
            rule, formula, table, axis, left, Relation.AT_LEAST, right, constant, lacking, family)
        : this;
  }

  /**
   * Whether nothing is printed in any of its places, dashes on a whole side, or **** in any of
   * them.
   */
  public boolean vacuous() {
    return parts().stream().anyMatch(part -> part.place().withheld()) || unprinted();
  }

  private boolean unprinted() {
    return parts().stream().allMatch(part -> part.place().blank()) || marked(left) || marked(right);
  }

  private static boolean marked(List<Part> side) {
    return !side.isEmpty() && side.stream().allMatch(part -> part.place().marked());
  }

  /**
   * Compares the sides.
   *
   * @param edits what is supposed of some cells
   */
  public Balance balance(Edits edits) {
    return new Weighing(this, edits).balance();
  }
}
