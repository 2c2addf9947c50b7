package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.CellContent;
import cn.sunledger.annotate.content.Look;
import cn.sunledger.annotate.content.OwnCell;
import cn.sunledger.annotate.content.OwnRow;
import cn.sunledger.annotate.content.OwnSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes one of sunledger's own sheets as a part; its texts stand inline. */
final class OwnSheetXml {
  /**
   * A cell that remembers what a marked cell looked like: its formula points at the marked cell and
   * follows it when rows are added, its style is the style the marked cell had.
   *
   * @param formula address of the marked cell
   * @param style the style it had
   * @param state what else is to be put back, see {@link MarkState}; empty where nothing is
   */
  record Memory(String formula, int style, String state) {}

  /** Pairs of columns that memories stand in; a row is full at an .xls sheet's width. */
  static final int MEMORIES_PER_ROW = 100;

  private final OwnSheet sheet;
  private final StylesPart styles;
  private final List<Memory> memories;
  private final UnaryOperator<String> files;
  private final boolean active;
  private final StringBuilder out = new StringBuilder(16_384);

  private OwnSheetXml(
      OwnSheet sheet,
      StylesPart styles,
      List<Memory> memories,
      UnaryOperator<String> files,
      boolean active) {
    this.sheet = sheet;
    this.styles = styles;
    this.memories = memories;
    this.files = files;
    this.active = active;
  }

  /**
   * The text of the part.
   *
   * @param sheet what stands in it
   * @param styles where its looks are looked up
   * @param memories what marked cells looked like
   * @param drawing the relation to its charts
   * @param files gives the relation to another workbook
   * @param active whether it is the sheet that is shown first
   */
  static String write(
      OwnSheet sheet,
      StylesPart styles,
      List<Memory> memories,
      Optional<String> drawing,
      UnaryOperator<String> files,
      boolean active) {
    return new OwnSheetXml(sheet, styles, memories, files, active).write(drawing);
  }

