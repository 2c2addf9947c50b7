package cn.sunledger.layout;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts merges back that a conversion wrote out: pages and documents turned into sheets repeat a
 * merged text in every place it covered. Sheets without such repeats stay as they are.
 */
final class WrittenMerges {
  private static final int LOOK_AT = 12;
  private static final int ENOUGH = 3;
  private static final int LONG_TEXT = 6;
  private static final int FAR = 40;
  private static final int CODE = 3;

  private static final Pattern VALUE = Pattern.compile("[≥≤<>=＝＞＜]*[0-9].{0,5}");

  private final SheetGrid grid;
  private final Words words;

  /** The run of equal places that covers each place; null where it stands alone or is blank. */
  private final Merge[][] runs;

  private int firstAmount;

  private WrittenMerges(SheetGrid grid, Words words) {
    this.grid = grid;
    this.words = words;
    this.runs = new Merge[grid.rowCount()][grid.columnCount()];
  }

  /** The sheet with its merges put back. */
  static SheetGrid joined(SheetGrid grid, Words words) {
    return new WrittenMerges(grid, words).joined();
  }

  /** Whether neighbours in the upper rows repeat texts, which no form does of itself. */
  static boolean areIn(SheetCells cells) {
    int repeats = 0;
    for (int r = 0; r < Math.min(LOOK_AT, cells.rowCount()); r++) {
      SheetCell before = null;
      for (SheetCell cell : cells.row(r)) {
        String text = cell.value().text();
        boolean same =
            before != null
                && before.column() == cell.column() - 1
                && text.equals(before.value().text())
                && text.length() > 1
                && isText(cell.value());
        repeats += same ? 1 : 0;
        before = cell;
      }
    }
    return repeats >= ENOUGH;
  }

  private static boolean isText(GridCell cell) {
    return isText(cell.value());
  }

  private static boolean isText(CellValue value) {
    String text = value.text();
    return value instanceof CellValue.Text
        && NumberText.parse(text).isEmpty()
        && !VALUE.matcher(text).matches()
        && text.chars().anyMatch(c -> c >= '\u4e00' && c <= '\u9fff');
  }

  private SheetGrid joined() {
    firstAmount = firstAmount();
    for (int r = 0; r < grid.rowCount(); r++) {
      across(r);
    }
    for (int r = 0; r < firstAmount; r++) {
      downTo(r);
    }
    for (int r = firstAmount; r < grid.rowCount(); r++) {
      numbers(r);
    }
    for (int r = firstAmount; r < grid.rowCount(); r++) {
      downTo(r);
    }
    return rebuilt();
  }

  /** The first row that holds numbers other than a count of columns. */
  private int firstAmount() {
    for (int r = 0; r < grid.rowCount(); r++) {
      int next = 1;
      for (GridCell cell : grid.row(r)) {
        Optional<NumberText> number = NumberText.of(cell.value());
        boolean amount = number.isPresent() && !words.of(cell.value().text()).isYear();
        if (amount && number.get().number().shown().compareTo(BigDecimal.valueOf(next++)) != 0) {
          return r;
        }
      }
    }
    return grid.rowCount();
  }

  /** Joins texts that repeat in a row. */
  private void across(int r) {
    List<GridCell> row = grid.row(r);
    for (int i = 0; i < row.size(); ) {
      int last = i;
      while (last + 1 < row.size()
          && isSame(row.get(i), row.get(last + 1), last + 1 - i)
          && comesDown(row.get(last)) == comesDown(row.get(last + 1))) {
        last++;
      }
      if (isText(row.get(i)) && (last == i || joins(r, row, i, last))) {
        run(r, row.get(i).column(), r, row.get(last).column());
        i = last + 1;
      } else {
        i++;
      }
    }
  }

  private boolean isSame(GridCell one, GridCell other, int distance) {
    return other.column() == one.column() + distance
        && compact(words, one).equals(compact(words, other));
  }

  private static String compact(Words words, GridCell cell) {
    return cell.value() instanceof CellValue.Text
        ? words.of(cell.value().text()).compact()
        : cell.value().text();
  }

  /** Whether the place above says the same: 小计 over two rows stands beside a 小计 of its own. */
  private boolean comesDown(GridCell cell) {
    GridCell above = cell.row() == 0 ? null : grid.cell(cell.row() - 1, cell.column());
    return above != null && compact(words, above).equals(compact(words, cell));
  }

