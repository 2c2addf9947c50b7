package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.NumberTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads cells of a sheet: their texts, formulas and styles. */
final class SheetReader {
  /**
   * A cell.
   *
   * @param at its place
   * @param style its style
   * @param number whether it stores a number
   * @param text what it stores, as text
   * @param formula its formula; empty where it has none
   */
  record Cell(Position at, int style, boolean number, String text, String formula) {}

  private final OoxmlPackage parts;
  private final String workbook;
  private List<String> shared;

  SheetReader(OoxmlPackage parts, String workbook) {
    this.parts = parts;
    this.workbook = workbook;
  }

  /** The cells of a sheet for which a place is wanted, from the top. */
  List<Cell> cells(String sheet, Predicate<Position> wanted) throws IOException {
    List<Cell> cells = new ArrayList<>();
    XmlScanner scanner = new XmlScanner(sheet);
    int row = -1;
    int column = -1;
    while (scanner.next()) {
      if (!scanner.opens()) {
        if (scanner.is("sheetData")) {
          break;
        }
      } else if (scanner.is("row")) {
        row = WorkbookPart.number(scanner.attribute("r"), row + 2) - 1;
        column = -1;
      } else if (scanner.is("c")) {
        String address = scanner.attribute("r");
        column = address == null ? column + 1 : Position.of(address).column();
        Position at = new Position(row, column);
        if (wanted.test(at)) {
          cells.add(cell(scanner, at));
        } else {
          scanner.skip();
        }
      }
    }
    return cells;
  }

  private Cell cell(XmlScanner scanner, Position at) throws IOException {
    String type = scanner.attribute("t", "n");
    int style = WorkbookPart.number(scanner.attribute("s"), 0);
    String value = "";
    String formula = "";
    StringBuilder inline = new StringBuilder();
    int depth = scanner.depth();
    if (scanner.kind() == XmlScanner.Kind.START) {
      while (scanner.next() && (scanner.opens() || scanner.depth() > depth)) {
        if (scanner.opens() && scanner.is("v")) {
          value = scanner.innerText();
        } else if (scanner.opens() && scanner.is("f")) {
          formula = scanner.innerText();
        } else if (scanner.opens() && scanner.is("rPh")) {
          scanner.skip();
        } else if (scanner.opens() && scanner.is("t")) {
          inline.append(scanner.innerText());
        }
      }
    }
    String text =
        switch (type) {
          case "s" -> sharedString(WorkbookPart.number(value, -1));
          case "inlineStr" -> inline.toString();
          default -> value;
        };
    return new Cell(at, style, type.equals("n") && !value.isBlank(), text, formula);
  }

  private String sharedString(int place) throws IOException {
    if (shared == null) {
      shared = new ArrayList<>();
      Optional<Relations.Relation> relation =
          parts.relations(workbook).ofType(Ooxml.SHARED_STRINGS);
      if (relation.isPresent()) {
        parts.text(relation.get().part()).ifPresent(this::readShared);
      }
    }
    return place >= 0 && place < shared.size() ? shared.get(place) : "";
  }

  private void readShared(String text) {
    XmlScanner scanner = new XmlScanner(text);
    StringBuilder words = new StringBuilder();
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("rPh")) {
        scanner.skip();
      } else if (scanner.opens() && scanner.is("t")) {
        words.append(scanner.innerText());
      } else if (scanner.is("si") && scanner.kind() != XmlScanner.Kind.START) {
        shared.add(words.toString());
        words.setLength(0);
      }
    }
  }

  /** The texts of a sheet, row by row. */
  List<Map<Integer, String>> texts(String sheet, int columns) throws IOException {
    TreeMap<Integer, Map<Integer, String>> rows = new TreeMap<>();
    for (Cell cell : cells(sheet, at -> at.column() < columns)) {
      if (!cell.text().isEmpty()) {
        rows.computeIfAbsent(cell.at().row(), row -> new TreeMap<>())
            .put(cell.at().column(), cell.number() ? NumberTexts.plain(cell.text()) : cell.text());
      }
    }
    return List.copyOf(rows.values());
  }
}
