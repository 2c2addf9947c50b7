package cn.sunledger.narrative;

import java.util.List;

/**
 * One item that the text speaks of.
 *
 * @param key its key in the comparison
 * @param code subject code; may be empty
 * @param name its name as the table prints it, with full-width brackets
 * @param path names of 类, 款 and 项 down to it; empty where it is no subject
 * @param current 决算数, or 预算数 of a budget
 * @param original 年初预算数
 * @param revised 全年预算数
 * @param prior last year's figure
 * @param whole what its share is of
 * @param unplanned whether the budget is known not to contain it
 * @param fresh whether last year is known not to contain it
 * @param preferRevised whether it is held against 全年预算 where both budgets are known
 * @param place its place in the list that it was taken from, from 1; 0 where it is in none
 */
record Item(
    String key,
    String code,
    String name,
    List<String> path,
    Figure current,
    Figure original,
    Figure revised,
    Figure prior,
    Figure whole,
    boolean unplanned,
    boolean fresh,
    boolean preferRevised,
    int place) {
  /** The same item at a place of a list. */
  Item at(int newPlace) {
    return new Item(
        key,
        code,
        name,
        path,
        current,
        original,
        revised,
        prior,
        whole,
        unplanned,
        fresh,
        preferRevised,
        newPlace);
  }

  /** The same item, held against 全年预算 where that is known. */
  Item againstRevised() {
    return new Item(
        key, code, name, path, current, original, revised, prior, whole, unplanned, fresh, true,
        place);
  }

  /** Whether 全年预算 is what the item is held against. */
  boolean usesRevised() {
    return revised.known() && (preferRevised || !original.known());
  }

  /** The budget that the item is held against. */
  Figure budget() {
    return usesRevised() ? revised : original;
  }
}
