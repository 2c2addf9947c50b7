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
 */
public record Edits(Map<CellRef, BigDecimal> values) {
  /** No cell is touched. */
  public static final Edits NONE = new Edits(Map.of());

  /** Copies the map. */
  public Edits {
    values = Map.copyOf(values);
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
    return new Edits(all);
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
