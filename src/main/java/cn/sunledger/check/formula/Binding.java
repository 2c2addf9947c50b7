package cn.sunledger.check.formula;

import cn.sunledger.check.equation.Equation;
import java.util.List;

/**
 * What a formula comes to in a workbook.
 *
 * @param equations the comparisons it asks for
 * @param missing why it could not be applied where it could not, in Chinese
 */
public record Binding(List<Equation> equations, List<String> missing) {
  /** Copies the lists. */
  public Binding {
    equations = List.copyOf(equations);
    missing = List.copyOf(missing);
  }
}
