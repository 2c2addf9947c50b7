package cn.sunledger.job;

import cn.sunledger.export.SheetNumbers;
import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps account of the numbers of one sheet: which became facts, and why the others did not. */
final class NumberAccount {
  private static final String CODE = "科目或单位的编码";
  private static final String LINE_NUMBER = "行次或序号";
  private static final String HEAD = "标题、表头和栏次";
  private static final String BESIDE = "不在金额栏";
  private static final String OUTSIDE = "表外";

  private static final Pattern CODE_LABEL = Pattern.compile("编\\s*码|代\\s*码|编\\s*号");

  private final Map<String, Reason> left = new LinkedHashMap<>();
  private long facts;
  private BigDecimal factsSum = BigDecimal.ZERO;
  private long fromText;

  private static final class Reason {
    private long cells;
    private BigDecimal sum = BigDecimal.ZERO;
    private String first;
  }

  /** What is known of a sheet's rows, to tell why a number is no fact. */
  private static final class Known {
    private static final BitSet NONE = new BitSet();

    private final SheetGrid grid;

    /** The columns of the facts of each row. */
    private final List<BitSet> facts;

    /** The lines of each row. */
    private final List<List<TableLine>> lines;

    private final BitSet numberColumns = new BitSet();
    private final Map<Integer, String> headers = new HashMap<>();
    private int firstLine = Integer.MAX_VALUE;

    Known(SheetGrid grid, List<DisclosureTable> tables) {
      this.grid = grid;
      this.facts = new ArrayList<>(Collections.nCopies(grid.rowCount(), NONE));
      this.lines = new ArrayList<>(Collections.nCopies(grid.rowCount(), List.of()));
      for (DisclosureTable table : tables) {
        for (Fact fact : table.facts()) {
          if (isHere(fact.cell())) {
            add(fact.cell());
          }
        }
        for (TableLine line : table.lines()) {
          if (line.labelCell().sheet().equals(grid.name())) {
            add(line);
          }
        }
      }
    }

    /** Whether a cell is one of the sheet's; another may have its name in a broken file. */
    private boolean isHere(CellRef cell) {
      return cell.sheet().equals(grid.name()) && cell.row() < grid.rowCount();
    }

    private void add(CellRef fact) {
      BitSet columns = facts.get(fact.row());
      if (columns == NONE) {
        columns = new BitSet();
        facts.set(fact.row(), columns);
      }
      columns.set(fact.column());
    }

    private void add(TableLine line) {
      firstLine = Math.min(firstLine, line.row());
      if (line.row() >= grid.rowCount()) {
        return;
      }
      List<TableLine> before = lines.get(line.row());
      List<TableLine> all = before.isEmpty() ? List.of(line) : new ArrayList<>(before);
      if (!before.isEmpty()) {
        all.add(line);
      }
      lines.set(line.row(), all);
    }

    /** A line number stands in its column also where the line has no label. */
    void learnNumberColumn(GridCell cell) {
      String digits = cell.value().text().strip();
      for (TableLine line : lines.get(cell.row())) {
        if (digits.equals(line.number())) {
          numberColumns.set(cell.column());
        }
      }
    }

    /** The next text above the lines of a column; asked once a column, whatever its length. */
    private String header(int column) {
      for (int row = Math.min(firstLine, grid.rowCount()) - 1; row >= 0; row--) {
        if (grid.value(row, column) instanceof CellValue.Text text) {
          return text.text();
        }
      }
      return "";
    }

    /** Whether the next text to the left, or the one above, calls the number a code. */
    private boolean namedCode(GridCell cell) {
      String label = "";
      for (GridCell left : grid.row(cell.row())) {
        boolean before = left.column() < cell.column();
        label = before && left.value() instanceof CellValue.Text ? left.value().text() : label;
      }
      String header = headers.computeIfAbsent(cell.column(), this::header);
      return CODE_LABEL.matcher(label).find() || CODE_LABEL.matcher(header).find();
    }

    boolean isFact(GridCell cell) {
      return facts.get(cell.row()).get(cell.column());
    }

    String reason(GridCell cell) {
      if (cell.row() < firstLine) {
        return HEAD;
      }
      if (numberColumns.get(cell.column())) {
        return LINE_NUMBER;
      }
      String digits = cell.value().text().strip();
      for (TableLine line : lines.get(cell.row())) {
        if (!digits.isEmpty()
            && (line.code().contains(digits) || line.unitCode().contains(digits))) {
          return CODE;
        }
      }
      if (namedCode(cell)) {
        return CODE;
      }
      return lines.get(cell.row()).isEmpty() ? OUTSIDE : BESIDE;
    }
  }

  /**
   * Adds rows of the sheet.
   *
   * @param grid the rows
   * @param from the first row that counts; those above have been counted before
   * @param moved how many rows further down in the file the rows stand
   * @param tables what was recognised in them
   * @param none why nothing was; empty where something was
   */
  void add(SheetGrid grid, int from, int moved, List<DisclosureTable> tables, String none) {
    Known known = new Known(grid, tables);
    List<GridCell> open = new ArrayList<>();
    for (int row = 0; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        boolean number = cell.value() instanceof CellValue.Number;
        if (known.isFact(cell)) {
          addFact(cell, from);
        } else if (number && none.isEmpty()) {
          known.learnNumberColumn(cell);
          open.add(cell);
        } else if (number) {
          leave(cell, none, from, moved);
        }
      }
    }
    for (GridCell cell : open) {
      leave(cell, known.reason(cell), from, moved);
    }
  }

  private void addFact(GridCell cell, int from) {
    if (cell.row() < from) {
      return;
    }
    if (cell.value() instanceof CellValue.Number number) {
      facts++;
      factsSum = factsSum.add(number.stored());
    } else {
      fromText++;
    }
  }

  private void leave(GridCell cell, String reason, int from, int moved) {
    if (cell.row() < from) {
      return;
    }
    Reason account = left.computeIfAbsent(reason, key -> new Reason());
    account.cells++;
    account.sum = account.sum.add(((CellValue.Number) cell.value()).stored());
    if (account.first == null) {
      account.first = CellRef.columnName(cell.column()) + (cell.row() + moved + 1);
    }
  }

  /** Facts of the sheet so far. */
  long facts() {
    return facts + fromText;
  }

  /** The account. */
  SheetNumbers close() {
    long cells = facts;
    BigDecimal sum = factsSum;
    List<SheetNumbers.Left> reasons = new ArrayList<>();
    for (Map.Entry<String, Reason> each : left.entrySet()) {
      Reason account = each.getValue();
      cells += account.cells;
      sum = sum.add(account.sum);
      reasons.add(new SheetNumbers.Left(each.getKey(), account.cells, account.sum, account.first));
    }
    return new SheetNumbers(cells, sum, facts, factsSum, fromText, reasons);
  }
}
