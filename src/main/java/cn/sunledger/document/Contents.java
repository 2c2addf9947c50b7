package cn.sunledger.document;

import cn.sunledger.document.OfficialStyles.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 目录: a real field, which shows counted pages until a word processor updates it. */
final class Contents {
  private static final String INSTRUCTION = "TOC \\o \"1-2\" \\h \\z \\u";

  private Contents() {}

  /**
   * The contents, on pages of their own.
   *
   * @param blocks the pieces of the document
   * @param pages page numbers by bookmark
   * @param styles the id of each role's style
   * @param width of the text, where the page numbers stand
   */
  static String xml(
      List<Block> blocks, Map<String, Integer> pages, Map<Role, String> styles, int width) {
    List<Block.Line> entries = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Sheet sheet) {
        entries.add(sheet.title());
      } else if (block instanceof Block.Line line && line.listed()) {
        entries.add(line);
      }
    }
    StringBuilder xml = new StringBuilder();
    xml.append("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>");
    xml.append("<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
    xml.append(
        WordXml.paragraph(
            styles.get(Role.CONTENTS_TITLE), "<w:pageBreakBefore/>", WordXml.run("目　录", "")));
    for (int i = 0; i < entries.size(); i++) {
      boolean first = i == 0;
      boolean last = i == entries.size() - 1;
      xml.append(entry(entries.get(i), pages, styles, width, first, last));
    }
    return xml.append("</w:sdtContent></w:sdt>").toString();
  }

  private static String entry(
      Block.Line entry,
      Map<String, Integer> pages,
      Map<Role, String> styles,
      int width,
      boolean first,
      boolean last) {
    boolean part = entry.role() == Role.PART;
    String tabs =
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"" + width + "\"/></w:tabs>";
    String indent = part ? "" : "<w:ind w:left=\"420\"/>";
    String page = String.valueOf(pages.get(entry.bookmark()));
    String runs =
        (first
                ? WordXml.fieldMark("begin")
                    + WordXml.instruction(INSTRUCTION)
                    + WordXml.fieldMark("separate")
                : "")
            + "<w:hyperlink w:anchor=\""
            + entry.bookmark()
            + "\" w:history=\"1\">"
            + WordXml.run(entry.text(), "")
            + "<w:r><w:tab/></w:r>"
            + WordXml.field("PAGEREF " + entry.bookmark() + " \\h", page)
            + "</w:hyperlink>"
            + (last ? WordXml.fieldMark("end") : "");
    return WordXml.paragraph(
        styles.get(part ? Role.CONTENTS_1 : Role.CONTENTS_2), tabs + indent, runs);
  }
}
