package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 发现的问题: one inconsistency, as a colleague would report it.
 *
 * @param rule id of the rule
 * @param severity how bad it is
 * @param message one Chinese sentence that says what is printed, what was expected and by how much
 *     it is off
 * @param table the table's name
 * @param cells the cell to look at first, then every other operand
 * @param stated what is printed; empty where nothing comparable is
 * @param expected what was expected
 * @param difference stated minus expected
 * @param allowed the rounding difference that would have been allowed
 * @param cause the likely cause in Chinese; empty where none is known
 * @param symptoms findings that follow from this one and are not counted by themselves
 * @param accepted the user's reason for accepting it
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    String table,
    List<CellRef> cells,
    String stated,
    String expected,
    String difference,
    String allowed,
    String cause,
    List<Finding> symptoms,
    Optional<String> accepted) {
  /** Copies the lists. */
  public Finding {
    cells = List.copyOf(cells);
    symptoms = List.copyOf(symptoms);
  }

  /**
   * The same finding, accepted.
   *
   * @param reason why
   */
  public Finding acceptedFor(String reason) {
    return new Finding(
        rule,
        severity,
        message,
        table,
        cells,
        stated,
        expected,
        difference,
        allowed,
        cause,
        symptoms,
        Optional.of(reason));
  }
}
