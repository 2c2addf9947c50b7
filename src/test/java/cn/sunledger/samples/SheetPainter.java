package cn.sunledger.samples;

import cn.sunledger.model.Labels;
import cn.sunledger.samples.CellStyles.Wanted;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Puts a grid on a sheet the way the published tables look. */
final class SheetPainter {
  private static final Pattern SUM = Pattern.compile(".{0,6}(合计|总计|小计)：?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}年度?");
  private static final int LONG_TEXT = 14;
  private static final int ROWS_ON_A_PAGE = 45;

  private final Sheet sheet;
  private final CellStyles styles;
  private final Look look;

  SheetPainter(Sheet sheet, CellStyles styles, Look look) {
    this.sheet = sheet;
    this.styles = styles;
    this.look = look;
  }

  /**
   * Writes a grid.
   *
   * @param grid the table
   * @param top the zero-based row of the sheet where it begins
   */
  void paint(SampleGrid grid, int top) {
    SheetMeasure measure = new SheetMeasure(grid, look);
    for (int r = 0; r < grid.rows().size(); r++) {
      Row row = sheet.createRow(top + r);
      row.setHeightInPoints((float) (Math.round(measure.height(r) * 4) / 4.0));
      for (int c = 0; c < grid.width(); c++) {
        paintCell(grid, r, c, row);
      }
    }
    for (int c = 0; c < grid.width(); c++) {
      int width = (int) Math.round(measure.width(c) * 256);
      sheet.setColumnWidth(c, top == 0 ? width : Math.max(width, sheet.getColumnWidth(c)));
    }
    for (CellRangeAddress merge : grid.merges()) {
      sheet.addMergedRegion(
          new CellRangeAddress(
              merge.getFirstRow() + top,
              merge.getLastRow() + top,
              merge.getFirstColumn(),
              merge.getLastColumn()));
    }
  }

  private void paintCell(SampleGrid grid, int r, int c, Row row) {
    String text = grid.text(r, c);
    boolean ruled = r >= grid.tableTop() && r <= grid.tableBottom();
    if (text.isEmpty() && !ruled) {
      return;
    }
    Cell cell = row.createCell(c);
    cell.setCellStyle(styles.style(wanted(grid, r, c, ruled)));
    if (grid.isNumber(r, c)) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
  }

  private Wanted wanted(SampleGrid grid, int r, int c, boolean ruled) {
    String text = grid.text(r, c);
    if (!text.isEmpty() && text.equals(grid.title())) {
      return new Wanted(
          look.titleFont(),
          look.titleSize(),
          true,
          HorizontalAlignment.CENTER,
          false,
          false,
          "General");
    }
    if (!ruled) {
      boolean note = grid.noteRows().contains(r);
      return body(false, note ? HorizontalAlignment.LEFT : preamble(grid, c, text), note, false);
    }
    if (grid.isNumber(r, c)) {
      String format = grid.format(r, c);
      boolean counter = format.equals("0") || grid.isForm();
      return new Wanted(
          look.bodyFont(),
          look.bodySize(),
          false,
          counter ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT,
          false,
          true,
          format);
    }
    boolean header = !grid.isForm() && r < grid.firstDataRow();
    boolean sum = SUM.matcher(Labels.compact(text)).matches();
    boolean bold = (header && look.boldHeader()) || (!header && sum);
    boolean formWord = grid.isForm() && text.length() < LONG_TEXT;
    HorizontalAlignment align =
        header || sum || formWord ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT;
    return body(bold, align, true, true);
  }

  private Wanted body(boolean bold, HorizontalAlignment align, boolean wrap, boolean ruled) {
    return new Wanted(look.bodyFont(), look.bodySize(), bold, align, wrap, ruled, "General");
  }

  private static HorizontalAlignment preamble(SampleGrid grid, int column, String text) {
    if (column == grid.width() - 1) {
      return HorizontalAlignment.RIGHT;
    }
    return YEAR.matcher(text).matches() ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT;
  }

  /**
   * Sets the page up: landscape A4, as wide as the page, centred, numbered.
   *
   * @param rows the sheet's number of rows
   * @param form whether the sheet holds long texts, which may run over several pages
   */
  void setUpPage(int rows, boolean form) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    sheet.setAutobreaks(true);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) (form || rows > ROWS_ON_A_PAGE ? 0 : 1));
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setCenter("第 &P 页，共 &N 页");
  }
}
