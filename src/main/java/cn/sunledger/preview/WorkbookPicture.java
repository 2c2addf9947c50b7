package cn.sunledger.preview;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.Merge;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Pictures of a workbook's sheets. The texts are those that were read and checked; only the looks
 * come from elsewhere, so that a workbook whose styles are broken or too many is still shown, only
 * plain.
 */
public final class WorkbookPicture {
  /** Beyond this length the styles would take more memory than a picture is worth. */
  private static final long STYLED_UP_TO = 12L << 20;

  private static final int MOST_COLUMNS = 120;
  private static final int USUAL_WIDTH = 72;
  private static final int WIDEST = 900;
  private static final int USUAL_HEIGHT = 20;
  private static final int HIGHEST = 600;

  private final WorkbookGrid grid;
  private final Optional<Workbook> styled;
  private final Map<CellLook, Integer> looks = new LinkedHashMap<>();
  private final Map<Integer, Integer> lookOfStyle = new HashMap<>();

  private WorkbookPicture(WorkbookGrid grid, Optional<Workbook> styled) {
    this.grid = grid;
    this.styled = styled;
    looks.put(CellLook.PLAIN, 0);
    styled.ifPresent(this::readLooks);
  }

  /**
   * Reads the looks of a workbook.
   *
   * @param file the workbook
   * @param grid its cells
   */
  public static WorkbookPicture of(Path file, WorkbookGrid grid) {
    return new WorkbookPicture(grid, styles(file));
  }

