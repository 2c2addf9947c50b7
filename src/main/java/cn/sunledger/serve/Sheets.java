package cn.sunledger.serve;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.preview.CellLook;
import cn.sunledger.preview.SheetPicture;
import cn.sunledger.preview.WorkbookPicture;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Previews of sheets with their marked cells. */
public final class Sheets {
  private static final int MOST_ROWS = 1000;

  /** Rows above the one that is asked for, so that it stands in its surroundings. */
  private static final int ABOVE = 200;

  private final Workshop workshop;
  private final Pages pages;
  private final Map<DroppedFile, SoftReference<WorkbookPicture>> pictures =
      Collections.synchronizedMap(new WeakHashMap<>());

  Sheets(Workshop workshop, Pages pages) {
    this.workshop = workshop;
    this.pages = pages;
  }

  /**
   * A cell as the page shows it.
   *
   * @param text what it shows
   * @param classes the words for its look and its marks
   * @param rowSpan how many rows it covers
   * @param columnSpan how many columns it covers
   * @param a1 its address
   * @param note what is said of it; empty where nothing is
   * @param finding number of the finding that says it; -1 where none does
   */
  public record Cell(
      String text,
      String classes,
      int rowSpan,
      int columnSpan,
      String a1,
      String note,
      int finding) {}

  /**
   * A row as the page shows it.
   *
   * @param number its number as people count
   * @param height in pixels
   * @param cells its cells
   */
  public record Row(int number, int height, List<Cell> cells) {}

  String sheet(Desk desk, DroppedFile file, Request request)
      throws IOException, Refusal, Workshop.Trouble {
    WorkbookPicture picture = picture(file);
    int row = request.number("row");
    int first = row < MOST_ROWS ? 0 : row - ABOVE;
    SheetPicture sheet =
        picture
            .sheet(request.parameter("sheet"), first, MOST_ROWS)
            .orElseThrow(() -> new Refusal(404, "这份工作簿里没有这张工作表。"));
    Map<CellRef, FindingsView.Mark> marks =
        Results.ready(desk, file)
            .map(Outcome::report)
            .map((CheckReport report) -> FindingsView.marks(report))
            .orElse(Map.of());
    Map<String, Object> data = new HashMap<>();
    data.put("file", file.id());
    data.put("name", sheet.name());
    data.put("fileName", file.name());
    data.put("hidden", sheet.hidden());
    data.put("widths", sheet.widths());
    data.put("letters", letters(sheet.widths().size()));
    data.put("rows", rows(sheet, picture.looks(), marks));
    data.put("first", sheet.firstRow() + 1);
    data.put("last", sheet.rows().isEmpty() ? 0 : last(sheet) + 1);
    data.put("all", sheet.allRows());
    data.put("sheets", picture.sheets());
    return pages.page("sheet", data);
  }

  private static int last(SheetPicture sheet) {
    return sheet.rows().get(sheet.rows().size() - 1).row();
  }

  String styles(DroppedFile file) throws Refusal, Workshop.Trouble {
    return LookSheet.of(picture(file).looks());
  }

  private WorkbookPicture picture(DroppedFile file) throws Refusal, Workshop.Trouble {
    if (file.narrative()) {
      throw Refusal.missing();
    }
    SoftReference<WorkbookPicture> kept = pictures.get(file);
    WorkbookPicture picture = kept == null ? null : kept.get();
    if (picture == null) {
      picture = workshop.picture(file.path(), file.name());
      pictures.put(file, new SoftReference<>(picture));
    }
    return picture;
  }

  private static List<String> letters(int columns) {
    List<String> letters = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      letters.add(CellRef.columnName(column));
    }
    return letters;
  }

  private static List<Row> rows(
      SheetPicture sheet, List<CellLook> looks, Map<CellRef, FindingsView.Mark> marks) {
    List<Row> rows = new ArrayList<>();
    for (SheetPicture.Row row : sheet.rows()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        SheetPicture.Cell cell = row.cells().get(i);
        CellRef address = new CellRef(sheet.name(), row.row(), cell.column());
        Optional<FindingsView.Mark> mark = Optional.ofNullable(marks.get(address));
        boolean roomBeside = i + 1 >= row.cells().size() || row.cells().get(i + 1).text().isEmpty();
        cells.add(
            new Cell(
                cell.text(),
                classes(cell, looks.get(cell.look()), roomBeside, mark),
                cell.rowSpan(),
                cell.columnSpan(),
                address.a1(),
                mark.map(FindingsView.Mark::message).orElse(""),
                mark.map(FindingsView.Mark::finding).orElse(-1)));
      }
      rows.add(new Row(row.row() + 1, row.height(), cells));
    }
    return rows;
  }

  private static String classes(
      SheetPicture.Cell cell, CellLook look, boolean roomBeside, Optional<FindingsView.Mark> mark) {
    List<String> classes = new ArrayList<>();
    if (cell.look() > 0) {
      classes.add("s" + cell.look());
    }
    if (cell.number() && look.across() == CellLook.Across.GENERAL) {
      classes.add("n");
    }
    if (!cell.text().isEmpty() && roomBeside && !look.wrapped() && !cell.number()) {
      classes.add("over");
    }
    mark.ifPresent(
        found -> {
          classes.add("mark");
          classes.add("mark-" + found.severity());
          if (!found.first()) {
            classes.add("operand");
          }
        });
    return String.join(" ", classes);
  }
}
