package cn.sunledger.check.equation;

import cn.sunledger.model.CellRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparisons of one check, each once, however many rules ask for it. */
public final class Ledger {
  private final List<Equation> equations = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> covered = new HashSet<>();

  /**
   * Takes a comparison in, unless the same one is there already.
   *
   * @param equation the comparison
   */
  public void add(Equation equation) {
    if (known.add(signature(equation))) {
      equations.add(equation.besideSecrets());
      stated(equation).forEach(cell -> covered.add(equation.axis() + " " + cell));
    }
  }

  /**
   * Whether some rule already says what a cell is the sum of, along an axis.
   *
   * @param axis the axis
   * @param cell the cell
   */
  public boolean covers(Axis axis, CellRef cell) {
    return covered.contains(axis + " " + cell);
  }

  /** The comparisons, in the order they came. */
  public List<Equation> equations() {
    return List.copyOf(equations);
  }

  /**
   * What tells one comparison from another: its cells and how they are compared.
   *
   * @param equation the comparison
   */
  public static String signature(Equation equation) {
    String parts =
        Stream.concat(
                equation.left().stream().map(part -> part.sign() + "@" + part.place().cell()),
                equation.right().stream().map(part -> -part.sign() + "@" + part.place().cell()))
            .sorted()
            .collect(Collectors.joining(";"));
    return equation.relation() + ":" + parts + ":" + equation.constant().toPlainString();
  }

  private static List<CellRef> stated(Equation equation) {
    return equation.left().size() == 1 ? List.of(equation.left().get(0).place().cell()) : List.of();
  }
}
