package cn.sunledger.preview;

/**
 * How a cell looks.
 *
 * @param font the font's name; empty for the usual one
 * @param points the font's size; 0 for the usual one
 * @param bold whether it is bold
 * @param italic whether it is italic
 * @param underlined whether it is underlined
 * @param color RRGGBB of the text; empty for the usual one
 * @param ground RRGGBB of the ground; empty for none
 * @param across where the text stands across the cell
 * @param down where it stands from top to bottom
 * @param wrapped whether it goes on in a second line
 * @param stacked whether its characters stand one below the other
 * @param indent by how many characters it is set in
 * @param top the line above
 * @param right the line on the right
 * @param bottom the line below
 * @param left the line on the left
 */
public record CellLook(
    String font,
    int points,
    boolean bold,
    boolean italic,
    boolean underlined,
    String color,
    String ground,
    Across across,
    Down down,
    boolean wrapped,
    boolean stacked,
    int indent,
    Line top,
    Line right,
    Line bottom,
    Line left) {
  /** The look of a cell of which nothing is set. */
  public static final CellLook PLAIN =
      new CellLook(
          "",
          0,
          false,
          false,
          false,
          "",
          "",
          Across.GENERAL,
          Down.CENTER,
          false,
          false,
          0,
          Line.NONE,
          Line.NONE,
          Line.NONE,
          Line.NONE);

  /** Where a text stands across its cell; where nothing is set, numbers stand on the right. */
  public enum Across {
    /** As its content asks for. */
    GENERAL,
    /** Left. */
    LEFT,
    /** In the middle. */
    CENTER,
    /** Right. */
    RIGHT,
    /** Spread over the whole width. */
    JUSTIFY
  }

  /** Where a text stands from top to bottom. */
  public enum Down {
    /** Top. */
    TOP,
    /** In the middle. */
    CENTER,
    /** Bottom. */
    BOTTOM
  }

  /** A line at a cell's side. */
  public enum Line {
    /** None. */
    NONE,
    /** Thin. */
    THIN,
    /** Of medium width. */
    MEDIUM,
    /** Thick. */
    THICK,
    /** Dotted or dashed. */
    BROKEN,
    /** Double. */
    DOUBLE
  }
}
