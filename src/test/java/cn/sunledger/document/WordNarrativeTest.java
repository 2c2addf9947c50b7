package cn.sunledger.document;

import static cn.sunledger.document.WordSample.p;
import static cn.sunledger.document.WordSample.r;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.document.WordNarrative.Note;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.NarrativeText.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Word documents are read as a person sees them, and copies of them carry comments and no more. */
class WordNarrativeTest {
  private static final String STYLES =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"heading 1\"/>"
          + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"t1\"><w:name w:val=\"toc 1\"/>"
          + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"own\"><w:name w:val=\"二级\"/>"
          + "<w:basedOn w:val=\"lvl\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"lvl\">"
          + "<w:name w:val=\"级\"/><w:pPr><w:outlineLvl w:val=\"1\"/><w:numPr><w:numId"
          + " w:val=\"2\"/></w:numPr></w:pPr></w:style></w:styles>";
  private static final String NUMBERING =
      "<w:numbering><w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start"
          + " w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText"
          + " w:val=\"（%1）\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId"
          + " w:val=\"5\"/></w:num></w:numbering>";
  private static final String HARD =
      p("<w:pPr><w:pStyle w:val=\"a1\"/></w:pPr>", r("一、支出情况"))
          + p("<w:pPr><w:pStyle w:val=\"t1\"/></w:pPr>", r("一、支出情况\t3"))
          + p("<w:pPr><w:pStyle w:val=\"own\"/></w:pPr>", r("总体情况"))
          + p(
              r("　　支出"),
              "<w:r><w:rPr><w:b/></w:rPr><w:t>17</w:t></w:r>",
              "<w:ins w:id=\"7\" w:author=\"甲\"><w:r><w:t>17.31</w:t></w:r></w:ins>",
              "<w:del w:id=\"8\" w:author=\"甲\"><w:r><w:delText>18</w:delText></w:r></w:del>",
              r("万元，A&amp;B&#x4E07;，"),
              "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>",
              "<w:hyperlink r:id=\"x\"><w:r><w:t>占</w:t></w:r></w:hyperlink>",
              "<w:r><w:tab/><w:t>83</w:t><w:noBreakHyphen/><w:t>1%。</w:t></w:r>",
              "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText>"
                  + "</w:r>")
          + p("<w:pPr><w:pStyle w:val=\"own\"/></w:pPr>", r("具体情况"))
          + "<w:tbl><w:tr><w:tc>"
          + p(r("项目"))
          + "</w:tc><w:tc>"
          + p(r("1,2"), r("34.5"))
          + "</w:tc></w:tr></w:tbl>"
          + "<w:tbl><w:tr><w:tc>"
          + p(r("框内一"))
          + p(r("框内二"))
          + "</w:tc></w:tr></w:tbl>"
          + p(
              r("框外"),
              "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>"
                  + p(r("文本框"))
                  + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
                  + p(r("文本框"))
                  + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>");

  private static byte[] hard() {
    return new WordSample(HARD).with("styles", STYLES).with("numbering", NUMBERING).bytes();
  }

  @Test
  void readsWhatIsSeen() {
    NarrativeText text = new WordNarrative("a.docx", hard()).text();
    List<String> read = new ArrayList<>();
    for (Paragraph p : text.paragraphs()) {
      read.add((p.heading() ? "# " : "") + p.level() + " " + p.section() + " " + p.text());
    }
    assertEquals(
        List.of(
            "# 2 [] 一、支出情况",
            "# 3 [一、支出情况] 总体情况",
            "0 [一、支出情况, （一）总体情况] 支出1717.31万元，A&B万，占 83-1%。",
            "# 3 [一、支出情况] 具体情况",
            "0 [一、支出情况, （二）具体情况] 项目\t1,234.5",
            "0 [一、支出情况, （二）具体情况] 框内一",
            "0 [一、支出情况, （二）具体情况] 框内二",
            "0 [一、支出情况, （二）具体情况] 框外",
            "0 [一、支出情况, （二）具体情况] 文本框"),
        read);
  }

  @Test
  void commentsStandAtTheirWordsAndNothingElseChanges() throws IOException {
    byte[] before = hard();
    WordNarrative narrative = new WordNarrative("a.docx", before);
    List<Note> notes = new ArrayList<>();
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < narrative.text().paragraphs().size(); i++) {
      String text = narrative.text().paragraphs().get(i).text();
      for (int start = 0; start < text.length(); start += 3) {
        int end = Math.min(text.length(), start + 4);
        if (!text.substring(start, end).isBlank()) {
          notes.add(new Note(new Span(i, start, end), List.of("第" + notes.size() + "条 <&>", "另起")));
          // a tab and a hyphen are elements of their own, which no comment begins or ends at
          marked.add(text.substring(start, end).replaceAll("^[ -]+|[ -]+$", ""));
        }
      }
    }
    byte[] after = narrative.commented(notes);
    Map<String, String> was = WordSample.parts(before);
    Map<String, String> is = WordSample.parts(after);
    Set<String> touched =
        Set.of(
            "word/document.xml",
            "word/comments.xml",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels");
    Set<String> expected = new HashSet<>(was.keySet());
    expected.add("word/comments.xml");
    assertEquals(expected, is.keySet());
    was.keySet().stream()
        .filter(part -> !touched.contains(part))
        .forEach(part -> assertEquals(was.get(part), is.get(part), part));
    assertEquals(
        narrative.text().paragraphs(), new WordNarrative("a.docx", after).text().paragraphs());
    assertEquals(marked, ranges(is.get("word/document.xml")));
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(after))) {
      XWPFComment[] comments = word.getDocComments().getComments().toArray(XWPFComment[]::new);
      assertEquals(notes.size(), comments.length);
      assertEquals("晒账本", comments[0].getAuthor());
      assertTrue(comments[0].getText().startsWith("第0条 <&>"));
    }
  }

  /** The text between the marks of each comment, in the order of their numbers. */
  private static List<String> ranges(String raw) {
    String xml =
        new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .replaceAll(
                "<w:del .*?</w:del>|<w:r><w:rPr><w:vanish/>.*?</w:r>|<mc:Fallback>.*?</mc:Fallback>",
                "");
    List<String> ranges = new ArrayList<>();
    Matcher start = Pattern.compile("<w:commentRangeStart w:id=\"(\\d+)\"/>").matcher(xml);
    while (start.find()) {
      int end = xml.indexOf("<w:commentRangeEnd w:id=\"" + start.group(1) + "\"/>", start.end());
      assertTrue(end > 0, "no end of " + start.group(1));
      assertTrue(
          xml.substring(end)
              .startsWith(
                  "<w:commentRangeEnd w:id=\""
                      + start.group(1)
                      + "\"/><w:r><w:commentReference w:id=\""
                      + start.group(1)
                      + "\"/></w:r>"));
      String inside = xml.substring(start.end(), end);
      ranges.add(
          inside
              .replace("<w:tab/>", " ")
              .replace("<w:noBreakHyphen/>", "-")
              .replaceAll("</w:tc><w:tc>", "\t")
              .replaceAll("<[^>]*>", "")
              .replace("&#x4E07;", "万")
              .replace("&amp;", "&"));
    }
    return ranges;
  }

  @Test
  void commentsOfOthersStayAndOursAreReplaced() {
    String comments =
        "<w:comments><w:comment w:id=\"4\" w:author=\"乙\"><w:p><w:r><w:t>留着</w:t></w:r></w:p>"
            + "</w:comment></w:comments>";
    String body =
        p(
            "<w:commentRangeStart w:id=\"4\"/>",
            r("支出12万元"),
            "<w:commentRangeEnd w:id=\"4\"/>",
            "<w:r><w:commentReference w:id=\"4\"/></w:r>");
    byte[] before = new WordSample(body).with("comments", comments).bytes();
    Note note = new Note(new Span(0, 2, 6), List.of("应为13万元"));
    byte[] once = new WordNarrative("a.docx", before).commented(List.of(note));
    Map<String, String> parts = WordSample.parts(once);
    assertEquals(
        WordSample.parts(before).get("word/_rels/document.xml.rels"),
        parts.get("word/_rels/document.xml.rels"));
    WordNarrative copy = new WordNarrative("a.docx", once);
    assertTrue(copy.isCommented());
    assertFalse(new WordNarrative("a.docx", before).isCommented());
    Map<String, String> twice = WordSample.parts(copy.commented(List.of(note)));
    assertEquals(
        parts.get("word/comments.xml").replace("w:id=\"5\"", "w:id=\"6\""),
        twice.get("word/comments.xml"));
    String cleaned = WordSample.parts(copy.commented(List.of())).get("word/document.xml");
    assertTrue(cleaned.contains("commentReference w:id=\"4\""));
    assertFalse(cleaned.contains("w:id=\"5\""), cleaned);
    assertTrue(
        WordSample.parts(copy.commented(List.of()))
            .get("word/comments.xml")
            .contains("w:id=\"4\""));
  }

  @Test
  void withoutNotesNothingChanges() {
    byte[] before = hard();
    assertEquals(
        WordSample.parts(before),
        WordSample.parts(new WordNarrative("a.docx", before).commented(List.of())));
  }

  @Test
  void sameInputGivesSameBytes() {
    Note note = new Note(new Span(0, 0, 2), List.of("一"));
    assertArrayEquals(
        new WordNarrative("a.docx", hard()).commented(List.of(note)),
        new WordNarrative("a.docx", hard()).commented(List.of(note)));
  }

  @Test
  void damagedAndDangerousDocumentsAreRefused() {
    for (String document :
        List.of(
            "<w:document><w:body>",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document/>",
            "no xml",
            "<w:document>" + "<w:p>".repeat(5_000) + "</w:p>".repeat(5_000) + "</w:document>")) {
      byte[] file = new WordSample("").document(document).bytes();
      UnreadableNarrativeException fault =
          assertThrows(UnreadableNarrativeException.class, () -> new WordNarrative("坏.docx", file));
      assertTrue(fault.getMessage().startsWith("《坏.docx》已损坏"), fault.getMessage());
    }
  }
}
