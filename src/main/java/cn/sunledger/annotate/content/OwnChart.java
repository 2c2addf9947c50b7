package cn.sunledger.annotate.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A chart drawn from cells.
 *
 * @param kind its form
 * @param title what it shows
 * @param place first and last cell it covers
 * @param series what is drawn
 * @param format number format of its labels
 */
public record OwnChart(Kind kind, String title, Place place, List<Series> series, String format) {
  /** Copies the list. */
  public OwnChart {
    series = List.copyOf(series);
  }

  /** The form of a chart. */
  public enum Kind {
    /** 条形图: bars that lie. */
    BARS,

    /** 环形图: parts of a whole. */
    RING
  }

  /**
   * Where a chart lies, zero-based, from the upper left corner of the first cell to that of the
   * second.
   *
   * @param fromRow first row
   * @param fromColumn first column
   * @param toRow row behind the last
   * @param toColumn column behind the last
   */
  public record Place(int fromRow, int fromColumn, int toRow, int toColumn) {}

  /**
   * One series of numbers.
   *
   * @param name cell of its name
   * @param nameText the name
   * @param categories range of the names of its numbers
   * @param categoryTexts the names
   * @param values range of its numbers
   * @param numbers the numbers; empty where a cell holds none
   * @param color RRGGBB; for a ring every part has a colour of its own
   */
  public record Series(
      String name,
      String nameText,
      String categories,
      List<String> categoryTexts,
      String values,
      List<Optional<BigDecimal>> numbers,
      String color) {
    /** Copies the lists. */
    public Series {
      categoryTexts = List.copyOf(categoryTexts);
      numbers = List.copyOf(numbers);
    }
  }
}
