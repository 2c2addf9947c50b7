package cn.sunledger.model;

import java.util.List;
import java.util.Optional;

/**
 * 栏: one column of amounts.
 *
 * @param column zero-based column in the sheet
 * @param block the side of the table it belongs to (收入, 支出 …); empty for a table of one side
 * @param number 栏次 as printed; empty where the table prints none
 * @param path header labels from outside in, blanks removed
 * @param fund the fund the header names, if it does
 * @param stage the stage the header names, if it does
 * @param measure the concept the header names, if it does ({@code basic_expense} …)
 * @param unit the unit the header declares, else the table's
 */
public record TableColumn(
    int column,
    String block,
    String number,
    List<String> path,
    Optional<Fund> fund,
    Optional<Stage> stage,
    Optional<String> measure,
    Unit unit) {
  /** Copies the path. */
  public TableColumn {
    path = List.copyOf(path);
  }

  /** The path as one text, joined by {@code /}. */
  public String pathText() {
    return String.join("/", path);
  }

  /** The innermost header label; empty where the header is blank. */
  public String label() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }
}
