package cn.sunledger.grid;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A whole workbook as lines of text, so that a test compares all that was read. */
public final class GridText {
  private GridText() {}

  /**
   * All that was read of a workbook.
   *
   * @param workbook the workbook
   */
  public static String of(WorkbookGrid workbook) {
    List<String> lines = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      lines.add("# " + sheet.index() + " " + sheet.name() + (sheet.hidden() ? " hidden" : ""));
      for (int row = 0; row < sheet.rowCount(); row++) {
        sheet.row(row).forEach(cell -> lines.add(cell(sheet, cell)));
      }
      sheet.merges().forEach(merge -> lines.add("merge " + area(merge)));
      sheet.remarks().forEach(remark -> lines.add("remark " + remark));
    }
    return String.join("\n", lines);
  }

  static String area(Merge merge) {
    return CellRef.columnName(merge.firstColumn())
        + (merge.firstRow() + 1)
        + ":"
        + CellRef.columnName(merge.lastColumn())
        + (merge.lastRow() + 1);
  }

  private static String cell(SheetGrid sheet, GridCell cell) {
    StringBuilder line = new StringBuilder(CellRef.columnName(cell.column()));
    line.append(cell.row() + 1).append(' ');
    if (cell.value() instanceof CellValue.Number number) {
      line.append(number.stored().toPlainString())
          .append(" shown ")
          .append(number.shown().toPlainString())
          .append(number.percent() ? "%" : "")
          .append(" as ");
    }
    line.append('“')
        .append(cell.value().text().replace("\r", "\\r").replace("\n", "\\n"))
        .append('”');
    line.append(cell.format().equals("General") ? "" : " format " + cell.format());
    line.append(cell.indent() == 0 ? "" : " indent " + cell.indent());
    line.append(cell.formula().isEmpty() ? "" : " formula " + cell.formula());
    line.append(sheet.rowHidden(cell.row()) ? " row hidden" : "");
    line.append(sheet.columnHidden(cell.column()) ? " column hidden" : "");
    return line.toString();
  }

  /** Names, visibility, merges, hidden rows, formats, indents and formulas, as sorted lines. */
  static TreeSet<String> structure(WorkbookGrid workbook) {
    TreeSet<String> lines = new TreeSet<>();
    for (SheetGrid sheet : workbook.sheets()) {
      lines.add(sheet.name() + " hidden=" + sheet.hidden() + " index=" + sheet.index());
      sheet.merges().forEach(merge -> lines.add(sheet.name() + " merge " + area(merge)));
      for (int row = 0; row < sheet.rowCount(); row++) {
        for (GridCell cell : sheet.row(row)) {
          if (cell.value() instanceof CellValue.Number || !cell.value().text().isEmpty()) {
            lines.add(structure(sheet.name(), cell));
            if (sheet.rowHidden(row)) {
              lines.add(sheet.name() + " hidden row " + (row + 1));
            }
          }
        }
      }
    }
    return lines;
  }

  private static String structure(String sheet, GridCell cell) {
    return "%s %s format=%s indent=%d formula=%b"
        .formatted(
            sheet,
            CellRef.columnName(cell.column()) + (cell.row() + 1),
            cell.format(),
            cell.indent(),
            !cell.formula().isEmpty());
  }
}
