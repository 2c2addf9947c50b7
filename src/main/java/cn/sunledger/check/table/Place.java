package cn.sunledger.check.table;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an amount stands or could stand.
 *
 * @param table its table
 * @param line its line
 * @param column its column
 * @param fact the amount; empty where the cell is blank
 * @param marked whether a dash or a word stands where the amount could stand
 * @param withheld whether it says that the amount is kept secret
 * @param usualDigits decimal places that most amounts of the table print
 */
public record Place(
    DisclosureTable table,
    TableLine line,
    TableColumn column,
    Optional<Fact> fact,
    boolean marked,
    boolean withheld,
    int usualDigits) {
  private static final Pattern POINTS =
      Pattern.compile("perf_(?:weight|score|exec_rate|total_weight|total_score).*");

  /** The cell. */
  public CellRef cell() {
    return fact.map(Fact::cell)
        .orElseGet(() -> new CellRef(line.labelCell().sheet(), line.row(), column.column()));
  }

  /** The amount as shown; a blank cell adds nothing. */
  public BigDecimal value() {
    return fact.map(Fact::value).orElse(BigDecimal.ZERO);
  }

  /** The amount as stored; a blank cell adds nothing. */
  public BigDecimal stored() {
    return fact.map(fact -> fact.number().stored()).orElse(BigDecimal.ZERO);
  }

  /** What the amount counts in. */
  public Unit unit() {
    return fact.map(Fact::unit).orElse(column.unit());
  }

  /**
   * The decimal places known: those printed, or those usual where the cell drops trailing zeros.
   */
  public int digits() {
    return fact.map(f -> Math.max(f.value().scale(), usualDigits)).orElse(usualDigits);
  }

  /**
   * Whether it could add up: rates, weights and scores do not as money does, nor do the targets and
   * results of indicators, whose grid may stand under the columns of amounts of the same form.
   */
  public boolean addable() {
    return unit() != Unit.PERCENT
        && column.measure().map(Place::isAmount).orElse(true)
        && fact.map(own -> isAmount(own.measure())).orElse(true)
        && !TotalWords.rate(line.label())
        && !TotalWords.rate(column.label());
  }

  private static boolean isAmount(String measure) {
    return !measure.startsWith("indicator")
        && !(measure.startsWith("perf_") && POINTS.matcher(measure).matches());
  }

  /** Whether nothing is printed. */
  public boolean blank() {
    return fact.isEmpty();
  }

  /** Whether it adds nothing: blank, or a printed zero. */
  public boolean zero() {
    return value().signum() == 0;
  }

  /** The amount as printed; 空白 where the cell is blank. */
  public String shown() {
    return fact.map(f -> f.value().toPlainString()).orElse("空白");
  }
}
