package cn.sunledger.grid;

import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the grid of a sheet from what its part delivers. */
final class GridSink implements SheetSink {
  private static final Pattern ISO_DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z?)?");

  private final SheetGrid sheet;
  private final SharedStrings strings;
  private final CellStyles styles;
  private final boolean date1904;
  private final SheetRemarks remarks = new SheetRemarks();
  private boolean zerosHidden;

  GridSink(SheetGrid sheet, SharedStrings strings, CellStyles styles, boolean date1904) {
    this.sheet = sheet;
    this.strings = strings;
    this.styles = styles;
    this.date1904 = date1904;
  }

  /** The sheet with all remarks, once the part is read. */
  SheetGrid finish() {
    remarks.tell(sheet);
    return sheet;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    for (int column = first; column <= last; column++) {
      sheet.hideColumn(column);
    }
  }

  @Override
  public void hiddenRow(int row) {
    sheet.hideRow(row);
  }

  @Override
  public void zerosHidden() {
    zerosHidden = true;
  }

  @Override
  public void merge(Merge merge) {
    sheet.put(merge);
  }

  @Override
  public void badAddress(String address) {
    remarks.note(SheetRemarks.Kind.BAD_ADDRESS, address);
  }

  @Override
  public void cell(RawCell cell) throws WorkbookFault {
    CellStyles.Style style = styles.style(cell.style);
    if (!styles.has(cell.style)) {
      remarks.note(SheetRemarks.Kind.MISSING_STYLE, cell);
    }
    CellValue value = value(cell, style.format());
    if (value != null) {
      sheet.put(
          new GridCell(
              cell.row, cell.column, value, style.format().code(), style.indent(), cell.formula));
    }
  }

  /** The value; null where nothing stands in the cell. */
  private CellValue value(RawCell cell, NumberFormatCode format) throws WorkbookFault {
    if (!cell.valued()) {
      remarks.note(SheetRemarks.Kind.NO_RESULT, cell);
      return new CellValue.Text("");
    }
    return switch (cell.type) {
      case NUMBER -> number(cell, format);
      case SHARED_TEXT -> shared(cell);
      case TEXT, ERROR -> text(cell, cell.text());
      case BOOLEAN -> new CellValue.Text(bool(cell.text().strip()));
      case ISO_DATE -> new CellValue.Text(date(cell.text().strip()));
    };
  }

  private static String bool(String text) {
    return "1".equals(text) || "true".equalsIgnoreCase(text) ? "TRUE" : "FALSE";
  }

  private static String date(String text) {
    Matcher matcher = ISO_DATE.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    String time = matcher.group(2);
    return time == null || time.equals("00:00:00")
        ? matcher.group(1)
        : matcher.group(1) + "T" + time;
  }

  private CellValue number(RawCell cell, NumberFormatCode format) throws WorkbookFault {
    BigDecimal stored = Decimals.parse(cell);
    if (stored == null) {
      remarks.note(SheetRemarks.Kind.BAD_NUMBER, cell);
      return new CellValue.Text(cell.text());
    }
    CellValue value = format.value(stored, date1904);
    if (zerosHidden && stored.signum() == 0 && value instanceof CellValue.Number number) {
      return new CellValue.Number(number.stored(), number.shown(), number.percent(), "");
    }
    return value;
  }

  private CellValue shared(RawCell cell) throws WorkbookFault {
    String text = strings.text(cell.index());
    if (text == null) {
      remarks.note(SheetRemarks.Kind.MISSING_TEXT, cell);
      return new CellValue.Text("");
    }
    return text(cell, text);
  }

  /** An empty text is no cell, unless a formula gives it. */
  private static CellValue text(RawCell cell, String text) {
    return text.isEmpty() && cell.formula.isEmpty() ? null : new CellValue.Text(text);
  }
}
