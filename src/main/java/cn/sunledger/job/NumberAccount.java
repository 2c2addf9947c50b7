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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private long cells;
  private BigDecimal sum = BigDecimal.ZERO;
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
    private final Map<Long, Fact> facts = new HashMap<>();
    private final Map<Integer, List<TableLine>> lines = new HashMap<>();
    private final Set<Integer> numberColumns = new HashSet<>();
    private final Map<Integer, String> headers = new HashMap<>();
    private final SheetGrid grid;
    private int firstLine = Integer.MAX_VALUE;

    Known(SheetGrid grid, List<DisclosureTable> tables) {
      this.grid = grid;
      String sheet = grid.name();
      for (DisclosureTable table : tables) {
        for (Fact fact : table.facts()) {
          if (fact.cell().sheet().equals(sheet)) {
            facts.put(place(fact.cell().row(), fact.cell().column()), fact);
          }
        }
        for (TableLine line : table.lines()) {
          if (line.labelCell().sheet().equals(sheet)) {
            lines.computeIfAbsent(line.row(), row -> new ArrayList<>(1)).add(line);
            firstLine = Math.min(firstLine, line.row());
          }
        }
      }
      lines.keySet().forEach(row -> grid.row(row).forEach(this::learnNumberColumn));
    }

    /** A line number stands in its column also where the line has no label. */
    private void learnNumberColumn(GridCell cell) {
      if (cell.value() instanceof CellValue.Number && fact(cell) == null && isNumbered(cell)) {
        numberColumns.add(cell.column());
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

    private boolean isNumbered(GridCell cell) {
      String digits = cell.value().text().strip();
      return lines.getOrDefault(cell.row(), List.of()).stream()
          .anyMatch(line -> digits.equals(line.number()));
    }

    private static long place(int row, int column) {
      return (long) row << 32 | column;
    }

    Fact fact(GridCell cell) {
      return facts.get(place(cell.row(), cell.column()));
    }

    String reason(GridCell cell) {
      if (cell.row() < firstLine) {
        return HEAD;
      }
      if (numberColumns.contains(cell.column())) {
        return LINE_NUMBER;
      }
      String digits = cell.value().text().strip();
      for (TableLine line : lines.getOrDefault(cell.row(), List.of())) {
        if (!digits.isEmpty()
            && (line.code().contains(digits) || line.unitCode().contains(digits))) {
          return CODE;
        }
      }
      if (namedCode(cell)) {
        return CODE;
      }
      return lines.containsKey(cell.row()) ? BESIDE : OUTSIDE;
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
    for (int row = from; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        if (cell.value() instanceof CellValue.Number number) {
          add(cell, number, known, moved, none);
        } else if (known.fact(cell) != null) {
          fromText++;
        }
      }
    }
  }

  private void add(GridCell cell, CellValue.Number number, Known known, int moved, String none) {
    cells++;
    sum = sum.add(number.stored());
    if (known.fact(cell) != null) {
      facts++;
      factsSum = factsSum.add(number.stored());
    } else {
      leave(cell, number, none.isEmpty() ? known.reason(cell) : none, moved);
    }
  }

  private void leave(GridCell cell, CellValue.Number number, String reason, int moved) {
    Reason account = left.computeIfAbsent(reason, key -> new Reason());
    account.cells++;
    account.sum = account.sum.add(number.stored());
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
    List<SheetNumbers.Left> reasons = new ArrayList<>();
    left.forEach(
        (reason, account) ->
            reasons.add(new SheetNumbers.Left(reason, account.cells, account.sum, account.first)));
    return new SheetNumbers(cells, sum, facts, factsSum, fromText, reasons);
  }
}
