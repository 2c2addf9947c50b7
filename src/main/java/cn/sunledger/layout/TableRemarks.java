package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a reader should know of how a table was read. */
final class TableRemarks {
  private final SheetGrid grid;
  private final TableReader.Grid structure;
  private final List<String> remarks = new ArrayList<>();

  TableRemarks(SheetGrid grid, TableReader.Grid structure) {
    this.grid = grid;
    this.structure = structure;
  }

  /**
   * The remarks.
   *
   * @param unitDeclared whether the table itself declares its unit
   * @param unit the unit it was read in
   * @param yearNamed whether the table itself names its year
   * @param context what stands in for both
   * @param known whether a layout names it
   */
  List<String> of(
      boolean unitDeclared, Unit unit, boolean yearNamed, WorkbookContext context, boolean known) {
    if (!unitDeclared && !structure.columns().isEmpty()) {
      remarks.add(
          unit == Unit.NONE
              ? "本表未注明金额单位，工作簿内也没有可参照的，金额按无单位处理。"
              : "本表未注明金额单位，按本工作簿其他表的“" + unit.label() + "”处理。");
    }
    if (!yearNamed) {
      remarks.add(
          context.year().map(year -> "本表未写明年度，按本工作簿其他处的" + year + "年处理。").orElse("本表未写明年度。"));
    }
    if (!known) {
      remarks.add("没有与标题相符的表样，已按表头结构读取。");
    }
    hidden();
    return remarks;
  }

  private void hidden() {
    if (!grid.hidesSome()) {
      return;
    }
    Set<Integer> rows = new TreeSet<>();
    Set<Integer> columns = new TreeSet<>();
    for (TableReader.Cell cell : structure.cells()) {
      if (grid.rowHidden(cell.ref().row())) {
        rows.add(cell.ref().row() + 1);
      }
      if (grid.columnHidden(cell.ref().column())) {
        columns.add(cell.ref().column());
      }
    }
    if (!rows.isEmpty()) {
      String numbers = String.join("、", rows.stream().map(String::valueOf).toList());
      remarks.add("隐藏的第" + numbers + "行里有数，已照常读取。");
    }
    if (!columns.isEmpty()) {
      String letters = String.join("、", columns.stream().map(CellRef::columnName).toList());
      remarks.add("隐藏的" + letters + "列里有数，已照常读取。");
    }
  }
}
