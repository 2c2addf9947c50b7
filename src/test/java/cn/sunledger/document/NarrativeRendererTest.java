package cn.sunledger.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Narrative;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The files that people open. */
class NarrativeRendererTest {
  private static final Narrative NARRATIVE =
      new Narrative(
          "某局2023年度部门决算情况说明",
          List.of(
              new Narrative.Section("一、总体情况", 1, List.of("收、支总计1.00万元。主要原因是【待填：原因】。")),
              new Narrative.Section("二、支出", 1, List.of()),
              new Narrative.Section("（一）具体情况", 2, List.of("1.行政运行（项）。", "- 其他_项_#1"))),
          List.of());

  private static String text(DocumentFormat format) {
    return new String(new NarrativeRenderer().render(NARRATIVE, format), StandardCharsets.UTF_8);
  }

  @Test
  void markdown() {
    assertEquals(
        """
        # 某局2023年度部门决算情况说明

        ## 一、总体情况

        收、支总计1.00万元。主要原因是【待填：原因】。

        ## 二、支出

        ### （一）具体情况

        1\\.行政运行（项）。

        \\- 其他\\_项\\_\\#1
        """,
        text(DocumentFormat.MD));
  }

  @Test
  void plainText() {
    assertEquals(
        """
        某局2023年度部门决算情况说明

        一、总体情况
        　　收、支总计1.00万元。主要原因是【待填：原因】。

        二、支出

        （一）具体情况
        　　1.行政运行（项）。
        　　- 其他_项_#1
        """,
        text(DocumentFormat.TXT));
  }

  @Test
  void wordInTheLayoutOfOfficialDocuments() throws IOException {
    byte[] bytes = new NarrativeRenderer().render(NARRATIVE, DocumentFormat.DOCX);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertEquals(
          List.of(
              "Title|某局2023年度部门决算情况说明",
              "Heading1|一、总体情况",
              "Body|收、支总计1.00万元。主要原因是【待填：原因】。",
              "Heading1|二、支出",
              "Heading2|（一）具体情况",
              "Body|1.行政运行（项）。",
              "Body|- 其他_项_#1"),
          document.getParagraphs().stream()
              .map(paragraph -> paragraph.getStyle() + "|" + paragraph.getText())
              .toList());
      assertEquals(
          List.of("收、支总计1.00万元。主要原因是", "【待填：原因】!", "。"),
          document.getParagraphs().get(2).getRuns().stream()
              .map(run -> run.text() + (run.isHighlighted() ? "!" : ""))
              .toList());
      CTPageMar margins = document.getDocument().getBody().getSectPr().getPgMar();
      assertEquals(
          List.of("2098", "1984", "1587", "1474"),
          List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight())
              .stream()
              .map(Object::toString)
              .toList());
      assertStyle(document, "Title", "方正小标宋简体", "44", "720");
      assertStyle(document, "Heading1", "黑体", "32", "560");
      assertStyle(document, "Heading2", "楷体_GB2312", "32", "560");
      assertStyle(document, "Body", "仿宋_GB2312", "32", "560");
      assertEquals(
          "200",
          document
              .getStyles()
              .getStyle("Body")
              .getCTStyle()
              .getPPr()
              .getInd()
              .getFirstLineChars()
              .toString());
      assertEquals(2, document.getFooterList().size());
      for (XWPFParagraph footer : document.getFooterList().get(0).getParagraphs()) {
        assertEquals(" PAGE ", footer.getCTP().getRArray(2).getInstrTextArray(0).getStringValue());
      }
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

  @Test
  void theSameNarrativeGivesTheSameWords() throws IOException {
    byte[] once = new NarrativeRenderer().render(NARRATIVE, DocumentFormat.DOCX);
    byte[] twice = new NarrativeRenderer().render(NARRATIVE, DocumentFormat.DOCX);
    try (XWPFDocument one = new XWPFDocument(new ByteArrayInputStream(once));
        XWPFDocument other = new XWPFDocument(new ByteArrayInputStream(twice))) {
      assertEquals(one.getDocument().xmlText(), other.getDocument().xmlText());
    }
  }
}
