package cn.sunledger.document;

/**
 * 版面: paper and margins, in twentieths of a point. Upright pages have the margins of GB/T 9704 (37,
 * 35, 28 and 26 mm), pages on their side those of the usual table annex.
 *
 * @param width of the paper
 * @param height of the paper
 * @param top margin
 * @param bottom margin
 * @param left margin
 * @param right margin
 * @param landscape whether the page lies on its side
 */
record PageFormat(
    int width, int height, int top, int bottom, int left, int right, boolean landscape) {
  private static final int A4_SHORT = millimetres(210);
  private static final int A4_LONG = millimetres(297);

  /** Upright. */
  static final PageFormat PORTRAIT =
      new PageFormat(
          A4_SHORT,
          A4_LONG,
          millimetres(37),
          millimetres(35),
          millimetres(28),
          millimetres(26),
          false);

  /** On its side. */
  static final PageFormat LANDSCAPE =
      new PageFormat(
          A4_LONG,
          A4_SHORT,
          millimetres(26),
          millimetres(24),
          millimetres(22),
          millimetres(22),
          true);

  private static int millimetres(int length) {
    return length * 14400 / 254;
  }

  /** The width of the text. */
  int textWidth() {
    return width - left - right;
  }

  /** The height of the text. */
  int textHeight() {
    return height - top - bottom;
  }

  /** The same paper and margins turned, for a document of the user's. */
  PageFormat turned() {
    return new PageFormat(height, width, right, left, top, bottom, !landscape);
  }

  /** Size and margins as a section's properties. */
  String xml() {
    return "<w:pgSz w:w=\""
        + width
        + "\" w:h=\""
        + height
        + "\""
        + (landscape ? " w:orient=\"landscape\"" : "")
        + "/><w:pgMar w:top=\""
        + top
        + "\" w:right=\""
        + right
        + "\" w:bottom=\""
        + bottom
        + "\" w:left=\""
        + left
        + "\" w:header=\"850\" w:footer=\""
        + Math.min(1417, bottom * 2 / 3)
        + "\" w:gutter=\"0\"/>";
  }
}
