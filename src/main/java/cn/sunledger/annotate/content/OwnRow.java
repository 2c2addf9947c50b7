package cn.sunledger.annotate.content;

import java.util.List;

/**
 * A row of one of sunledger's own sheets.
 *
 * @param index zero-based
 * @param height in points; 0 for the default
 * @param grows whether the row grows with what a user types into it
 * @param cells from left to right
 */
public record OwnRow(int index, int height, boolean grows, List<OwnCell> cells) {
  /** Copies the list. */
  public OwnRow {
    cells = List.copyOf(cells);
  }
}
