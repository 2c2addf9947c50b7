package cn.sunledger.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * An amount that knows where it was read.
 *
 * @param amount the amount as shown
 * @param file the workbook's file name
 * @param cells the cell it stands in; several where it is the sum of their amounts (基本支出 = 人员经费 +
 *     公用经费)
 */
public record SourcedAmount(Amount amount, String file, List<CellRef> cells) {
  /** Copies the list, which must not be empty. */
  public SourcedAmount {
    cells = List.copyOf(cells);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("an amount without a cell: " + amount);
    }
  }

  /**
   * An amount printed in one cell.
   *
   * @param amount the amount as shown
   * @param file the workbook's file name
   * @param cell the cell
   */
  public SourcedAmount(Amount amount, String file, CellRef cell) {
    this(amount, file, List.of(cell));
  }

  /** The cell, or the first of its addends. */
  public CellRef cell() {
    return cells.get(0);
  }

  /**
   * The sum, which keeps the cells of both.
   *
   * @param other an amount of the same workbook and unit
   * @throws MixedUnitsException where the units differ
   */
  public SourcedAmount plus(SourcedAmount other) {
    return new SourcedAmount(
        amount.plus(other.amount),
        file,
        Stream.concat(cells.stream(), other.cells.stream()).toList());
  }
}
