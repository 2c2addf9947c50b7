package cn.sunledger.grid;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads a sheet part and delivers it, cell by cell, to a sink. */
final class SheetPart {
  /** A follower of a shared formula whose master is missing is still a formula. */
  private static final String UNKNOWN_FORMULA = "（共享公式）";

  private final XmlPart xml;
  private final SheetSink sink;
  private final RawCell cell = new RawCell();
  private final Map<Integer, String> sharedFormulas = new HashMap<>();
  private int row = -1;
  private int column = -1;
  private int merges;
  private final CellScan scan;
  private final RowScan rows;
  private boolean inRow;

  /** Whether the row is called so without a prefix, and its end is therefore known. */
  private boolean usualRow;

  SheetPart(XmlPart xml, SheetSink sink) {
    scan = new CellScan(xml.window(), cell);
    rows = new RowScan(xml.window());
    this.xml = xml;
    this.sink = sink;
  }

  void read() throws IOException {
    while (true) {
      if (inRow) {
        usualCells();
      }
      if (!xml.next()) {
        return;
      }
      if (xml.start()) {
        element();
      } else if (xml.ends("row")) {
        inRow = false;
      }
    }
  }

  private void usualCells() throws IOException {
    do {
      CellScan.Found found = scan.scan();
      while (found != CellScan.Found.OTHER) {
        column = cell.column;
        if (found == CellScan.Found.FILLED) {
          sink.cell(cell);
        }
        found = scan.scan();
      }
    } while (usualRow && nextRow());
  }

  /** Goes on from the end of a row to its successor, where that follows at once and is filled. */
  private boolean nextRow() throws IOException {
    int number = rows.scan();
    if (number == RowScan.OTHER) {
      return false;
    }
    row = number - 1;
    column = -1;
    return true;
  }

  private void element() throws IOException {
    if (xml.starts("c")) {
      cell();
    } else if (xml.starts("row")) {
      row();
    } else if (xml.starts("mergeCell")) {
      merge();
    } else if (xml.starts("col")) {
      columns();
    } else if (xml.starts("extLst")) {
      xml.skip();
    } else if (xml.starts("sheetView")) {
      String zeros = xml.attribute("showZeros");
      if ("0".equals(zeros) || "false".equals(zeros)) {
        sink.zerosHidden();
      }
    }
  }

  private void columns() throws IOException {
    int first = xml.number("min", 1);
    int last = Math.min(xml.number("max", first), Bounds.COLUMNS);
    if ((xml.flag("hidden") || xml.attributes().zero("width")) && first > 0 && first <= last) {
      sink.hiddenColumns(first - 1, last - 1);
    }
  }

  private void row() throws IOException {
    // a number that is none leaves the row's cells without a place
    boolean numbered = xml.attributes().find("r") >= 0;
    int number = numbered ? xml.number("r", Bounds.ROWS + 1) : row + 2;
    row = number - 1;
    column = -1;
    inRow = !xml.empty();
    usualRow = xml.unprefixed();
    if (row >= 0 && row < Bounds.ROWS && (xml.flag("hidden") || xml.attributes().zero("ht"))) {
      sink.hiddenRow(row);
    }
  }

  private void cell() throws IOException {
    column++;
    cell.clear();
    XmlAttributes attributes = xml.attributes();
    boolean placed = place(attributes);
    cell.style = attributes.number("s", 0);
    cell.type = type(attributes);
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value();
      } else if (xml.starts("is")) {
        cell.value(RichText.read(xml, "is"));
      } else if (xml.starts("f")) {
        cell.formula = formula();
      } else if (xml.starts("extLst")) {
        xml.skip();
      }
    }
    if (placed && !cell.blank()) {
      sink.cell(cell);
    }
  }

  private void value() throws IOException {
    if (xml.plainText()) {
      XmlWindow window = xml.window();
      cell.value(window.buffer, xml.textFrom(), xml.textTo());
    } else {
      String text = xml.text();
      cell.value(cell.type == RawCell.Type.TEXT ? RichText.unescape(text) : text);
    }
  }

  private boolean place(XmlAttributes attributes) throws IOException {
    int attribute = attributes.find("r");
    if (attribute >= 0) {
      long place = attributes.address(attribute);
      if (place == CellAddress.NONE) {
        sink.badAddress(attributes.text("r"));
        return false;
      }
      cell.row = CellAddress.row(place);
      cell.column = CellAddress.column(place);
      column = cell.column;
      return true;
    }
    cell.row = row;
    cell.column = column;
    if (row < 0 || row >= Bounds.ROWS || column >= Bounds.COLUMNS) {
      sink.badAddress("R" + (row + 1L) + "C" + (column + 1L));
      return false;
    }
    return true;
  }

  private static RawCell.Type type(XmlAttributes attributes) {
    int attribute = attributes.find("t");
    if (attribute < 0 || attributes.is(attribute, "n")) {
      return RawCell.Type.NUMBER;
    }
    if (attributes.is(attribute, "s")) {
      return RawCell.Type.SHARED_TEXT;
    }
    if (attributes.is(attribute, "str") || attributes.is(attribute, "inlineStr")) {
      return RawCell.Type.TEXT;
    }
    if (attributes.is(attribute, "b")) {
      return RawCell.Type.BOOLEAN;
    }
    if (attributes.is(attribute, "e")) {
      return RawCell.Type.ERROR;
    }
    return attributes.is(attribute, "d") ? RawCell.Type.ISO_DATE : RawCell.Type.NUMBER;
  }

  private String formula() throws IOException {
    boolean shared = "shared".equals(xml.attribute("t"));
    boolean table = "dataTable".equals(xml.attribute("t"));
    int group = xml.number("si", -1);
    String text = RichText.unescape(xml.text()).strip();
    if (shared && !text.isEmpty()) {
      sharedFormulas.put(group, text);
    } else if (shared) {
      return sharedFormulas.getOrDefault(group, UNKNOWN_FORMULA);
    }
    return table && text.isEmpty() ? "TABLE()" : text;
  }

  private void merge() throws IOException {
    String reference = xml.attribute("ref");
    Merge merge = reference == null ? null : CellAddress.region(reference);
    if (merge == null) {
      sink.badAddress(String.valueOf(reference));
    } else if (merge.firstRow() != merge.lastRow() || merge.firstColumn() != merge.lastColumn()) {
      merges++;
      if (merges > Bounds.MERGES) {
        throw WorkbookFault.excessive("合并单元格超过 " + Bounds.MERGES + " 处");
      }
      sink.merge(merge);
    }
  }
}
