package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where tables stand in a workbook and whose they are, which needs neither layouts nor
 * vocabulary: so whose layouts count can be decided before a table is read. Safe for several
 * threads.
 */
public final class RegionFinder {
  private final Words words = new Words();

  /**
   * Finds the regions of all sheets.
   *
   * @param workbook the sheets
   * @return the regions, to be read once
   */
  public WorkbookRegions find(WorkbookGrid workbook) {
    List<WorkbookRegions.Sheet> sheets = new ArrayList<>();
    for (SheetGrid printed : workbook.sheets()) {
      SheetGrid grid = printed;
      SheetCells cells = new SheetCells(grid, words);
      if (WrittenMerges.areIn(cells)) {
        grid = WrittenMerges.joined(grid, words);
        cells = new SheetCells(grid, words);
      }
      List<WorkbookRegions.Place> places = new ArrayList<>();
      Preamble earlier = null;
      for (Region region : RegionSplitter.split(Area.of(cells))) {
        Preamble own = Preamble.read(region);
        boolean untitled = earlier != null && region.preamble().isEmpty();
        Preamble preamble = untitled ? own.after(earlier) : own;
        earlier = preamble;
        places.add(new WorkbookRegions.Place(region, preamble));
      }
      sheets.add(new WorkbookRegions.Sheet(grid, places));
    }
    return new WorkbookRegions(workbook, sheets, words);
  }
}
