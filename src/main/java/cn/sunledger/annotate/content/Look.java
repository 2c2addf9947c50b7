package cn.sunledger.annotate.content;

/**
 * How a cell of sunledger's own sheets looks.
 *
 * @param font name of the typeface
 * @param size in points
 * @param bold whether bold
 * @param color of the letters, RRGGBB
 * @param fill of the ground, RRGGBB; empty for none
 * @param border RRGGBB of thin lines on all sides; empty for none
 * @param across how it stands between left and right
 * @param top whether it hangs from the top rather than standing in the middle
 * @param wrap whether long text breaks into lines
 * @param indent steps from the left
 * @param format number format; empty for General
 */
public record Look(
    String font,
    int size,
    boolean bold,
    String color,
    String fill,
    String border,
    Across across,
    boolean top,
    boolean wrap,
    int indent,
    String format) {
  /** RRGGBB of stretches of text that catch the eye. */
  public static final String STAND_OUT = "C00000";

  /** Where a text stands between left and right. */
  public enum Across {
    /** At the left. */
    LEFT,
    /** In the middle. */
    CENTER,
    /** At the right. */
    RIGHT
  }

  /** The same in another typeface and size. */
  public Look set(String newFont, int newSize) {
    return new Look(newFont, newSize, bold, color, fill, border, across, top, wrap, indent, format);
  }

  /** The same in bold. */
  public Look strong() {
    return new Look(font, size, true, color, fill, border, across, top, wrap, indent, format);
  }

  /** The same in another colour. */
  public Look in(String newColor) {
    return new Look(font, size, bold, newColor, fill, border, across, top, wrap, indent, format);
  }

  /** The same on another ground. */
  public Look on(String newFill) {
    return new Look(font, size, bold, color, newFill, border, across, top, wrap, indent, format);
  }

  /** The same with thin lines around. */
  public Look lined(String newBorder) {
    return new Look(font, size, bold, color, fill, newBorder, across, top, wrap, indent, format);
  }

  /** The same at another place. */
  public Look at(Across newAcross) {
    return new Look(font, size, bold, color, fill, border, newAcross, top, wrap, indent, format);
  }

  /** The same, hanging from the top. */
  public Look hanging() {
    return new Look(font, size, bold, color, fill, border, across, true, wrap, indent, format);
  }

  /** The same with lines broken. */
  public Look wrapped() {
    return new Look(font, size, bold, color, fill, border, across, top, true, indent, format);
  }

  /** The same on one line. */
  public Look unwrapped() {
    return new Look(font, size, bold, color, fill, border, across, top, false, indent, format);
  }

  /** The same, moved in. */
  public Look indented(int steps) {
    return new Look(font, size, bold, color, fill, border, across, top, wrap, steps, format);
  }

  /** The same with a number format. */
  public Look formatted(String newFormat) {
    return new Look(font, size, bold, color, fill, border, across, top, wrap, indent, newFormat);
  }
}
