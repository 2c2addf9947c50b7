package cn.sunledger.serve;

import cn.sunledger.model.CellRef;

/**
 * A cell that the page can show.
 *
 * @param file the id of its file on the page; empty where the file is not there
 * @param fileName the file's name, where it is another one than the page is about; else empty
 * @param sheet its sheet
 * @param a1 its address
 * @param row zero-based row
 * @param column zero-based column
 */
public record Spot(String file, String fileName, String sheet, String a1, int row, int column) {
  static Spot of(CellRef cell, String file) {
    return new Spot(file, "", cell.sheet(), cell.a1(), cell.row(), cell.column());
  }

  static Spot of(CellRef cell, String file, String fileName) {
    return new Spot(file, fileName, cell.sheet(), cell.a1(), cell.row(), cell.column());
  }

  /** The place in words. */
  public String label() {
    return (fileName.isEmpty() ? "" : "《" + fileName + "》") + sheet + "!" + a1;
  }
}
