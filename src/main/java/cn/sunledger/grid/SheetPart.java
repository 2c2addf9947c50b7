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

  SheetPart(XmlPart xml, SheetSink sink) {
    this.xml = xml;
    this.sink = sink;
  }

  void read() throws IOException {
    while (xml.next()) {
      if (xml.start()) {
        element();
      }
    }
  }

  private void element() throws IOException {
    switch (xml.name()) {
      case "sheetView" -> {
        if ("0".equals(xml.attribute("showZeros")) || "false".equals(xml.attribute("showZeros"))) {
          sink.zerosHidden();
        }
      }
      case "col" -> columns();
      case "row" -> row();
      case "c" -> cell();
      case "mergeCell" -> merge();
      case "extLst" -> xml.skip();
      default -> {}
    }
  }

  private void columns() throws IOException {
    int first = xml.number("min", 1);
    int last = Math.min(xml.number("max", first), Bounds.COLUMNS);
    if ((xml.flag("hidden") || zero("width")) && first > 0 && first <= last) {
      sink.hiddenColumns(first - 1, last - 1);
    }
  }

  private boolean zero(String attribute) {
    String value = xml.attribute(attribute);
    return value != null && value.matches("0+(\\.0*)?");
  }

  private void row() throws IOException {
    int number = xml.number("r", row + 2);
    row = number - 1;
    column = -1;
    if (row >= 0 && row < Bounds.ROWS && (xml.flag("hidden") || zero("ht"))) {
      sink.hiddenRow(row);
    }
  }

  private void cell() throws IOException {
    String address = xml.attribute("r");
    column++;
    boolean placed = place(address);
    cell.style = xml.number("s", 0);
    cell.type = type(xml.attribute("t"));
    cell.text = null;
    cell.formula = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        cell.text = xml.text();
        if (cell.type == RawCell.Type.TEXT) {
          cell.text = RichText.unescape(cell.text);
        }
      } else if (xml.starts("is")) {
        cell.text = RichText.read(xml, "is");
      } else if (xml.starts("f")) {
        cell.formula = formula();
      } else if (xml.starts("extLst")) {
        xml.skip();
      }
    }
    if (placed && (cell.text != null || !cell.formula.isEmpty())) {
      sink.cell(cell);
    }
  }

  private boolean place(String address) throws IOException {
    if (address != null) {
      long place = CellAddress.parse(address);
      if (place == CellAddress.NONE) {
        sink.badAddress(address);
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

  private static RawCell.Type type(String name) {
    return switch (name == null ? "n" : name) {
      case "s" -> RawCell.Type.SHARED_TEXT;
      case "str", "inlineStr" -> RawCell.Type.TEXT;
      case "b" -> RawCell.Type.BOOLEAN;
      case "e" -> RawCell.Type.ERROR;
      case "d" -> RawCell.Type.ISO_DATE;
      default -> RawCell.Type.NUMBER;
    };
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
