package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 公开表: one table as read from a sheet (or from several, where it continues).
 *
 * @param sheet the sheet it stands on (the first, where it continues)
 * @param id which table it is; empty where no layout names it and it was read by its structure
 * @param title the title as printed, blanks removed
 * @param titleCell where the title stands, or the table's first cell
 * @param tag 公开01表, 表1 …; empty where none is printed
 * @param document the kind of document
 * @param year 年度; empty where nothing tells it
 * @param unit the unit that the table declares, {@link Unit#NONE} where it declares none
 * @param unitCell where the unit is declared, if it is
 * @param unitCode the department's code; may be empty
 * @param unitName the department's name; may be empty
 * @param fund the fund that the whole table is about
 * @param lines its lines, in order
 * @param columns its columns of amounts, in order
 * @param facts its numbers, row by row
 * @param marks texts where amounts could stand
 * @param indicators its performance indicators
 * @param notes 注, 备注 and 说明 under (or above) the table
 * @param texts what a performance form says in words: tasks, goals, results, grades; empty for
 *     tables of other kinds
 * @param remarks what a reader should know of how it was read (hidden rows, 续表, no unit …), in
 *     Chinese
 */
public record DisclosureTable(
    String sheet,
    Optional<TableId> id,
    String title,
    CellRef titleCell,
    String tag,
    DocumentKind document,
    Optional<Integer> year,
    Unit unit,
    Optional<CellRef> unitCell,
    String unitCode,
    String unitName,
    Fund fund,
    List<TableLine> lines,
    List<TableColumn> columns,
    List<Fact> facts,
    List<Mark> marks,
    List<Indicator> indicators,
    List<Indicator.TextCell> notes,
    List<Indicator.TextCell> texts,
    List<String> remarks) {
  /** Copies the lists. */
  public DisclosureTable {
    lines = List.copyOf(lines);
    columns = List.copyOf(columns);
    facts = List.copyOf(facts);
    marks = List.copyOf(marks);
    indicators = List.copyOf(indicators);
    notes = List.copyOf(notes);
    texts = List.copyOf(texts);
    remarks = List.copyOf(remarks);
  }

  /** The canonical title where a layout names the table, else the printed one. */
  public String name() {
    return id.map(TableId::title).orElse(title);
  }

  /**
   * Whether this is the table with the given canonical title or id.
   *
   * @param titleOrId such as 收入支出决算总表 or {@code final_01_total}
   */
  public boolean is(String titleOrId) {
    return id.isPresent()
        && (id.get().title().equals(titleOrId) || id.get().id().equals(titleOrId));
  }
}
