package cn.sunledger.verify.table;

import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fund;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure of the tables with all that tells what it is of.
 *
 * @param origin which workbook it stands in
 * @param file the workbook's file name
 * @param table the table
 * @param cells its cell, or the cells it was summed up from
 * @param amount the number as shown, with its unit
 * @param stored the number as stored, in the same unit
 * @param blank whether the cell is blank; the amount is then zero
 * @param measure the concept, with the fund taken out of it
 * @param fund the fund
 * @param stage the stage
 * @param year the year it is of; 0 where nothing tells
 * @param item what it is of; empty for a total
 * @param unitName the unit whose row it is; empty for the department as a whole
 * @param name line and column as a person would name them
 */
public record Figure(
    Origin origin,
    String file,
    DisclosureTable table,
    List<CellRef> cells,
    Amount amount,
    BigDecimal stored,
    boolean blank,
    String measure,
    Fund fund,
    Stage stage,
    int year,
    Optional<Item> item,
    String unitName,
    String name) {
  /** Copies the list. */
  public Figure {
    cells = List.copyOf(cells);
  }

  /** Which workbook a figure stands in. */
  public enum Origin {
    /** This year's workbook, which the narrative explains. */
    CURRENT,
    /** This year's budget. */
    BUDGET,
    /** Last year's workbook. */
    PREVIOUS,
    /** Another workbook, which may confirm but not refute. */
    OTHER
  }

  /** Id of the table; empty where no layout names it. */
  public String tableId() {
    return table.id().map(id -> id.id()).orElse("");
  }

  /** Whether it stands in a performance form, whose figures follow rules of their own. */
  public boolean isPerformance() {
    return table.document().isPerformance() || tableId().startsWith("perf_");
  }

  /** Its cells with the workbook's name. */
  public List<SourceCell> sources() {
    return cells.stream().map(cell -> new SourceCell(file, cell)).toList();
  }

  /** Table and cell, as a message names it. */
  public String place() {
    CellRef cell = cells.get(0);
    String rest = cells.size() > 1 ? "等" + cells.size() + "格之和" : "";
    return table.name() + " " + cell.a1() + rest;
  }
}
