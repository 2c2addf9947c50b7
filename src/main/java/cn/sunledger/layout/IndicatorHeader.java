package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header of indicators, in one row or two: 一级, 二级, 三级指标 may stand under 绩效指标, and 指标值 and 完成值
 * beside it.
 *
 * @param row the row that ends it
 * @param words its innermost words by column, in normal form
 */
record IndicatorHeader(int row, Map<Integer, String> words) {
  /** No header. */
  static final IndicatorHeader NONE = new IndicatorHeader(-1, Map.of());

  /** Whether a row holds the header of indicators: two levels of them, or one with its value. */
  static boolean isHeader(Area area, int row) {
    if (!area.gives(row, Hint.INDICATORS)) {
      return false;
    }
    int hits = 0;
    int values = 0;
    for (SheetCell cell : area.row(row)) {
      hits += cell.is(Trait.INDICATOR_LEVEL) ? 1 : 0;
      values += cell.is(Trait.INDICATOR_VALUE) ? 1 : 0;
    }
    return hits >= 2 || hits == 1 && values > 0;
  }

  /**
   * Reads a row as a header.
   *
   * @param area where
   * @param row the row
   * @param above the header that ends in the row before
   * @return the header that ends here, or {@link #NONE}
   */
  static IndicatorHeader read(Area area, int row, IndicatorHeader above) {
    boolean own = isHeader(area, row);
    if (!own && !goesOn(area, row, above)) {
      return NONE;
    }
    Map<Integer, String> words = new TreeMap<>();
    above.words.forEach(
        (column, word) -> {
          boolean ends = area.word(row, column).normal().isEmpty() || reaches(area, row, column);
          if (ends && !isOver(area, row, column)) {
            words.put(column, word);
          }
        });
    if (above == NONE) {
      rowAbove(area, row, words);
    }
    for (SheetCell cell : area.row(row)) {
      words.put(cell.column(), cell.normal());
    }
    return new IndicatorHeader(row, words);
  }

  /** The words of merges that come down from above, of which the row before is no header itself. */
  private static void rowAbove(Area area, int row, Map<Integer, String> words) {
    for (int c = area.left; c <= area.right; c++) {
      Merge merge = area.merge(row, c);
      boolean down = merge != null && merge.firstRow() < row && merge.firstColumn() == c;
      String word = down ? area.word(row, c).normal() : "";
      if (!word.isEmpty() && IndicatorColumns.isAttribute(word)) {
        words.put(c, word);
      }
    }
  }

  /** Whether a row says below a header what its columns are, and names no indicator. */
  private static boolean goesOn(Area area, int row, IndicatorHeader above) {
    if (above == NONE || area.row(row).isEmpty()) {
      return false;
    }
    for (SheetCell cell : area.row(row)) {
      if (cell.number().isPresent() || !IndicatorColumns.isAttribute(cell.normal())) {
        return false;
      }
    }
    return above.words.entrySet().stream()
        .filter(word -> IndicatorColumns.isLevel(word.getValue()))
        .allMatch(
            word ->
                area.cell(row, word.getKey()) == null
                    && (area.text(row, word.getKey()).isEmpty()
                        || reaches(area, row, word.getKey())));
  }

  /** Whether a merge that begins above covers the place. */
  private static boolean reaches(Area area, int row, int column) {
    Merge merge = area.merge(row, column);
    return merge != null && merge.firstRow() < row;
  }

  /** Whether the word above stands over several columns that the row names one by one. */
  private static boolean isOver(Area area, int row, int column) {
    Merge merge = area.merge(row - 1, column);
    if (merge == null || merge.lastRow() >= row) {
      return false;
    }
    for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
      if (area.cell(row, c) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the words has a form. */
  boolean any(String form) {
    return words.values().stream().anyMatch(word -> word.matches(form));
  }
}
