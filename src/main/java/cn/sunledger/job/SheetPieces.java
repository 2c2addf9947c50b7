package cn.sunledger.job;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.SheetRows;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the facts of a sheet that is too large to be held: its rows come piece by piece, and each
 * piece is recognised under the title and header of the table that the first piece ends in.
 */
final class SheetPieces implements SheetRows {
  /** Rows of a piece where nearly all are blank: a gap costs memory too. */
  private static final int LONGEST_PIECE = 200_000;

  /** Other sheets go with each piece, since they may tell unit and year, if they are small. */
  private static final int SMALL = 5_000;

  private final DisclosureReader reader;
  private final SheetGrid head;
  private final Optional<DisclosureTable> table;
  private final String file;
  private final List<SheetGrid> others;
  private final long most;
  private final Sink sink;
  private final NumberAccount account = new NumberAccount();
  private final List<Merge> merges;
  private final int headerFrom;
  private final int headerTo;
  private SheetGrid piece;
  private int nextMerge;
  private int moved;
  private long held;
  private int pieces = 1;

  /** Takes the facts of the pieces behind the first. */
  @FunctionalInterface
  interface Sink {
    /** Facts with their cells in the file, and the table whose they are. */
    void facts(DisclosureTable table, List<Fact> facts) throws IOException;
  }

  /**
   * @param workbook what is held of the workbook
   * @param head what is held of the sheet
   * @param disclosure what was recognised in all that is held
   * @param most how many cells a piece has, to the end of a row
   */
  SheetPieces(
      DisclosureReader reader,
      WorkbookGrid workbook,
      SheetGrid head,
      Disclosure disclosure,
      long most,
      Sink sink) {
    this.reader = reader;
    this.head = head;
    this.file = workbook.file();
    this.most = most;
    this.sink = sink;
    List<DisclosureTable> tables = disclosure.tables();
    table =
        tables.stream()
            .filter(each -> each.sheet().equals(head.name()) && !each.lines().isEmpty())
            .reduce((earlier, later) -> later);
    headerTo = table.map(SheetPieces::firstLine).orElse(0);
    headerFrom = table.map(each -> Math.min(each.titleCell().row(), headerTo)).orElse(0);
    merges = head.merges().stream().sorted(Comparator.comparingInt(Merge::firstRow)).toList();
    others =
        workbook.sheets().stream()
            .filter(each -> !each.name().equals(head.name()) && each.whole())
            .filter(each -> (long) each.rowCount() * each.columnCount() < SMALL)
            .toList();
    account.add(head, 0, 0, tables, noTable());
  }

  private static int firstLine(DisclosureTable table) {
    return table.lines().stream().mapToInt(TableLine::row).min().orElse(0);
  }

  /** Why the sheet gives no facts; empty where it does. */
  String noTable() {
    if (table.isPresent()) {
      return "";
    }
    return head.rowCount() == 0
        ? "工作簿很大，这张工作表只照原样转换，没有识别"
        : "很大的工作表，前 " + head.rowCount() + " 行里没有认出公开表";
  }

  @Override
  public void row(int row, List<GridCell> cells) throws IOException {
    if (row < head.rowCount()) {
      return;
    }
    boolean far = piece != null && row - moved > LONGEST_PIECE;
    if (held > 0 && held + cells.size() > most || far) {
      flush();
    }
    if (piece == null) {
      begin(row);
    }
    for (; nextMerge < merges.size() && merges.get(nextMerge).firstRow() <= row; nextMerge++) {
      move(merges.get(nextMerge), moved, header());
    }
    cells.forEach(cell -> move(cell, moved));
    held += cells.size();
  }

  private void begin(int row) {
    piece = new SheetGrid(head.name(), head.index(), head.hidden());
    for (int above = headerFrom; above < headerTo; above++) {
      head.row(above).forEach(cell -> move(cell, headerFrom));
    }
    for (Merge merge : merges) {
      if (merge.firstRow() >= headerTo) {
        break;
      }
      move(merge, headerFrom, 0);
    }
    moved = row - header();
    while (nextMerge < merges.size() && merges.get(nextMerge).lastRow() < row) {
      nextMerge++;
    }
  }

  private int header() {
    return headerTo - headerFrom;
  }

  private void move(GridCell cell, int up) {
    piece.put(
        new GridCell(
            cell.row() - up,
            cell.column(),
            cell.value(),
            cell.format(),
            cell.indent(),
            cell.formula()));
  }

  /** A region that begins above the rows that are here is left out. */
  private void move(Merge merge, int up, int top) {
    if (merge.firstRow() - up >= top) {
      piece.put(
          new Merge(
              merge.firstRow() - up,
              merge.firstColumn(),
              merge.lastRow() - up,
              merge.lastColumn()));
    }
  }

  /** Recognises the last piece. */
  void finish() throws IOException {
    flush();
  }

  private void flush() throws IOException {
    if (piece == null) {
      return;
    }
    List<DisclosureTable> read = List.of();
    if (table.isPresent()) {
      List<SheetGrid> sheets = new ArrayList<>(others);
      sheets.add(piece);
      sheets.sort(Comparator.comparingInt(SheetGrid::index));
      read = reader.recognise(new WorkbookGrid(file, sheets)).tables();
      deliver(read.stream().filter(each -> each.sheet().equals(head.name())).toList());
    }
    account.add(piece, header(), moved, read, noTable());
    pieces++;
    piece = null;
    held = 0;
  }

  private void deliver(List<DisclosureTable> read) throws IOException {
    boolean same = read.size() == 1 && read.get(0).id().equals(table.orElseThrow().id());
    for (DisclosureTable each : read) {
      List<Fact> facts = new ArrayList<>();
      for (Fact fact : each.facts()) {
        if (fact.cell().sheet().equals(head.name()) && fact.cell().row() >= header()) {
          facts.add(inPlace(fact));
        }
      }
      sink.facts(same ? table.get() : each, facts);
    }
  }

  private Fact inPlace(Fact fact) {
    CellRef cell = fact.cell();
    return fact.at(new CellRef(cell.sheet(), cell.row() + moved, cell.column()));
  }

  /** What became of the sheet's numbers. */
  NumberAccount account() {
    return account;
  }

  /** How the sheet was read, in Chinese. */
  String remark() {
    return "工作表“%s”有 %d 行，分 %d 段识别，每段不超过 %d 个单元格；各段沿用同一表头，层级只在段内推断。"
        .formatted(head.name(), head.fullRowCount(), pieces, most);
  }
}
