package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 用语: what a header or a label means.
 *
 * @param labels the wordings, in normal form
 * @param where {@code column}, {@code line}, or empty for both
 * @param block 收入 or 支出 where it holds on one side only, else empty
 * @param fund the fund it names
 * @param stage the stage it names
 * @param measure the concept it names
 * @param unit the unit it implies
 */
public record Term(
    List<String> labels,
    String where,
    String block,
    Optional<Fund> fund,
    Optional<Stage> stage,
    Optional<String> measure,
    Optional<Unit> unit) {
  /** Copies the list. */
  public Term {
    labels = List.copyOf(labels);
  }
}