  /** Whatever the library stumbles over, the sheet is shown without it. */
  private static Optional<Workbook> styles(Path file) {
    try {
      if (Files.size(file) > STYLED_UP_TO) {
        return Optional.empty();
      }
      // from a stream: a workbook opened as a file would keep it from being removed on Windows
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(WorkbookFactory.create(in));
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private void readLooks(Workbook workbook) {
    LookReader reader = new LookReader(workbook);
    for (int i = 0; i < workbook.getNumCellStyles(); i++) {
      CellLook look;
      try {
        look = reader.look(workbook.getCellStyleAt(i));
      } catch (RuntimeException e) {
        look = CellLook.PLAIN;
      }
      looks.putIfAbsent(look, looks.size());
      lookOfStyle.put(i, looks.get(look));
    }
  }

  /** The looks of its cells; a cell names its own by number. */
  public List<CellLook> looks() {
    return List.copyOf(looks.keySet());
  }

  /** The names of its sheets, hidden ones included. */
  public List<String> sheets() {
    return grid.sheets().stream().map(SheetGrid::name).toList();
  }

  /**
   * A stretch of a sheet.
   *
   * @param name the sheet's name
   * @param firstRow zero-based first row
   * @param most how many rows at most
   * @return the picture; empty where there is no such sheet
   */
  public synchronized Optional<SheetPicture> sheet(String name, int firstRow, int most) {
    return grid.sheets().stream()
        .filter(sheet -> sheet.name().equals(name))
        .findFirst()
        .map(sheet -> picture(sheet, firstRow, most));
  }

  private SheetPicture picture(SheetGrid sheet, int firstRow, int most) {
    Optional<Sheet> styles = styled.map(workbook -> workbook.getSheet(sheet.name()));
    int all = sheet.rowCount();
    int columns = Math.min(sheet.columnCount(), MOST_COLUMNS);
    int start = Math.max(0, Math.min(firstRow, all - 1));
    List<Integer> shown = new ArrayList<>();
    for (int row = start; row < all && shown.size() < most; row++) {
      if (!sheet.rowHidden(row)) {
        shown.add(row);
      }
    }
    Merges merges = new Merges(sheet, new HashSet<>(shown), columns);
    List<SheetPicture.Row> rows = new ArrayList<>();
    for (int row : shown) {
      Optional<Row> own = styles.map(each -> each.getRow(row));
      rows.add(
          new SheetPicture.Row(row, height(own, styles), cells(sheet, row, columns, own, merges)));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      widths.add(sheet.columnHidden(column) ? 0 : width(sheet, column, styles));
    }
    return new SheetPicture(sheet.name(), sheet.hidden(), widths, rows, start, all);
  }

  private List<SheetPicture.Cell> cells(
      SheetGrid sheet, int row, int columns, Optional<Row> own, Merges merges) {
    List<SheetPicture.Cell> cells = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      if (merges.covered(row, column)) {
        continue;
      }
      int at = column;
      Merge merge = merges.from(row, column);
      GridCell cell = merge == null ? sheet.cell(row, column) : merges.content(sheet, merge);
      int look =
          own.map(each -> each.getCell(at))
              .map(Cell::getCellStyle)
              .map(style -> lookOfStyle.getOrDefault((int) style.getIndex(), 0))
              .orElse(0);
      cells.add(
          new SheetPicture.Cell(
              column,
              cell == null ? "" : cell.value().text(),
              cell != null && cell.value() instanceof CellValue.Number,
              merge == null ? 1 : merges.rows(merge, row),
              merge == null ? 1 : Math.min(merge.lastColumn(), columns - 1) - column + 1,
              look));
    }
    return cells;
  }

  private static int height(Optional<Row> row, Optional<Sheet> sheet) {
    float points =
        row.map(Row::getHeightInPoints)
            .or(() -> sheet.map(Sheet::getDefaultRowHeightInPoints))
            .orElse(0f);
    int pixels = Math.round(points * 96 / 72);
    return pixels <= 0 ? USUAL_HEIGHT : Math.min(pixels, HIGHEST);
  }

  private static int width(SheetGrid sheet, int column, Optional<Sheet> styles) {
    if (styles.isPresent()) {
      int pixels = Math.round(styles.get().getColumnWidthInPixels(column));
      return Math.max(1, Math.min(pixels, WIDEST));
    }
    int longest = 0;
    for (int row = 0; row < Math.min(sheet.rowCount(), 200); row++) {
      longest = Math.max(longest, sheet.value(row, column).text().length());
    }
    return Math.max(USUAL_WIDTH, Math.min(longest * 9, 280));
  }

  /** Which cells are merged, as far as they are shown. */
  private static final class Merges {
    private final Map<Long, Merge> starts = new HashMap<>();
    private final Set<Long> covered = new HashSet<>();
    private final Set<Integer> shown;

    Merges(SheetGrid sheet, Set<Integer> shown, int columns) {
      this.shown = shown;
      for (Merge merge : sheet.merges()) {
        if (merge.firstColumn() < columns) {
          add(merge, columns);
        }
      }
    }

    /** It begins in the first of its rows that is shown. */
    private void add(Merge merge, int columns) {
      boolean begun = false;
      for (int row = merge.firstRow(); row <= merge.lastRow(); row++) {
        if (!shown.contains(row)) {
          if (begun && row - merge.firstRow() > shown.size()) {
            return;
          }
          continue;
        }
        for (int column = merge.firstColumn();
            column <= Math.min(merge.lastColumn(), columns - 1);
            column++) {
          if (begun || column > merge.firstColumn()) {
            covered.add(key(row, column));
          }
        }
        if (!begun) {
          starts.put(key(row, merge.firstColumn()), merge);
          begun = true;
        }
      }
    }

    private static long key(int row, int column) {
      return (long) row << 20 | column;
    }

    boolean covered(int row, int column) {
      return covered.contains(key(row, column));
    }

    Merge from(int row, int column) {
      return starts.get(key(row, column));
    }

    int rows(Merge merge, int from) {
      int count = 0;
      for (int row = from; row <= merge.lastRow() && count < shown.size(); row++) {
        count += shown.contains(row) ? 1 : 0;
      }
      return Math.max(1, count);
    }

    /** Spreadsheets show what stands in the first cell; some writers leave it elsewhere. */
    GridCell content(SheetGrid sheet, Merge merge) {
      return sheet.cell(merge.firstRow(), merge.firstColumn());
    }
  }
}
