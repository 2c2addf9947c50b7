package cn.sunledger.document;

import cn.sunledger.document.OfficialStyles.Role;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.Publication;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a publication, headings bookmarked for the contents. */
final class Blocks {
  private static final String DIGITS = "零一二三四五六七八九";

  private final List<PrintedTable> tables;
  private final PageFormat upright;
  private final PageFormat lying;
  private final List<Block> blocks = new ArrayList<>();
  private int bookmarks;

  private Blocks(List<PrintedTable> tables, PageFormat upright, PageFormat lying) {
    this.tables = tables;
    this.upright = upright;
    this.lying = lying;
  }

  /** The pieces, a part without content left out. */
  static List<Block> of(
      Publication publication, List<PrintedTable> tables, PageFormat upright, PageFormat lying) {
    Blocks blocks = new Blocks(tables, upright, lying);
    for (Publication.Part part : publication.parts()) {
      switch (part.content()) {
        case TEXT -> blocks.text(part);
        case TABLES -> blocks.tables(part, false);
        case ANNEXES -> blocks.tables(part, true);
      }
    }
    return blocks.blocks;
  }

  private void text(Publication.Part part) {
    int depth = part.heading().isEmpty() ? 0 : 1;
    if (depth == 1) {
      blocks.add(heading(Role.PART, part.heading()));
    }
    for (Narrative.Section section : part.sections()) {
      Role role =
          switch (section.level() + depth) {
            case 1 -> Role.PART;
            case 2 -> Role.SECTION;
            default -> Role.SUBSECTION;
          };
      if (!section.heading().isEmpty()) {
        boolean follows = depth == 0 && section != part.sections().get(0);
        blocks.add(heading(role, section.heading(), role == Role.PART && !follows));
      }
      section.paragraphs().forEach(text -> blocks.add(Block.Line.of(Role.BODY, text)));
    }
  }

  private void tables(Publication.Part part, boolean annexes) {
    List<PrintedTable> own = tables.stream().filter(table -> table.annex() == annexes).toList();
    if (own.isEmpty()) {
      return;
    }
    blocks.add(heading(Role.PART, part.heading()));
    for (int i = 0; i < own.size(); i++) {
      blocks.add(Block.Line.of(Role.BODY, numeral(i + 1) + "、" + own.get(i).title()));
    }
    for (PrintedTable table : own) {
      Block.Line title = heading(Role.TABLE_TITLE, table.title());
      blocks.add(new Block.Sheet(title, table, TableGeometry.of(table, upright, lying)));
    }
  }

  private Block.Line heading(Role role, String text) {
    return heading(role, text, role == Role.PART || role == Role.TABLE_TITLE);
  }

  private Block.Line heading(Role role, String text, boolean newPage) {
    boolean listed = role != Role.SUBSECTION;
    return new Block.Line(role, text, listed ? "_Toc" + (100000 + ++bookmarks) : "", newPage);
  }

  private static String numeral(int number) {
    int tens = number / 10;
    int ones = number % 10;
    String before = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
    return before + (ones == 0 && tens > 0 ? "" : DIGITS.substring(ones, ones + 1));
  }
}