  /**
   * Among the lines a target and an actual value may say the same: only labels are joined there.
   */
  private boolean joins(int r, List<GridCell> row, int first, int last) {
    Word word = words.of(row.get(first).value().text());
    return r < firstAmount
        || first == 0
        || last - first + 1 >= ENOUGH
        || word.compact().length() > LONG_TEXT
        || word.is(WordKind.HEADER)
        || FormWords.HEADER.matcher(word.normal()).matches();
  }

  /**
   * Joins a row's runs with the same in the next row: of the header, of labels in front, and of
   * what follows them as long as all is one.
   */
  private void downTo(int r) {
    if (r + 1 == grid.rowCount() || isRepeated(r)) {
      return;
    }
    boolean all = true;
    boolean any = false;
    for (GridCell cell : grid.row(r)) {
      Merge run = runs[r][cell.column()];
      if (run == null || run.firstColumn() != cell.column()) {
        continue;
      }
      boolean leading = isLeading(r, cell.column()) && isLeading(r + 1, cell.column());
      boolean open = isText(cell) ? r + 1 < firstAmount || leading || all && any : all && any;
      boolean joined = open && goesOn(r, cell, run);
      if (joined) {
        run(run.firstRow(), run.firstColumn(), r + 1, run.lastColumn());
      }
      all &= joined;
      any |= joined;
    }
  }

  /** Whether the next row says the same in the same columns. */
  private boolean goesOn(int r, GridCell cell, Merge run) {
    GridCell below = grid.cell(r + 1, cell.column());
    Merge next = runs[r + 1][cell.column()];
    return below != null
        && next != null
        && next.lastColumn() == run.lastColumn()
        && compact(words, below).equals(compact(words, cell));
  }

  /** Whether the next row prints the same in every place: two rows, not one over both. */
  private boolean isRepeated(int r) {
    List<GridCell> row = grid.row(r);
    List<GridCell> below = grid.row(r + 1);
    boolean same = r >= firstAmount && row.size() == below.size();
    for (int i = 0; same && i < row.size(); i++) {
      same = compact(words, row.get(i)).equals(compact(words, below.get(i)));
    }
    return same;
  }

  private boolean isLeading(int r, int column) {
    for (GridCell cell : grid.row(r)) {
      if (cell.column() < column && cell.value() instanceof CellValue.Number) {
        return false;
      }
    }
    return true;
  }

  private void run(int top, int left, int bottom, int right) {
    Merge run = new Merge(top, left, bottom, right);
    for (int r = top; r <= bottom; r++) {
      for (int c = left; c <= right; c++) {
        runs[r][c] = run;
      }
    }
  }

  /** Joins numbers that repeat under one label, and codes that repeat in front of a line. */
  private void numbers(int r) {
    List<GridCell> row = grid.row(r);
    for (int i = 0; i < row.size(); i++) {
      if (NumberText.of(row.get(i).value()).isEmpty()) {
        continue;
      }
      int last = i;
      while (last + 1 < row.size()
          && isSame(row.get(i), row.get(last + 1), last + 1 - i)
          && (i == 0 && isCode(row.get(i)) || isUnderOne(r, row.get(last).column()))) {
        last++;
      }
      run(r, row.get(i).column(), r, row.get(last).column());
      i = last;
    }
  }

  private static boolean isCode(GridCell cell) {
    String text = Labels.compact(cell.value().text());
    return text.length() >= CODE && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether a column and the next stand under one and the same text. */
  private boolean isUnderOne(int r, int column) {
    for (int above = r - 1; above >= Math.max(0, r - FAR); above--) {
      Merge own = runs[above][column];
      Merge next = runs[above][column + 1];
      GridCell cell = grid.cell(above, column);
      if ((own != null || next != null) && (cell == null || isText(cell))) {
        return own == next;
      }
    }
    return false;
  }

  private SheetGrid rebuilt() {
    SheetGrid joined = new SheetGrid(grid.name(), grid.index(), grid.hidden());
    List<Merge> merges = new ArrayList<>(grid.merges());
    for (int r = 0; r < grid.rowCount(); r++) {
      for (GridCell cell : grid.row(r)) {
        Merge run = runs[r][cell.column()];
        boolean first = run == null || run.firstRow() == r && run.firstColumn() == cell.column();
        if (first) {
          joined.put(cell);
        }
        if (run != null && first && (run.lastRow() > r || run.lastColumn() > cell.column())) {
          merges.add(run);
        }
      }
      if (grid.rowHidden(r)) {
        joined.hideRow(r);
      }
    }
    for (int c = 0; c < grid.columnCount(); c++) {
      if (grid.columnHidden(c)) {
        joined.hideColumn(c);
      }
    }
    merges.forEach(joined::put);
    grid.remarks().forEach(joined::remark);
    return joined;
  }
}
