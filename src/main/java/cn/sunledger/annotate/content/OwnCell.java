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
   * A place in the workbook.
   *
   * @param sheet the sheet's name
   * @param a1 the cell
   * @param tip what appears under the pointer
   */
  public record Link(String sheet, String a1, String tip) {
    /** The place as a formula writes it. */
    public String reference() {
      return References.quoted(sheet) + "!" + a1;
    }
  }
}
