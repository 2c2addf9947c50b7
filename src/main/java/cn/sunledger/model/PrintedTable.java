package cn.sunledger.model;

import java.util.List;

/**
 * 排印的表: a table as its sheet prints it, to be laid out in a document.
 *
 * @param title its title as printed
 * @param annex whether it belongs to the annexes: a performance self-evaluation
 * @param captions the lines between title and header (表号, 部门, 金额单位)
 * @param columns how many columns the rows have
 * @param headerRows how many of the rows are header, which is repeated on every page
 * @param rows its rows, header first
 * @param notes the notes below it
 */
public record PrintedTable(
    String title,
    boolean annex,
    List<Caption> captions,
    int columns,
    int headerRows,
    List<Row> rows,
    List<String> notes) {
  /** Copies the lists. */
  public PrintedTable {
    captions = List.copyOf(captions);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * A line above the table.
   *
   * @param left what stands at its left edge; may be empty
   * @param right what stands at its right edge; may be empty
   */
  public record Caption(String left, String right) {}

  /**
   * A row.
   *
   * @param cells its cells from left to right; a cell merged from above stands as its continuation
   */
  public record Row(List<Cell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param text what it shows; line breaks only where the sheet has them
   * @param kind how it is aligned
   * @param indent how many characters the sheet indents it
   * @param columns how many columns it spans
   * @param opens whether a merged cell opens here that goes on in the row below
   * @param continued whether it continues a merged cell of the row above
   */
  public record Cell(
      String text, Kind kind, int indent, int columns, boolean opens, boolean continued) {}

  /** What a cell holds. */
  public enum Kind {
    /** A number: aligned to the right. */
    NUMBER,
    /** A word of a header, a code or a line number: centred. */
    CENTRED,
    /** A label or a text: aligned to the left. */
    TEXT
  }
}
