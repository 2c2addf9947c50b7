package cn.sunledger.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Narrative;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.PrintedTable.Cell;
import cn.sunledger.model.PrintedTable.Kind;
import cn.sunledger.model.PrintedTable.Row;
import cn.sunledger.model.Publication;
import cn.sunledger.model.Publication.Content;
import cn.sunledger.model.Publication.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The document that is published: its pages, styles, contents and tables. */
class WordDocumentTest {
  private static final Publication PUBLICATION =
      new Publication(
          "某局",
          "2023年度部门决算",
          List.of(
              new Part(
                  "第一部分　某局概况",
                  Content.TEXT,
                  List.of(new Narrative.Section("一、主要职责", 1, List.of("【待填：主要职责】。")))),
              new Part("第二部分　2023年度部门决算表", Content.TABLES, List.of()),
              new Part(
                  "第三部分　2023年度部门决算情况说明",
                  Content.TEXT,
                  List.of(
                      new Narrative.Section("一、总体情况", 1, List.of("总计1.00万元，原因是甲增加1.00万元【待核：草拟】。")),
                      new Narrative.Section("（一）具体情况", 2, List.of("1.行政运行<项>&\u0001。")))),
              new Part("第四部分　附件", Content.ANNEXES, List.of())),
          List.of());

  private static Cell cell(String text, Kind kind) {
    return new Cell(text, kind, 0, 1, false, false);
  }