  private String write(Optional<String> drawing) {
    out.append(Ooxml.DECLARATION).append("<worksheet xmlns=\"").append(Ooxml.MAIN);
    out.append("\" xmlns:r=\"").append(Ooxml.RELATIONS).append("\">");
    out.append("<sheetPr><tabColor rgb=\"FF").append(sheet.tabColor());
    out.append("\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    view();
    out.append("<sheetFormatPr defaultRowHeight=\"16.5\"/>");
    columns();
    rows();
    sheet.filter().ifPresent(range -> out.append("<autoFilter ref=\"" + range + "\"/>"));
    if (!sheet.merges().isEmpty()) {
      out.append("<mergeCells count=\"").append(sheet.merges().size()).append("\">");
      sheet.merges().forEach(range -> out.append("<mergeCell ref=\"" + range + "\"/>"));
      out.append("</mergeCells>");
    }
    DataBarXml.rules(out, sheet);
    links();
    out.append("<printOptions horizontalCentered=\"1\"/>");
    out.append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\"");
    out.append(" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"");
    out.append(sheet.page().large() ? 8 : 9).append("\" orientation=\"");
    out.append(sheet.page().landscape() ? "landscape" : "portrait");
    out.append("\" fitToHeight=\"0\"/>");
    out.append("<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>");
    drawing.ifPresent(id -> out.append("<drawing r:id=\"" + id + "\"/>"));
    DataBarXml.extension(out, sheet);
    return out.append("</worksheet>").toString();
  }

  private void view() {
    out.append("<sheetViews><sheetView showGridLines=\"0\"");
    out.append(active ? " tabSelected=\"1\"" : "").append(" workbookViewId=\"0\"");
    if (sheet.freeze().isEmpty()) {
      out.append("/></sheetViews>");
      return;
    }
    Position corner = Position.of(sheet.freeze().get());
    String pane =
        corner.column() == 0 ? "bottomLeft" : corner.row() == 0 ? "topRight" : "bottomRight";
    out.append("><pane");
    out.append(corner.column() == 0 ? "" : " xSplit=\"" + corner.column() + "\"");
    out.append(corner.row() == 0 ? "" : " ySplit=\"" + corner.row() + "\"");
    out.append(" topLeftCell=\"").append(corner.a1()).append("\" activePane=\"").append(pane);
    out.append("\" state=\"frozen\"/><selection pane=\"").append(pane).append("\" activeCell=\"");
    out.append(corner.a1()).append("\" sqref=\"").append(corner.a1());
    out.append("\"/></sheetView></sheetViews>");
  }

  private void columns() {
    out.append("<cols>");
    int number = 1;
    for (OwnSheet.Column column : sheet.columns()) {
      column(number, number, column.width(), column.hidden());
      number++;
    }
    if (sheet.marksFrom() >= 0) {
      int last = sheet.marksFrom() + 2 * MEMORIES_PER_ROW;
      column(sheet.marksFrom() + 1, last, 9, true);
    }
    out.append("</cols>");
  }

  private void column(int first, int last, double width, boolean hidden) {
    out.append("<col min=\"").append(first).append("\" max=\"").append(last);
    out.append("\" width=\"").append(width).append("\" customWidth=\"1\"");
    out.append(hidden ? " hidden=\"1\"/>" : "/>");
  }

  private void rows() {
    out.append("<sheetData>");
    int memoryRows = (memories.size() + MEMORIES_PER_ROW - 1) / MEMORIES_PER_ROW;
    int next = 0;
    for (OwnRow row : sheet.rows()) {
      for (; next < row.index() && next < memoryRows; next++) {
        row(new OwnRow(next, 0, true, List.of()));
      }
      row(row);
      next = row.index() + 1;
    }
    for (; next < memoryRows; next++) {
      row(new OwnRow(next, 0, true, List.of()));
    }
    out.append("</sheetData>");
  }

  private void row(OwnRow row) {
    out.append("<row r=\"").append(row.index() + 1).append('"');
    out.append(row.height() > 0 ? " ht=\"" + row.height() + "\"" : "");
    out.append(row.grows() ? ">" : " customHeight=\"1\">");
    for (OwnCell cell : row.cells()) {
      cell(row.index(), cell);
    }
    int from = row.index() * MEMORIES_PER_ROW;
    for (int i = from; i < Math.min(from + MEMORIES_PER_ROW, memories.size()); i++) {
      memory(row.index(), sheet.marksFrom() + 2 * (i - from), memories.get(i));
    }
    out.append("</row>");
  }

  private void memory(int row, int column, Memory memory) {
    out.append("<c r=\"").append(new Position(row, column).a1()).append("\" s=\"");
    out.append(memory.style()).append("\"><f>").append(XmlText.escape(memory.formula()));
    out.append("</f></c>");
    if (!memory.state().isEmpty()) {
      out.append("<c r=\"").append(new Position(row, column + 1).a1());
      out.append("\" t=\"inlineStr\"><is><t>").append(memory.state()).append("</t></is></c>");
    }
  }

  private void cell(int row, OwnCell cell) {
    int style = styles.of(cell.look());
    String open = "<c r=\"" + new Position(row, cell.column()).a1() + "\" s=\"" + style + "\"";
    CellContent content = cell.content();
    if (content instanceof CellContent.Figure figure) {
      out.append(open).append("><v>").append(figure.text()).append("</v></c>");
    } else if (content instanceof CellContent.Words words && !words.text().isEmpty()) {
      out.append(open).append(" t=\"inlineStr\"><is>");
      words(words, cell.look());
      out.append("</is></c>");
    } else if (content instanceof CellContent.Formula formula) {
      boolean number = formula.number().isPresent();
      out.append(open).append(number ? "><f>" : " t=\"str\"><f>");
      out.append(XmlText.escape(formula.expression())).append("</f><v>");
      out.append(
          number ? formula.number().get().toPlainString() : XmlText.escapeLines(formula.text()));
      out.append("</v></c>");
    } else {
      out.append(open).append("/>");
    }
  }

  private void words(CellContent.Words words, Look look) {
    if (words.runs().stream().noneMatch(CellContent.Run::standsOut)) {
      text(words.text());
      return;
    }
    for (CellContent.Run run : words.runs()) {
      out.append("<r><rPr>").append(run.standsOut() || look.bold() ? "<b/>" : "");
      out.append("<sz val=\"").append(look.size()).append("\"/><color rgb=\"FF");
      out.append(run.standsOut() ? Look.STAND_OUT : look.color()).append("\"/><rFont val=\"");
      out.append(look.font()).append("\"/><family val=\"2\"/><charset val=\"134\"/></rPr>");
      text(run.text());
      out.append("</r>");
    }
  }

  private void text(String text) {
    out.append("<t xml:space=\"preserve\">").append(XmlText.escapeLines(text)).append("</t>");
  }

  private void links() {
    List<Map.Entry<Position, OwnCell.Link>> links = new ArrayList<>();
    for (OwnRow row : sheet.rows()) {
      for (OwnCell cell : row.cells()) {
        cell.link()
            .ifPresent(
                link -> links.add(Map.entry(new Position(row.index(), cell.column()), link)));
      }
    }
    if (links.isEmpty()) {
      return;
    }
    out.append("<hyperlinks>");
    for (Map.Entry<Position, OwnCell.Link> each : links) {
      OwnCell.Link link = each.getValue();
      out.append("<hyperlink ref=\"").append(each.getKey().a1());
      if (!link.file().isEmpty()) {
        out.append("\" r:id=\"").append(files.apply(link.file()));
      }
      if (!link.reference().isEmpty()) {
        out.append("\" location=\"").append(XmlText.escape(link.reference()));
      }
      out.append("\" tooltip=\"").append(XmlText.escape(link.tip())).append("\"/>");
    }
    out.append("</hyperlinks>");
  }
}
