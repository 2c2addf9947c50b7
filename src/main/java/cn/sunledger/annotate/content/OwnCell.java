package cn.sunledger.annotate.content;

import java.util.Optional;

/**
 * A cell of one of sunledger's own sheets.
 *
 * @param column zero-based
 * @param look how it looks
 * @param content what stands in it
 * @param link where a click leads
 */
public record OwnCell(int column, Look look, CellContent content, Optional<Link> link) {
  /**
   * A place in this or another workbook.
   *
   * @param file the other workbook, seen from this one's folder, with {@code /}; empty for this one
   * @param sheet the sheet's name; empty where the link leads to another workbook as a whole
   * @param a1 the cell
   * @param tip what appears under the pointer
   */
  public record Link(String file, String sheet, String a1, String tip) {
    /** A place in this workbook. */
    public Link(String sheet, String a1, String tip) {
      this("", sheet, a1, tip);
    }

    /**
     * Another workbook as a whole.
     *
     * @param file the workbook, seen from this one's folder, with {@code /}
     * @param tip what appears under the pointer
     */
    public static Link toFile(String file, String tip) {
      return new Link(file, "", "", tip);
    }

    /** The same place, of a workbook beside this one. */
    public Link in(String other) {
      return new Link(other, sheet, a1, tip);
    }

    /** The place as a formula writes it; empty for a workbook as a whole. */
    public String reference() {
      return sheet.isEmpty() ? "" : References.quoted(sheet) + "!" + a1;
    }
  }
}