  /** A table of two header rows with merged cells, and lines. */
  private static PrintedTable table(String title, boolean annex, int amounts, int lines) {
    List<Row> rows = new ArrayList<>();
    List<Cell> top = new ArrayList<>();
    top.add(new Cell("科目名称", Kind.CENTRED, 0, 1, true, false));
    top.add(new Cell("支出", Kind.CENTRED, 0, amounts, false, false));
    List<Cell> bottom = new ArrayList<>();
    bottom.add(new Cell("", Kind.CENTRED, 0, 1, false, true));
    for (int i = 0; i < amounts; i++) {
      bottom.add(cell("栏" + i, Kind.CENTRED));
    }
    rows.add(new Row(top));
    rows.add(new Row(bottom));
    for (int r = 0; r < lines; r++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell("科目" + r, Kind.TEXT, r % 3, 1, false, false));
      for (int i = 0; i < amounts; i++) {
        cells.add(cell("1,234,567.89", Kind.NUMBER));
      }
      rows.add(new Row(cells));
    }
    return new PrintedTable(
        title,
        annex,
        List.of(new PrintedTable.Caption("部门：某局", "金额单位：万元")),
        amounts + 1,
        2,
        rows,
        List.of("注：本表反映支出。"));
  }

  private static final List<PrintedTable> TABLES =
      List.of(table("窄表", false, 3, 5), table("宽表", false, 14, 5), table("自评表", true, 2, 90));

  private static byte[] bytes(Optional<byte[]> template) throws UnusableTemplateException {
    return new WordDocument().bytes(PUBLICATION, TABLES, template);
  }

  private static XWPFDocument document() throws IOException, UnusableTemplateException {
    return new XWPFDocument(new ByteArrayInputStream(bytes(Optional.empty())));
  }

  private static List<String> lines(XWPFDocument document) {
    return document.getParagraphs().stream()
        .filter(paragraph -> !paragraph.getText().isEmpty())
        .map(paragraph -> paragraph.getStyle() + "|" + paragraph.getText())
        .toList();
  }

  @Test
  void partsFollowCoverAndContents() throws Exception {
    try (XWPFDocument document = document()) {
      assertEquals(
          List.of(
              "CoverUnit|某局",
              "CoverTitle|2023年度部门决算",
              "Heading1|第一部分　某局概况",
              "Heading2|一、主要职责",
              "OfficialBody|【待填：主要职责】。",
              "Heading1|第二部分　2023年度部门决算表",
              "OfficialBody|一、窄表",
              "OfficialBody|二、宽表",
              "TableTitle|窄表",
              "TableCaption|部门：某局\t金额单位：万元",
              "TableCaption|注：本表反映支出。",
              "TableTitle|宽表",
              "TableCaption|部门：某局\t金额单位：万元",
              "TableCaption|注：本表反映支出。",
              "Heading1|第三部分　2023年度部门决算情况说明",
              "Heading2|一、总体情况",
              "OfficialBody|总计1.00万元，原因是甲增加1.00万元【待核：草拟】。",
              "Heading3|（一）具体情况",
              "OfficialBody|1.行政运行<项>&。",
              "Heading1|第四部分　附件",
              "OfficialBody|一、自评表",
              "TableTitle|自评表",
              "TableCaption|部门：某局\t金额单位：万元",
              "TableCaption|注：本表反映支出。"),
          lines(document));
      assertEquals("某局2023年度部门决算", document.getProperties().getCoreProperties().getTitle());
    }
  }

  @Test
  void whatIsStillOpenIsHighlighted() throws Exception {
    try (XWPFDocument document = document()) {
      List<String> marked =
          document.getParagraphs().stream()
              .flatMap(paragraph -> paragraph.getRuns().stream())
              .filter(run -> run.isHighlighted())
              .map(run -> run.text() + run.getTextHighlightColor())
              .toList();
      assertEquals(List.of("【待填：主要职责】yellow", "【待核：草拟】cyan"), marked);
    }
  }

  @Test
  void stylesAreThoseOfOfficialDocuments() throws Exception {
    try (XWPFDocument document = document()) {
      assertStyle(document, "Heading1", "方正小标宋简体", "44", "720");
      assertStyle(document, "Heading2", "黑体", "32", "560");
      assertStyle(document, "Heading3", "楷体_GB2312", "32", "560");
      assertStyle(document, "OfficialBody", "仿宋_GB2312", "32", "560");
      XWPFStyle body = document.getStyles().getStyle("OfficialBody");
      assertEquals("200", body.getCTStyle().getPPr().getInd().getFirstLineChars().toString());
      assertTrue(part(bytes(Optional.empty()), "/word/fontTable.xml").contains("w:altName"));
    }
  }

  private static void assertStyle(
      XWPFDocument document, String id, String font, String size, String line) {
    XWPFStyle style = document.getStyles().getStyle(id);
    assertEquals(font, style.getCTStyle().getRPr().getRFontsArray(0).getEastAsia());
    assertEquals(size, style.getCTStyle().getRPr().getSzArray(0).getVal().toString());
    assertEquals(line, style.getCTStyle().getPPr().getSpacing().getLine().toString());
    assertEquals(STLineSpacingRule.EXACT, style.getCTStyle().getPPr().getSpacing().getLineRule());
  }

  /** Every entry leads to a bookmark of its own; the annex of 90 lines takes more than a page. */
  @Test
  void contentsAreAField() throws Exception {
    String xml = part(bytes(Optional.empty()), "/word/document.xml");
    assertEquals(1, count(xml, "TOC \\\\o"));
    List<String> anchors = all(xml, "w:anchor=\"(_Toc[0-9]+)\"");
    assertEquals(9, anchors.size());
    assertEquals(9, new HashSet<>(anchors).size());
    assertEquals(anchors, all(xml, "w:bookmarkStart w:id=\"[0-9]+\" w:name=\"(_Toc[0-9]+)\""));
    assertEquals(
        List.of("3", "3", "4", "5", "6", "7", "7", "8", "9"),
        all(xml, "PAGEREF .*?\"separate\"/></w:r><w:r><w:t [^>]*>([0-9]+)<"));
    assertEquals(
        count(xml, "fldCharType=\"begin\""),
        count(xml, "fldCharType=\"end\""),
        "fields are closed");
    assertTrue(part(bytes(Optional.empty()), "/word/settings.xml").contains("updateFields"));
  }

  /** Cover, text and the narrow table stand upright, the wide table lies, then upright again. */
  @Test
  void wideTablesLieOnTheirSide() throws Exception {
    String xml = part(bytes(Optional.empty()), "/word/document.xml");
    List<String> sections = all(xml, "<w:sectPr.*?<w:pgSz ([^>]*)/>");
    assertEquals(4, sections.size());
    assertEquals(
        List.of(false, false, true, false),
        sections.stream().map(section -> section.contains("landscape")).toList());
    assertEquals(1, count(xml, "<w:titlePg/>"), "only the cover has no page number");
    assertEquals(4, count(xml, "<w:footerReference w:type=\"even\""));
  }

  @Test
  void tablesKeepTheirShape() throws Exception {
    try (XWPFDocument document = document()) {
      assertEquals(3, document.getTables().size());
      XWPFTable wide = document.getTables().get(1);
      assertEquals(7, wide.getRows().size());
      assertEquals(
          List.of(true, true, false, false, false, false, false),
          wide.getRows().stream().map(XWPFTableRow::isRepeatHeader).toList());
      assertTrue(wide.getRow(2).isCantSplitRow());
      assertEquals("科目0", wide.getRow(2).getCell(0).getText());
      XWPFParagraph amount = wide.getRow(2).getCell(1).getParagraphs().get(0);
      assertEquals("1,234,567.89", amount.getText());
      assertEquals("RIGHT", amount.getAlignment().name());
      String xml = wide.getCTTbl().xmlText();
      assertEquals(1, count(xml, "<w:gridSpan w:val=\"14\"/>"));
      assertEquals(1, count(xml, "<w:vMerge w:val=\"restart\"/>"));
      assertEquals(1, count(xml, "<w:vMerge/>"));
    }
  }

  @Test
  void theSamePublicationGivesTheSameWords() throws Exception {
    assertEquals(
        part(bytes(Optional.empty()), "/word/document.xml"),
        part(bytes(Optional.empty()), "/word/document.xml"));
  }

  @Test
  void anOwnTemplateBringsCoverStylesAndHeader() throws Exception {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    try (XWPFDocument own = new XWPFDocument()) {
      XWPFStyle style =
          new XWPFStyle(
              org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance());
      style.setStyleId("a3");
      style.getCTStyle().addNewName().setVal("公文正文");
      own.createStyles().addStyle(style);
      XWPFParagraph cover = own.createParagraph();
      cover.createRun().setText("{单");
      cover.createRun().setText("位}（公章）{年度}年{标题}");
      own.createParagraph().createRun().setText("{正文}");
      own.createParagraph().createRun().setText("联系电话：00000000");
      own.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("{单位}页眉");
      own.write(template);
    }
    byte[] written = bytes(Optional.of(template.toByteArray()));
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(written))) {
      List<String> lines = lines(document);
      assertEquals("null|某局（公章）2023年2023年度部门决算", lines.get(0));
      assertEquals("Heading1|第一部分　某局概况", lines.get(1));
      assertTrue(lines.contains("a3|【待填：主要职责】。"), lines::toString);
      assertEquals("null|联系电话：00000000", lines.get(lines.size() - 1));
      assertEquals("某局页眉", document.getHeaderList().get(0).getText().strip());
      assertFalse(lines.toString().contains("{"), lines::toString);
    }
    assertEquals(4, count(part(written, "/word/document.xml"), "<w:headerReference"));
  }

  @Test
  void whatIsNoWordDocumentIsNoTemplate() {
    assertThrows(
        UnusableTemplateException.class,
        () -> bytes(Optional.of("文字".getBytes(StandardCharsets.UTF_8))));
  }

  private static String part(byte[] file, String name) throws Exception {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      return new String(
          document
              .getPackage()
              .getPart(org.apache.poi.openxml4j.opc.PackagingURIHelper.createPartName(name))
              .getInputStream()
              .readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  private static List<String> all(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    return matcher.results().map(match -> match.group(1)).toList();
  }
}
