package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.Labels;

/** Says in a few words why a sheet gave no table. */
final class LeftSheetReason {
  private static final int SAMPLE_ROWS = 80;
  private static final int LONG_TEXT = 60;

  private LeftSheetReason() {}

  static String text(SheetGrid grid) {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < Math.min(SAMPLE_ROWS, grid.rowCount()); r++) {
      for (GridCell cell : grid.row(r)) {
        text.append(Labels.compact(cell.value().text())).append('\n');
      }
    }
    return text.toString();
  }

  /** Whether lines that name tables have nothing but page numbers behind them. */
  static boolean isCatalogue(String name, TableReader.Grid structure) {
    boolean named =
        name.contains("目录")
            || structure.columns().stream().anyMatch(column -> column.label().startsWith("页"));
    if (!named) {
      return false;
    }
    boolean whole =
        structure.cells().stream()
            .flatMap(cell -> cell.number().stream())
            .allMatch(number -> number.number().shown().stripTrailingZeros().scale() <= 0);
    long columns = structure.cells().stream().map(cell -> cell.ref().column()).distinct().count();
    return whole && columns <= 2;
  }

  static String of(String name, String text) {
    String both = name + "\n" + text;
    long titles = text.lines().filter(Pieces::isTitle).count();
    if (both.contains("目录") || titles >= 3) {
      return "目录";
    }
    if (name.contains("说明")) {
      return "文字说明，没有表格";
    }
    if (name.contains("封面")
        || text.lines().count() <= 6 && text.lines().allMatch(line -> line.length() < LONG_TEXT)) {
      return "封面或标题页，没有表格";
    }
    if (both.contains("说明") || text.lines().anyMatch(line -> line.length() >= LONG_TEXT)) {
      return "文字说明，没有表格";
    }
    return "没有表头和金额，不是表格";
  }
}
