package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Caption;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a workbook as their sheets print them: every row and column that a person sees,
 * header cells merged as they are, blank rows and columns and hidden sheets left out.
 */
public final class PrintedTables {
  private static final Pattern CENTRED_COLUMN = Pattern.compile("行次|栏次|序号|编码|.*代码|.*编码|类|款|项|单位编号");
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");
  private static final Pattern NUMERAL = Pattern.compile("[-—]?[0-9][0-9,，]*(?:\\.[0-9]+)?%?");

  private final Disclosure disclosure;
  private final Words words = new Words();

  private PrintedTables(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /**
   * Lays out.
   *
   * @param workbook the cells
   * @param disclosure its tables as they were recognised
   * @return the tables in the order of the sheets; what is no table is left out
   */
  public static List<PrintedTable> of(WorkbookGrid workbook, Disclosure disclosure) {
    PrintedTables printer = new PrintedTables(disclosure);
    List<PrintedTable> tables = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      if (sheet.hidden()) {
        continue;
      }
      for (Region region : RegionSplitter.split(Area.of(sheet, printer.words))) {
        if (!region.body().isEmpty()) {
          printer
              .tableOf(region)
              .ifPresent(table -> tables.add(printer.print(sheet, region, table)));
        }
      }
    }
    return tables;
  }

  /** The table that was read from a region, if one was. */
  private Optional<DisclosureTable> tableOf(Region region) {
    return disclosure.tables().stream()
        .filter(table -> cells(table).anyMatch(cell -> isIn(region.area(), cell)))
        .findFirst();
  }

  private static Stream<CellRef> cells(DisclosureTable table) {
    return Stream.of(
            Stream.of(table.titleCell()),
            table.lines().stream().map(line -> line.labelCell()),
            table.facts().stream().map(fact -> fact.cell()))
        .flatMap(stream -> stream);
  }

  private static boolean isIn(Area area, CellRef cell) {
    return cell.sheet().equals(area.ref(0, 0).sheet())
        && cell.row() >= area.top
        && cell.row() <= area.bottom
        && cell.column() >= area.left
        && cell.column() <= area.right;
  }

  private PrintedTable print(SheetGrid sheet, Region region, DisclosureTable table) {
    Preamble preamble = Preamble.read(region);
    String title = preamble.title().isEmpty() ? table.title() : preamble.title();
    List<Integer> rows = region.body().stream().filter(r -> !sheet.rowHidden(r)).toList();
    List<Integer> columns = columns(sheet, region, rows);
    int headerEnd = headerEnd(region);
    List<Row> printed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean header = rows.get(i) < headerEnd;
      printed.add(row(sheet, region, rows, columns, i, header));
    }
    boolean annex =
        table.document() == DocumentKind.PERFORMANCE_SELF_EVALUATION
            && disclosure.document() != DocumentKind.PERFORMANCE_SELF_EVALUATION;
    return new PrintedTable(
        title,
        annex,
        captions(region, title),
        columns.size(),
        (int) rows.stream().filter(r -> r < headerEnd).count(),
        printed,
        notes(region));
  }

  /** The row at which the lines begin; a form of labels and answers has no header. */
  private static int headerEnd(Region region) {
    if (region.isForm()) {
      return 0;
    }
    List<Integer> lines = region.header().lines();
    return lines.isEmpty() ? region.area().bottom + 1 : lines.get(0);
  }

  /** The columns in which a cell stands, hidden ones left out. */
  private static List<Integer> columns(SheetGrid sheet, Region region, List<Integer> rows) {
    Set<Integer> columns = new TreeSet<>();
    for (int r : rows) {
      for (SheetCell cell : region.table().row(r)) {
        if (!sheet.columnHidden(cell.column())) {
          columns.add(cell.column());
        }
      }
    }
    return List.copyOf(columns);
  }

  private static Row row(
      SheetGrid sheet,
      Region region,
      List<Integer> rows,
      List<Integer> columns,
      int index,
      boolean header) {
    Area area = region.area();
    int r = rows.get(index);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); ) {
      int column = columns.get(i);
      Merge merge = area.merge(r, column);
      int span = 1;
      boolean continued = false;
      boolean opens = false;
      if (merge != null) {
        while (i + span < columns.size() && columns.get(i + span) <= merge.lastColumn()) {
          span++;
        }
        continued = index > 0 && rows.get(index - 1) >= merge.firstRow();
        opens = index + 1 < rows.size() && rows.get(index + 1) <= merge.lastRow();
      }
      GridCell cell =
          merge == null ? sheet.cell(r, column) : sheet.cell(merge.firstRow(), merge.firstColumn());
      String label = region.isForm() ? "" : region.header().last(column);
      cells.add(cell(cell, header, label, span, opens, continued));
      i += span;
    }
    return new Row(cells);
  }

  private static Cell cell(
      GridCell cell, boolean header, String label, int span, boolean opens, boolean continued) {
    if (cell == null || continued) {
      return new Cell("", header ? Kind.CENTRED : Kind.TEXT, 0, span, opens, continued);
    }
    String text = cell.value().text();
    if (header) {
      return new Cell(
          LINE_BREAKS.matcher(text.strip()).replaceAll(""), Kind.CENTRED, 0, span, opens, false);
    }
    boolean numeral =
        cell.value() instanceof CellValue.Number || NUMERAL.matcher(text.strip()).matches();
    Kind kind =
        numeral && CENTRED_COLUMN.matcher(Labels.normal(label)).matches()
            ? Kind.CENTRED
            : numeral ? Kind.NUMBER : Kind.TEXT;
    int indent = kind == Kind.TEXT ? cell.indent() + leadingCharacters(text) : 0;
    return new Cell(text.strip(), kind, indent, span, opens, false);
  }

  /** How many Chinese characters the blanks in front of a label are wide. */
  private static int leadingCharacters(String text) {
    int halves = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      halves += text.charAt(i) == '\u3000' ? 2 : 1;
    }
    return halves / 2;
  }

  private static List<Caption> captions(Region region, String title) {
    List<Caption> captions = new ArrayList<>();
    Area area = region.table();
    int middle = (area.left + area.right + 1) / 2;
    for (int r : region.preamble()) {
      StringBuilder left = new StringBuilder();
      StringBuilder right = new StringBuilder();
      for (SheetCell cell : region.area().row(r)) {
        if (!cell.compact().isEmpty() && !title.contains(cell.compact())) {
          boolean atRight = cell.column() >= middle && cell.column() > area.left;
          append(atRight ? right : left, cell.value().text().strip());
        }
      }
      if (!left.isEmpty() || !right.isEmpty()) {
        captions.add(new Caption(left.toString(), right.toString()));
      }
    }
    return captions;
  }

  private static void append(StringBuilder line, String text) {
    boolean label = line.length() > 0 && "：:".indexOf(line.charAt(line.length() - 1)) >= 0;
    if (!line.isEmpty() && !label) {
      line.append('　');
    }
    line.append(LINE_BREAKS.matcher(text).replaceAll(""));
  }

  private static List<String> notes(Region region) {
    List<String> notes = new ArrayList<>();
    for (int r : region.notes()) {
      StringBuilder note = new StringBuilder();
      region.area().row(r).forEach(cell -> append(note, cell.value().text().strip()));
      if (!note.isEmpty()) {
        notes.add(note.toString());
      }
    }
    return notes;
  }
}
