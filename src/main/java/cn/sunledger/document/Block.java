package cn.sunledger.document;

import cn.sunledger.document.OfficialStyles.Role;
import cn.sunledger.model.PrintedTable;

/** One piece of a document, in the order in which the pages show them. */
sealed interface Block {
  /**
   * A paragraph.
   *
   * @param role what it is
   * @param text its text
   * @param bookmark the name under which the contents find it; empty where they do not list it
   * @param newPage whether it begins a page
   */
  record Line(Role role, String text, String bookmark, boolean newPage) implements Block {
    /** A paragraph that simply follows. */
    static Line of(Role role, String text) {
      return new Line(role, text, "", false);
    }

    /** Whether the contents list it. */
    boolean listed() {
      return !bookmark.isEmpty();
    }
  }

  /**
   * A table with its title, which begins a page.
   *
   * @param title its title as the contents list it
   * @param table the table
   * @param geometry how it goes onto the page
   */
  record Sheet(Line title, PrintedTable table, TableGeometry geometry) implements Block {}
}
