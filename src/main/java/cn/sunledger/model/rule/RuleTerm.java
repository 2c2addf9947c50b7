package cn.sunledger.model.rule;

import java.util.List;

/**
 * 术语: a name that formulas use, and how the tables print it.
 *
 * @param name as in formulas
 * @param measures the concepts it stands for ({@code carry_in_total} …)
 * @param labels printed labels, in normal form; {@code *} at the end stands for any rest, {@code
 *     甲/乙} for 乙 under the heading 甲
 */
public record RuleTerm(String name, List<String> measures, List<String> labels) {
  /** Copies the lists. */
  public RuleTerm {
    measures = List.copyOf(measures);
    labels = List.copyOf(labels);
  }
}
