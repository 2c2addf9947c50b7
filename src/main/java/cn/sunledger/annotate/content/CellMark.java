package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;

/**
 * What is put on a cell of the original: a ground colour and a comment.
 *
 * @param cell the cell
 * @param tint the ground
 * @param text the comment without its heading
 */
public record CellMark(CellRef cell, Tint tint, String text) {
  /** The line that begins sunledger's part of a comment. */
  public static final String HEADING = "—— 晒账本 sunledger ——";

  /** The author of sunledger's comments. */
  public static final String AUTHOR = "sunledger";

  /** The ground of a marked cell; the worst comes first. */
  public enum Tint {
    /** The cell to look at first in an error. */
    ERROR("F7BFBA"),
    /** The cell to look at first in a warning. */
    WARNING("FFDF9E"),
    /** Another operand of an error. */
    ERROR_OPERAND("FCE6E3"),
    /** Another operand of a warning. */
    WARNING_OPERAND("FFF2D6"),
    /** A hint. */
    INFO("E6EFF8");

    private final String rgb;

    Tint(String rgb) {
      this.rgb = rgb;
    }

    /** RRGGBB. */
    public String rgb() {
      return rgb;
    }
  }
}
