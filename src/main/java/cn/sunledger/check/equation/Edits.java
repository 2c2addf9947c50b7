package cn.sunledger.check.equation;

import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the workbook would say if some cells were put right.
 *
 * @param values the cells' supposed amounts
 * @param powers by which power of ten cells were scaled, where they were: their last digit, and
 *     with it the rounding it hides, is scaled as well
 */
public record Edits(Map<CellRef, BigDecimal> values, Map<CellRef, Integer> powers) {
  /** No cell is touched. */
  public static final Edits NONE = new Edits(Map.of());

  /** Copies the maps. */
  public Edits {
    values = Map.copyOf(values);
    powers = Map.copyOf(powers);
  }

  /**
   * Cells are otherwise, at their own digits.
   *
   * @param values the cells' supposed amounts
   */
  public Edits(Map<CellRef, BigDecimal> values) {
    this(values, Map.of());
  }

  /**
   * One cell is touched.
   *
   * @param cell the cell
   * @param value its supposed amount
   */
  public static Edits of(CellRef cell, BigDecimal value) {
    return new Edits(Map.of(cell, value));
  }

  /**
   * These edits and others over them.
   *
   * @param others the others
   */
  public Edits and(Edits others) {
    Map<CellRef, BigDecimal> all = new HashMap<>(values);
    all.putAll(others.values);
    Map<CellRef, Integer> scaled = new HashMap<>(powers);
    scaled.putAll(others.powers);
    return new Edits(all, scaled);
  }

  /**
   * The amount of a place: the supposed one, else the printed one.
   *
   * @param place the place
   */
  public BigDecimal shown(Place place) {
    BigDecimal edited = values.get(place.cell());
    return edited == null ? place.value() : edited;
  }

  boolean touches(Place place) {
    return values.containsKey(place.cell());
  }
}
