package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An open .xlsx or .xlsm: its sheets in order, each to be read into a sink. */
final class XlsxWorkbook implements Closeable {
  /**
   * One sheet of the workbook.
   *
   * @param name its name
   * @param index zero-based place in the workbook
   * @param hidden whether it is hidden, be it for good
   * @param part the name of its part; null where the workbook does not say it
   */
  record Sheet(String name, int index, boolean hidden, String part) {}

  /**
   * One relationship.
   *
   * @param type the last word of its type, such as {@code worksheet}
   * @param part the name of the part that it points to
   */
  private record Relation(String type, String part) {}

  private final XlsxPackage parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean date1904;
  private String stylePart;
  private boolean stylesMissing;
  private SharedStrings strings;
  private CellStyles styles;

  /**
   * Opens a workbook.
   *
   * @throws WorkbookFault where the package is none, or broken
   */
  XlsxWorkbook(Path file) throws IOException {
    this(new ZipBytes(file));
  }

  /**
   * Opens a workbook whose bytes are there; they are let go of with it.
   *
   * @throws WorkbookFault where the package is none, or broken
   */
  XlsxWorkbook(ZipBytes bytes) throws IOException {
    parts = new XlsxPackage(bytes);
    boolean read = false;
    try {
      open();
      read = true;
    } finally {
      if (!read) {
        parts.close();
      }
    }
  }

  private void open() throws IOException {
    String workbook = workbookPart();
    FileKind kind = FileDetector.packageKind(parts, workbook);
    if (kind != FileKind.XLSX) {
      throw kind.fault();
    }
    Map<String, Relation> relations = relations(workbook);
    try (XmlPart xml = parts.xml(workbook, Bounds.HELD_PART_BYTES)) {
      int index = 0;
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          date1904 = xml.flag("date1904");
        } else if (xml.starts("sheet")) {
          sheet(xml, relations, index++);
        } else if (xml.starts("extLst")) {
          xml.skip();
        }
      }
    }
    strings = SharedStrings.read(parts, named(relations, "sharedStrings"));
    stylePart = named(relations, "styles");
    stylesMissing = stylePart != null && !parts.has(stylePart);
  }

  /** Makes cells of one sheet; the styles are read when cells are first made. */
  private CellReader cells(SheetRemarks remarks) throws IOException {
    if (styles == null) {
      styles = CellStyles.read(parts, stylePart);
    }
    return new CellReader(strings, styles, date1904, remarks);
  }

  /** The main part by the package's own relationships, or where every writer puts it. */
  private String workbookPart() throws IOException {
    String named = named(relations(""), "officeDocument");
    return named != null && parts.has(named) ? named : "xl/workbook.xml";
  }

  private static String named(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::part)
        .findFirst()
        .orElse(null);
  }

  private Map<String, Relation> relations(String source) throws IOException {
    int slash = source.lastIndexOf('/');
    String name = source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels";
    Map<String, Relation> relations = new HashMap<>();
    if (!parts.has(name)) {
      return relations;
    }
    try (XmlPart xml = parts.xml(name, Bounds.HELD_PART_BYTES)) {
      while (xml.next()) {
        String target = xml.starts("Relationship") ? xml.attribute("Target") : null;
        String type = target == null ? null : xml.attribute("Type");
        if (type != null && !"External".equals(xml.attribute("TargetMode"))) {
          String word = type.substring(type.lastIndexOf('/') + 1);
          relations.put(
              String.valueOf(xml.attribute("Id")),
              new Relation(word, XlsxPackage.resolve(source, target)));
        }
      }
    }
    return relations;
  }

  private void sheet(XmlPart xml, Map<String, Relation> relations, int index) throws WorkbookFault {
    if (index >= Bounds.SHEETS) {
      throw WorkbookFault.excessive("工作表超过 " + Bounds.SHEETS + " 张");
    }
    Relation relation = relations.get(String.valueOf(xml.attribute("id")));
    if (relation != null && !relation.type().equals("worksheet")) {
      // charts, dialogs and macro sheets hold no table
      return;
    }
    String name = xml.attribute("name");
    String state = xml.attribute("state");
    sheets.add(
        new Sheet(
            name == null ? "" : RichText.unescape(name),
            index,
            "hidden".equals(state) || "veryHidden".equals(state),
            relation == null ? null : relation.part()));
  }

  /** The sheets with cells, hidden ones included, in order. */
  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** The texts that the cells share. */
  SharedStrings strings() {
    return strings;
  }

  /**
   * Reads one sheet into a grid.
   *
   * @param most how many cells are held; of a larger sheet only the first rows are
   */
  SheetGrid grid(Sheet sheet, long most) throws IOException {
    SheetGrid grid = new SheetGrid(sheet.name(), sheet.index(), sheet.hidden());
    if (sheet.part() == null || !parts.has(sheet.part())) {
      grid.remark("工作簿中缺少这张工作表的内容。");
      return grid;
    }
    SheetRemarks remarks = new SheetRemarks();
    GridSink sink = new GridSink(grid, cells(remarks), remarks, most);
    read(sheet, sink);
    sink.finish();
    if (stylesMissing) {
      grid.remark("工作簿中缺少样式，数字按原值读取。");
    }
    return grid;
  }

  /** Reads one sheet row by row and tells what a reader should know of it. */
  SheetRemarks rows(Sheet sheet, SheetRows rows) throws IOException {
    SheetRemarks remarks = new SheetRemarks();
    RowSink sink = new RowSink(cells(remarks), remarks, rows);
    read(sheet, sink);
    sink.finish();
    return remarks;
  }

  /** Reads one sheet into a sink, cell by cell. */
  void read(Sheet sheet, SheetSink sink) throws IOException {
    try (XmlPart xml = parts.xml(sheet.part(), Bounds.PART_BYTES)) {
      new SheetPart(xml, sink).read();
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
