package cn.sunledger.annotate.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** workbook.xml: the list of sheets and the defined names, edited in place. */
final class WorkbookPart {
  /**
   * One sheet.
   *
   * @param name its name
   * @param sheetId its number, which never changes
   * @param relation id of the relation to its part
   */
  record Sheet(String name, int sheetId, String relation) {}

  /**
   * One defined name.
   *
   * @param name the name
   * @param scope index of the sheet it belongs to; -1 for the workbook
   * @param formula what it stands for
   */
  record Name(String name, int scope, String formula) {}

  private String text;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private String prefix = "";
  private int activeTab;

  WorkbookPart(String text) {
    this.text = text;
    read();
  }

  private void read() {
    sheets.clear();
    names.clear();
    activeTab = 0;
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (!scanner.opens()) {
        continue;
      }
      if (scanner.depth() == 1) {
        prefix = scanner.prefix();
      } else if (scanner.depth() == 3 && scanner.is("sheet")) {
        sheets.add(
            new Sheet(
                scanner.attribute("name", ""),
                number(scanner.attribute("sheetId"), 0),
                scanner.relation("id").orElse("")));
      } else if (scanner.depth() == 3 && scanner.is("definedName")) {
        String name = scanner.attribute("name", "");
        int scope = number(scanner.attribute("localSheetId"), -1);
        names.add(new Name(name, scope, scanner.innerText()));
      } else if (scanner.is("workbookView") && activeTab == 0) {
        activeTab = number(scanner.attribute("activeTab"), 0);
      }
    }
  }

  static int number(String value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  String text() {
    return text;
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  List<Name> names() {
    return List.copyOf(names);
  }

  int activeTab() {
    return activeTab;
  }

  /** The sheet with a name, capital and small letters being alike. */
  Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Adds a sheet behind the last one. */
  void addSheet(String name, String relation) {
    int id = sheets.stream().mapToInt(Sheet::sheetId).max().orElse(0) + 1;
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("sheets")) {
        scanner.skip();
        text =
            text.substring(0, scanner.start())
                + "<"
                + prefix
                + "sheet xmlns:r=\""
                + Ooxml.RELATIONS
                + "\" name=\""
                + XmlText.escape(name)
                + "\" sheetId=\""
                + id
                + "\" r:id=\""
                + relation
                + "\"/>"
                + text.substring(scanner.start());
        read();
        return;
      }
    }
  }

  /** Adds hidden defined names. */
  void addNames(List<Name> added) {
    StringBuilder xml = new StringBuilder();
    for (Name name : added) {
      xml.append("<").append(prefix).append("definedName name=\"");
      xml.append(XmlText.escape(name.name())).append('"');
      if (name.scope() >= 0) {
        xml.append(" localSheetId=\"").append(name.scope()).append('"');
      }
      if (!name.name().startsWith("_xlnm.Print")) {
        xml.append(" hidden=\"1\"");
      }
      xml.append('>').append(XmlText.escapeLines(name.formula()));
      xml.append("</").append(prefix).append("definedName>");
    }
    XmlScanner scanner = new XmlScanner(text);
    int behind = -1;
    while (scanner.next()) {
      if (!scanner.opens() || scanner.depth() != 2) {
        continue;
      }
      if (scanner.is("definedNames")) {
        boolean empty = scanner.kind() == XmlScanner.Kind.EMPTY;
        scanner.skip();
        int from = empty ? scanner.end() - 2 : scanner.start();
        String inside = empty ? ">" + xml + "</" + prefix + "definedNames>" : xml.toString();
        text = text.substring(0, from) + inside + text.substring(empty ? scanner.end() : from);
        read();
        return;
      }
      if (scanner.is("sheets")
          || scanner.is("functionGroups")
          || scanner.is("externalReferences")) {
        scanner.skip();
        behind = scanner.end();
      }
    }
    String tag = prefix + "definedNames>";
    text = text.substring(0, behind) + "<" + tag + xml + "</" + tag + text.substring(behind);
    read();
  }

  /**
   * Drops sheets and some names; what counts sheets by their place is counted anew.
   *
   * @param dropped places of the sheets
   * @param droppedNames names of the workbook that go with them
   */
  void removeSheets(Set<Integer> dropped, Set<String> droppedNames) {
    Map<Integer, Integer> places = new java.util.HashMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      if (!dropped.contains(i)) {
        places.put(i, places.size());
      }
    }

    XmlEdits edits = new XmlEdits();
    XmlScanner scanner = new XmlScanner(text);
    int sheet = 0;
    while (scanner.next()) {
      if (!scanner.opens()) {
        continue;
      }
      if (scanner.is("workbookView")) {
        recount(edits, scanner, "activeTab", places);
        recount(edits, scanner, "firstSheet", places);
      } else if (scanner.depth() == 3 && scanner.is("sheet")) {
        if (dropped.contains(sheet++)) {
          cut(edits, scanner);
        }
      } else if (scanner.depth() == 3 && scanner.is("definedName")) {
        removeName(edits, scanner, dropped, droppedNames, places);
      }
    }
    text = edits.apply(text);
    read();
  }

  private static void removeName(
      XmlEdits edits,
      XmlScanner scanner,
      Set<Integer> dropped,
      Set<String> droppedNames,
      Map<Integer, Integer> places) {
    int scope = number(scanner.attribute("localSheetId"), -1);
    if (scope < 0
        ? droppedNames.contains(scanner.attribute("name", ""))
        : dropped.contains(scope)) {
      cut(edits, scanner);
    } else {
      recount(edits, scanner, "localSheetId", places);
    }
  }

  private static void cut(XmlEdits edits, XmlScanner scanner) {
    int start = scanner.start();
    scanner.skip();
    edits.delete(start, scanner.end());
  }

  private static void recount(
      XmlEdits edits, XmlScanner scanner, String name, Map<Integer, Integer> places) {
    XmlScanner.Attribute attribute = scanner.find(name);
    if (attribute == null) {
      return;
    }
    int now = places.getOrDefault(number(attribute.value(), 0), 0);
    if (!attribute.value().equals(Integer.toString(now))) {
      edits.replace(attribute.start(), attribute.end(), " " + name + "=\"" + now + "\"");
    }
  }

  /** Makes a sheet the one that is shown first. */
  void activate(int place) {
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.is("workbookView")) {
        XmlEdits edits = new XmlEdits();
        XmlScanner.Attribute attribute = scanner.find("activeTab");
        String value = " activeTab=\"" + place + "\"";
        if (attribute != null) {
          edits.replace(attribute.start(), attribute.end(), value);
        } else {
          edits.insert(scanner.end() - (scanner.kind() == XmlScanner.Kind.EMPTY ? 2 : 1), value);
        }
        text = edits.apply(text);
        read();
        return;
      }
    }
  }
}
