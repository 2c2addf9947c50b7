package cn.sunledger.document;

import cn.sunledger.document.OfficialStyles.Role;
import cn.sunledger.model.PrintedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * On which page each heading will stand, counted by lines: what the contents show until a word
 * processor counts itself. Lengths are twentieths of a point.
 */
final class PageCount {
  private static final int LINE = 560;
  private static final int PART_LINE = 720;
  private static final int PART_SPACE = 280;
  private static final int PART_CHARACTER = 440;
  private static final int CHARACTER = 320;
  private static final int TABLE_TITLE_HEIGHT = 500;
  private static final int CAPTION_HEIGHT = 250;
  private static final int CONTENTS_LINE = 480;

  private final PageFormat upright;
  private final Map<String, Integer> pages = new HashMap<>();
  private int page;
  private int used;
  private int room;

  private PageCount(PageFormat upright, int firstPage) {
    this.upright = upright;
    this.page = firstPage;
    this.room = upright.textHeight();
  }

  /**
   * Counts.
   *
   * @param blocks the pieces behind the contents
   * @param upright the format of text pages
   * @param firstPage the page before the first piece, which begins a new one
   * @return page numbers by bookmark
   */
  static Map<String, Integer> of(List<Block> blocks, PageFormat upright, int firstPage) {
    PageCount count = new PageCount(upright, firstPage);
    boolean lying = false;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Sheet sheet) {
        count.sheet(sheet);
        lying = sheet.geometry().page().landscape();
      } else if (blocks.get(i) instanceof Block.Line line) {
        if (lying && !line.newPage()) {
          count.turn();
        }
        lying = false;
        count.line(line, count.kept(blocks, i));
      }
    }
    return count.pages;
  }

  /** What must stand on one page from here on: headings, and a line of what follows them. */
  private int kept(List<Block> blocks, int from) {
    int height = 0;
    for (int i = from; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Line line && line.role() != Role.BODY) {
        height += height(line);
      } else {
        return height + LINE;
      }
    }
    return height;
  }

  /** How many pages the contents take. */
  static int ofContents(List<Block> blocks, PageFormat upright) {
    long entries =
        blocks.stream()
            .filter(
                block ->
                    block instanceof Block.Sheet
                        || block instanceof Block.Line line && line.listed())
            .count();
    int perPage = (upright.textHeight() - LINE - 280) / CONTENTS_LINE;
    return (int) Math.max(1, (entries + perPage - 1) / perPage);
  }

  private void turn() {
    page++;
    used = 0;
    room = upright.textHeight();
  }

  private void line(Block.Line line, int kept) {
    if (line.newPage()) {
      turn();
    }
    int height = height(line);
    if (used > 0 && used + kept > room) {
      turn();
    }
    if (line.listed()) {
      pages.put(line.bookmark(), page);
    }
    used += height;
    while (used > room) {
      used = used - room / LINE * LINE;
      page++;
    }
  }

  private int height(Block.Line line) {
    if (line.role() == Role.PART) {
      int perLine = upright.textWidth() / PART_CHARACTER * 2;
      int lines = (TableGeometry.length(line.text()) + perLine - 1) / perLine;
      return lines * PART_LINE + PART_SPACE;
    }
    return LineCount.of(line.text(), 8, upright.textWidth() * 4 / CHARACTER) * LINE;
  }

  private void sheet(Block.Sheet sheet) {
    PrintedTable table = sheet.table();
    TableGeometry geometry = sheet.geometry();
    page++;
    room = geometry.page().textHeight();
    pages.put(sheet.title().bookmark(), page);
    used = captionHeight(table);
    int rowHeight = rowHeight(table, geometry);
    int header = 0;
    for (int i = 0; i < table.rows().size(); i++) {
      int height = geometry.rowHeight(table.rows().get(i), rowHeight);
      header += i < table.headerRows() ? height : 0;
      if (used + height > room && !isParted(height, geometry)) {
        page++;
        used = header;
      }
      used += height;
      while (used > room) {
        page++;
        used = used - room + header;
      }
    }
    int notes = notesHeight(table, geometry);
    if (used + notes > room) {
      page++;
      used = notes;
    }
  }

  private static int captionHeight(PrintedTable table) {
    return TABLE_TITLE_HEIGHT + table.captions().size() * CAPTION_HEIGHT;
  }

  private static int notesHeight(PrintedTable table, TableGeometry geometry) {
    int perLine = geometry.page().textWidth() / 90;
    return table.notes().stream()
        .mapToInt(note -> (TableGeometry.length(note) + perLine - 1) / perLine * CAPTION_HEIGHT)
        .sum();
  }

  /** Whether a row is so high that it may be parted over pages. */
  static boolean isParted(int height, TableGeometry geometry) {
    return height > geometry.page().textHeight() / 3;
  }

  /** Whether a table with its captions and notes goes onto one page. */
  static boolean isOnePage(PrintedTable table, TableGeometry geometry) {
    return height(table, geometry, leastHeight(geometry)) <= room(table, geometry);
  }

  /** The least height of rows: a little less than usual where the table then fits on its page. */
  static int rowHeight(PrintedTable table, TableGeometry geometry) {
    int usual = Math.max(geometry.lineHeight() + 110, 380);
    int room = room(table, geometry);
    for (int height = usual; height >= leastHeight(geometry); height -= 10) {
      if (height(table, geometry, height) <= room) {
        return height;
      }
    }
    return usual;
  }

  private static int leastHeight(TableGeometry geometry) {
    return geometry.lineHeight() + 40;
  }

  private static int height(PrintedTable table, TableGeometry geometry, int rowHeight) {
    return table.rows().stream().mapToInt(row -> geometry.rowHeight(row, rowHeight)).sum();
  }

  private static int room(PrintedTable table, TableGeometry geometry) {
    return geometry.page().textHeight()
        - captionHeight(table)
        - notesHeight(table, geometry)
        - CAPTION_HEIGHT;
  }
}
