package cn.sunledger.grid;

import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes cells of what a sheet part delivers: shared texts looked up, formats applied. */
final class CellReader {
  private static final Pattern ISO_DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z?)?");

  private final SharedStrings strings;
  private final CellStyles styles;
  private final boolean date1904;
  private final SheetRemarks remarks;
  private boolean zerosHidden;

  CellReader(SharedStrings strings, CellStyles styles, boolean date1904, SheetRemarks remarks) {
    this.strings = strings;
    this.styles = styles;
    this.date1904 = date1904;
    this.remarks = remarks;
  }

  /** The sheet shows no zeros. */
  void hideZeros() {
    zerosHidden = true;
  }

  /** The cell; null where nothing stands in it. */
  GridCell read(RawCell cell) throws WorkbookFault {
    CellStyles.Style style = styles.style(cell.style);
    if (!styles.has(cell.style)) {
      remarks.note(SheetRemarks.Kind.MISSING_STYLE, cell);
    }
    CellValue value = value(cell, style.format());
    return value == null
        ? null
        : new GridCell(
            cell.row, cell.column, value, style.format().code(), style.indent(), cell.formula);
  }

  /** Whether {@link #read} would give a cell, without making it. */
  boolean stands(RawCell cell) throws WorkbookFault {
    if (!cell.valued() || !cell.formula.isEmpty()) {
      return true;
    }
    return switch (cell.type) {
      case SHARED_TEXT -> {
        String text = strings.text(cell.index());
        yield text == null || !text.isEmpty();
      }
      case TEXT, ERROR -> !cell.text().isEmpty();
      case NUMBER, BOOLEAN, ISO_DATE -> true;
    };
  }

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
