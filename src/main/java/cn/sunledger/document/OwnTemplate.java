package cn.sunledger.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;

/**
 * 用户的 Word 模板: a document whose cover, styles, paper, headers and footers are used. {@code {单位}},
 * {@code {年度}} and {@code {标题}} are filled in; where a paragraph {@code {正文}} stands the text is
 * put, else behind all that stands there.
 */
final class OwnTemplate {
  private static final String PLACE = "{正文}";

  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private OwnTemplate() {}

  /**
   * Opens a template.
   *
   * @param bytes the file
   * @throws UnusableTemplateException where it is no Word document
   */
  static XWPFDocument open(byte[] bytes) throws UnusableTemplateException {
    try {
      return new XWPFDocument(new ByteArrayInputStream(bytes));
    } catch (IOException
        | POIXMLException
        | OpenXML4JRuntimeException
        | IllegalArgumentException e) {
      throw new UnusableTemplateException("不是能打开的 Word 文档（.docx）", e);
    }
  }

  /** Fills in the placeholders and parts what stands in front of the text from what follows it. */
  static OwnTemplate of(XWPFDocument document, Map<String, String> values) {
    fill(document, values);
    for (XWPFHeader header : document.getHeaderList()) {
      fill(header, values);
    }
    for (XWPFFooter footer : document.getFooterList()) {
      fill(footer, values);
    }
    OwnTemplate template = new OwnTemplate();
    boolean found = false;
    CTBody body = document.getDocument().getBody();
    try (XmlCursor cursor = body.newCursor()) {
      for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
        String name = cursor.getName().getLocalPart();
        if (name.equals("p") && cursor.getTextValue().strip().equals(PLACE)) {
          found = true;
        } else if (!name.equals("sectPr")) {
          (found ? template.after : template.before).add(cursor.xmlText());
        }
      }
    }
    return template;
  }

  private static void fill(IBody body, Map<String, String> values) {
    body.getParagraphs().forEach(paragraph -> fill(paragraph, values));
    for (XWPFTable table : body.getTables()) {
      for (XWPFTableRow row : table.getRows()) {
        for (XWPFTableCell cell : row.getTableCells()) {
          fill(cell, values);
        }
      }
    }
  }

  /** A placeholder may be spread over runs: its paragraph then takes the form of its first run. */
  private static void fill(XWPFParagraph paragraph, Map<String, String> values) {
    String text = paragraph.getText();
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    List<XWPFRun> runs = paragraph.getRuns();
    if (filled.equals(text) || runs.isEmpty()) {
      return;
    }
    for (int i = runs.size() - 1; i > 0; i--) {
      paragraph.removeRun(i);
    }
    XWPFRun first = paragraph.getRuns().get(0);
    for (int i = first.getCTR().sizeOfTArray() - 1; i > 0; i--) {
      first.getCTR().removeT(i);
    }
    first.setText(filled, 0);
  }

  /** Whether anything stands in front of the text. */
  boolean hasCover() {
    return !before.isEmpty();
  }

  /** What stands in front of the text. */
  String before() {
    return String.join("", before);
  }

  /** What stands behind the text. */
  String after() {
    return String.join("", after);
  }
}
