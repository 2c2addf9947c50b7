package cn.sunledger.annotate.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Gives some cells of a sheet another style. Nothing but the attribute {@code s} changes; a cell
 * that the sheet does not write yet is added empty, in the style its row or column gives it.
 */
final class CellStyles {
  /** Decides on one cell. */
  interface Change {
    /** What to do with a cell that stays as it is. */
    int KEEP = -1;

    /** What to do with an empty cell that goes. */
    int DROP = -2;

    /**
     * The new style of a cell.
     *
     * @param style its style now
     * @param exists whether the sheet writes the cell
     * @return the place of a style, {@link #KEEP} or {@link #DROP}
     */
    int style(int style, boolean exists);
  }

  private record ColumnStyle(int first, int last, int style) {}

  private final String text;
  private final NavigableMap<Integer, NavigableMap<Integer, Change>> wanted = new TreeMap<>();
  private final List<ColumnStyle> columnStyles = new ArrayList<>();
  private final XmlEdits edits = new XmlEdits();
  private String prefix = "";

  private CellStyles(String text, Map<Position, Change> changes) {
    this.text = text;
    changes.forEach(
        (at, change) ->
            wanted.computeIfAbsent(at.row(), row -> new TreeMap<>()).put(at.column(), change));
  }

  /**
   * Restyles cells.
   *
   * @param sheet the text of the sheet's part
   * @param changes what to do with which cell
   * @return the text with the new styles
   */
  static String apply(String sheet, Map<Position, Change> changes) {
    return changes.isEmpty() ? sheet : new CellStyles(sheet, changes).run();
  }

  private String run() {
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (!scanner.opens()) {
        continue;
      }
      if (scanner.depth() == 1) {
        prefix = scanner.prefix();
      } else if (scanner.is("col") && scanner.attribute("style") != null) {
        columnStyles.add(
            new ColumnStyle(
                WorkbookPart.number(scanner.attribute("min"), 1) - 1,
                WorkbookPart.number(scanner.attribute("max"), 1) - 1,
                WorkbookPart.number(scanner.attribute("style"), 0)));
      } else if (scanner.is("sheetData")) {
        rows(scanner);
        break;
      }
    }
    return edits.apply(text);
  }

  private void rows(XmlScanner scanner) {
    if (scanner.kind() == XmlScanner.Kind.EMPTY) {
      String added = newRows(Integer.MAX_VALUE);
      if (!added.isEmpty()) {
        open(scanner, "sheetData", added);
      }
      return;
    }
    int last = -1;
    while (scanner.next() && scanner.opens()) {
      int row = WorkbookPart.number(scanner.attribute("r"), last + 2) - 1;
      edits.insert(scanner.start(), newRows(row));
      NavigableMap<Integer, Change> cells = wanted.remove(row);
      if (cells == null) {
        scanner.skip();
      } else {
        row(scanner, row, cells);
      }
      last = row;
    }
    edits.insert(scanner.start(), newRows(Integer.MAX_VALUE));
  }

  private void row(XmlScanner scanner, int row, NavigableMap<Integer, Change> cells) {
    int style = WorkbookPart.number(scanner.attribute("s"), -1);
    if (scanner.kind() == XmlScanner.Kind.EMPTY) {
      String added = newCells(row, cells, Integer.MAX_VALUE, style);
      if (!added.isEmpty()) {
        open(scanner, "row", added);
      }
      return;
    }
    int last = -1;
    while (scanner.next() && scanner.opens()) {
      String address = scanner.attribute("r");
      int column = address == null ? last + 1 : Position.of(address).column();
      edits.insert(scanner.start(), newCells(row, cells, column, style));
      Change change = cells.remove(column);
      if (change == null) {
        scanner.skip();
      } else {
        cell(scanner, change);
      }
      last = column;
    }
    edits.insert(scanner.start(), newCells(row, cells, Integer.MAX_VALUE, style));
  }

  private void cell(XmlScanner scanner, Change change) {
    XmlScanner.Attribute attribute = scanner.find("s");
    int before = attribute == null ? 0 : WorkbookPart.number(attribute.value(), 0);
    int start = scanner.start();
    int tagEnd = scanner.end();
    boolean empty = scanner.kind() == XmlScanner.Kind.EMPTY;
    scanner.skip();
    int after = change.style(before, true);
    if (after == Change.DROP) {
      if (empty || text.substring(tagEnd, scanner.start()).isBlank()) {
        edits.delete(start, scanner.end());
        return;
      }
      after = 0;
    }
    if (after == Change.KEEP || after == before) {
      return;
    }
    String written = " s=\"" + after + "\"";
    if (attribute == null) {
      edits.insert(tagEnd - (empty ? 2 : 1), written);
    } else {
      edits.replace(attribute.start(), attribute.end(), written);
    }
  }

  private void open(XmlScanner scanner, String name, String inside) {
    edits.replace(scanner.end() - 2, scanner.end(), ">" + inside + "</" + prefix + name + ">");
  }

  private String newRows(int before) {
    StringBuilder out = new StringBuilder();
    while (!wanted.isEmpty() && wanted.firstKey() < before) {
      int row = wanted.firstKey();
      String cells = newCells(row, wanted.remove(row), Integer.MAX_VALUE, -1);
      if (!cells.isEmpty()) {
        out.append('<').append(prefix).append("row r=\"").append(row + 1).append("\">");
        out.append(cells).append("</").append(prefix).append("row>");
      }
    }
    return out.toString();
  }

  private String newCells(int row, NavigableMap<Integer, Change> cells, int before, int rowStyle) {
    StringBuilder out = new StringBuilder();
    while (!cells.isEmpty() && cells.firstKey() < before) {
      int column = cells.firstKey();
      int now = rowStyle >= 0 ? rowStyle : columnStyle(column);
      int style = cells.remove(column).style(now, false);
      if (style >= 0) {
        out.append('<').append(prefix).append("c r=\"").append(new Position(row, column).a1());
        out.append("\" s=\"").append(style).append("\"/>");
      }
    }
    return out.toString();
  }

  private int columnStyle(int column) {
    for (ColumnStyle each : columnStyles) {
      if (each.first() <= column && column <= each.last()) {
        return each.style();
      }
    }
    return 0;
  }
}
