package cn.sunledger.annotate.ooxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds elements to a sheet where the schema wants them, and takes them out again. */
final class SheetElements {
  private static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "sheetCalcPr",
          "sheetProtection",
          "protectedRanges",
          "scenarios",
          "autoFilter",
          "sortState",
          "dataConsolidate",
          "customSheetViews",
          "mergeCells",
          "phoneticPr",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  private SheetElements() {}

  /** The relation to the sheet's legacy drawing, which holds the boxes of its comments. */
  static Optional<String> legacyDrawing(String sheet) {
    XmlScanner scanner = new XmlScanner(sheet);
    while (scanner.next()) {
      if (scanner.opens() && scanner.depth() == 2) {
        if (scanner.is("legacyDrawing")) {
          return scanner.relation("id");
        }
        scanner.skip();
      }
    }
    return Optional.empty();
  }

  /** The sheet with a relation to a legacy drawing. */
  static String withLegacyDrawing(String sheet, String relation) {
    XmlEdits edits = new XmlEdits();
    String prefix = prefix(sheet);
    edits.insert(
        place(sheet, "legacyDrawing"),
        "<"
            + prefix
            + "legacyDrawing xmlns:r=\""
            + Ooxml.RELATIONS
            + "\" r:id=\""
            + relation
            + "\"/>");
    return edits.apply(sheet);
  }

  /** The sheet without its relation to a legacy drawing. */
  static String withoutLegacyDrawing(String sheet) {
    XmlScanner scanner = new XmlScanner(sheet);
    while (scanner.next()) {
      if (scanner.opens() && scanner.depth() == 2) {
        int start = scanner.start();
        boolean found = scanner.is("legacyDrawing");
        scanner.skip();
        if (found) {
          return sheet.substring(0, start) + sheet.substring(scanner.end());
        }
      }
    }
    return sheet;
  }

  /**
   * The sheet with links to places in the workbook on cells that have none yet.
   *
   * @param sheet the text of the sheet's part
   * @param links the place each cell leads to
   * @param tip what appears under the pointer
   */
  static String withLinks(String sheet, Map<Position, String> links, String tip) {
    StringBuilder xml = new StringBuilder();
    String prefix = prefix(sheet);
    links.forEach(
        (cell, target) -> {
          if (!linked(sheet, cell)) {
            xml.append('<').append(prefix).append("hyperlink ref=\"").append(cell.a1());
            xml.append("\" location=\"").append(XmlText.escape(target)).append("\" tooltip=\"");
            xml.append(XmlText.escape(tip)).append("\"/>");
          }
        });
    if (xml.length() == 0) {
      return sheet;
    }
    XmlScanner scanner = new XmlScanner(sheet);
    while (scanner.next()) {
      if (scanner.opens() && scanner.depth() == 2) {
        boolean found = scanner.is("hyperlinks") && scanner.kind() == XmlScanner.Kind.START;
        scanner.skip();
        if (found) {
          return sheet.substring(0, scanner.start()) + xml + sheet.substring(scanner.start());
        }
      }
    }
    int at = place(sheet, "hyperlinks");
    String tag = prefix + "hyperlinks>";
    return sheet.substring(0, at) + "<" + tag + xml + "</" + tag + sheet.substring(at);
  }

  private static boolean linked(String sheet, Position cell) {
    XmlScanner scanner = new XmlScanner(sheet);
    while (scanner.next()) {
      if (scanner.opens() && scanner.depth() == 2 && !scanner.is("hyperlinks")) {
        scanner.skip();
      } else if (scanner.opens() && scanner.is("hyperlink")) {
        String[] ends = scanner.attribute("ref", "A1").split(":");
        Position first = Position.of(ends[0]);
        Position last = Position.of(ends[ends.length - 1]);
        if (first.row() <= cell.row()
            && cell.row() <= last.row()
            && first.column() <= cell.column()
            && cell.column() <= last.column()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The sheet without the links that carry a tip. */
  static String withoutLinks(String sheet, String tip) {
    if (!sheet.contains(XmlText.escape(tip))) {
      return sheet;
    }
    XmlEdits edits = new XmlEdits();
    XmlScanner scanner = new XmlScanner(sheet);
    int from = -1;
    int left = 0;
    while (scanner.next()) {
      if (scanner.is("hyperlinks")) {
        if (scanner.opens()) {
          from = scanner.start();
        } else if (left == 0) {
          return sheet.substring(0, from) + sheet.substring(scanner.end());
        }
      } else if (scanner.opens() && scanner.is("hyperlink")) {
        int start = scanner.start();
        boolean ours = tip.equals(scanner.attribute("tooltip"));
        scanner.skip();
        if (ours) {
          edits.delete(start, scanner.end());
        } else {
          left++;
        }
      }
    }
    return edits.apply(sheet);
  }

  private static String prefix(String sheet) {
    XmlScanner scanner = new XmlScanner(sheet);
    scanner.next();
    return scanner.prefix();
  }

  /** Where an element belongs: in front of the first one that the schema wants behind it. */
  private static int place(String sheet, String name) {
    int rank = ORDER.indexOf(name);
    XmlScanner scanner = new XmlScanner(sheet);
    int end = sheet.length();
    while (scanner.next()) {
      if (scanner.depth() == 1 && !scanner.opens()) {
        return scanner.start();
      }
      if (scanner.opens() && scanner.depth() == 2) {
        int start = scanner.start();
        int found = scanner.named("AlternateContent") ? inside(scanner) : rank(scanner);
        if (found > rank) {
          return start;
        }
        scanner.skip();
      }
    }
    return end;
  }

  private static int rank(XmlScanner scanner) {
    return scanner.uri().equals(Ooxml.MAIN) ? ORDER.indexOf(scanner.name()) : -1;
  }

  private static int inside(XmlScanner scanner) {
    int rank = -1;
    int depth = scanner.depth();
    if (scanner.kind() == XmlScanner.Kind.START) {
      while (scanner.next() && (scanner.opens() || scanner.depth() > depth)) {
        if (scanner.opens() && rank < 0) {
          rank = rank(scanner);
        }
      }
    }
    return rank;
  }
}
