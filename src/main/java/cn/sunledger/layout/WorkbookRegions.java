package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import java.util.List;

/** Where the tables of a workbook stand, and what stands around them. For one thread. */
public final class WorkbookRegions {
  private final WorkbookGrid workbook;
  private final List<Sheet> sheets;
  private final Words words;
  private final WorkbookContext context;

  /** A sheet with the places of its tables; its merges are put back where they were written out. */
  record Sheet(SheetGrid grid, List<Place> places) {}

  /** The place of one table. */
  record Place(Region region, Preamble preamble) {}

  WorkbookRegions(WorkbookGrid workbook, List<Sheet> sheets, Words words) {
    this.workbook = workbook;
    this.sheets = sheets;
    this.words = words;
    this.context = WorkbookContext.of(workbook, places(), words);
  }

  private List<Place> places() {
    return sheets.stream().flatMap(sheet -> sheet.places().stream()).toList();
  }

  /** The name of the department whose workbook it is; empty where nothing tells it. */
  public String unitName() {
    return context.unitName();
  }

  WorkbookGrid workbook() {
    return workbook;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** The texts of the workbook. */
  Words words() {
    return words;
  }

  WorkbookContext context() {
    return context;
  }
}
