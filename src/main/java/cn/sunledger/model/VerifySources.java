package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * What a narrative is checked against.
 *
 * @param current the workbook it explains
 * @param budget this year's budget, beside final accounts
 * @param previous last year's workbook of the same kind
 * @param others further workbooks of the department (绩效自评 …); they may confirm a figure, but a
 *     difference from them is no mistake
 */
public record VerifySources(
    Disclosure current,
    Optional<Disclosure> budget,
    Optional<Disclosure> previous,
    List<Disclosure> others) {
  /** Copies the list. */
  public VerifySources {
    others = List.copyOf(others);
  }
}
