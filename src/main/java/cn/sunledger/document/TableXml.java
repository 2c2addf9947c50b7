package cn.sunledger.document;

import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;

/** A table of the workbook as a table of the document, with its captions and notes. */
final class TableXml {
  private static final String BORDER =
      "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"";

  private final String captionStyle;
  private final String textStyle;

  TableXml(String captionStyle, String textStyle) {
    this.captionStyle = captionStyle;
    this.textStyle = textStyle;
  }

  /** Captions, table and notes. */
  String xml(PrintedTable table, TableGeometry geometry) {
    StringBuilder xml = new StringBuilder();
    int width = geometry.page().textWidth();
    for (PrintedTable.Caption caption : table.captions()) {
      String tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"" + width + "\"/></w:tabs>";
      String runs =
          (caption.left().isEmpty() ? "" : WordXml.run(caption.left(), ""))
              + (caption.right().isEmpty()
                  ? ""
                  : "<w:r><w:tab/></w:r>" + WordXml.run(caption.right(), ""));
      xml.append(WordXml.paragraph(captionStyle, "<w:keepNext/>" + tab, runs));
    }
    xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
    xml.append("<w:tblBorders>");
    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      xml.append("<w:").append(side).append(' ').append(BORDER).append("/>");
    }
    xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    xml.append("<w:left w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"50\" w:type=\"dxa\"/>");
    xml.append("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for (int column : geometry.widths()) {
      xml.append("<w:gridCol w:w=\"").append(column).append("\"/>");
    }
    xml.append("</w:tblGrid>");
    int height = PageCount.rowHeight(table, geometry);
    for (int i = 0; i < table.rows().size(); i++) {
      row(xml, table.rows().get(i), geometry, height, i < table.headerRows());
    }
    xml.append("</w:tbl>");
    for (String note : table.notes()) {
      xml.append(WordXml.paragraph(captionStyle, "", WordXml.run(note, "")));
    }
    return xml.toString();
  }

  private void row(StringBuilder xml, Row row, TableGeometry geometry, int height, boolean header) {
    boolean parted = PageCount.isParted(geometry.rowHeight(row, height), geometry);
    xml.append("<w:tr><w:trPr>").append(parted ? "" : "<w:cantSplit/>");
    xml.append("<w:trHeight w:val=\"").append(height);
    xml.append("\" w:hRule=\"atLeast\"/>").append(header ? "<w:tblHeader/>" : "");
    xml.append("</w:trPr>");
    int column = 0;
    for (Cell cell : row.cells()) {
      int width = 0;
      for (int i = 0; i < cell.columns(); i++) {
        width += geometry.widths()[column + i];
      }
      column += cell.columns();
      xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
      if (cell.columns() > 1) {
        xml.append("<w:gridSpan w:val=\"").append(cell.columns()).append("\"/>");
      }
      if (cell.continued()) {
        xml.append("<w:vMerge/>");
      } else if (cell.opens()) {
        xml.append("<w:vMerge w:val=\"restart\"/>");
      }
      xml.append(cell.kind() == Kind.NUMBER ? "<w:noWrap/>" : "");
      xml.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
      xml.append(paragraph(cell, geometry)).append("</w:tc>");
    }
    xml.append("</w:tr>");
  }

  private String paragraph(Cell cell, TableGeometry geometry) {
    int halfPoints = geometry.halfPoints();
    String side =
        switch (cell.kind()) {
          case NUMBER -> "right";
          case CENTRED -> "center";
          case TEXT -> "left";
        };
    String indent =
        cell.kind() == Kind.TEXT && cell.indent() > 0
            ? "<w:ind w:left=\"" + cell.indent() * halfPoints * 10 + "\"/>"
            : "";
    String size = "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
    String runs = cell.text().isEmpty() ? "" : WordXml.run(cell.text(), size);
    return WordXml.paragraph(
        textStyle,
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\""
            + geometry.lineHeight()
            + "\" w:lineRule=\"exact\"/>"
            + indent
            + "<w:jc w:val=\""
            + side
            + "\"/><w:rPr>"
            + size
            + "</w:rPr>",
        runs);
  }
}
