package cn.sunledger.document;

import cn.sunledger.model.Narrative;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHighlightColor;

/**
 * A narrative as a Word document in the layout of official documents (GB/T 9704): A4, margins of
 * 37/35/28/26 mm, 28-point lines, page numbers at the outer edge. What is still to be filled in is
 * highlighted.
 */
final class WordDocument {
  private static final Pattern BLANK = Pattern.compile("【待填：[^】]*】");
  private static final int TWIPS_PER_INCH = 1440;
  private static final double MM_PER_INCH = 25.4;
  private static final int PAGE_NUMBER_SIZE = 14;

  /** The file's content. */
  byte[] bytes(Narrative narrative) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      OfficialStyles.addTo(document);
      page(document);
      document.getProperties().getCoreProperties().setTitle(narrative.title());
      document.getProperties().getCoreProperties().setCreator(DocumentMark.AUTHOR);
      paragraph(document, OfficialStyles.TITLE, narrative.title());
      for (Narrative.Section section : narrative.sections()) {
        String heading = section.level() == 1 ? OfficialStyles.HEADING_1 : OfficialStyles.HEADING_2;
        paragraph(document, heading, section.heading());
        for (String text : section.paragraphs()) {
          paragraph(document, OfficialStyles.BODY, text);
        }
      }
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(twips(210));
    size.setH(twips(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(twips(37));
    margins.setBottom(twips(35));
    margins.setLeft(twips(28));
    margins.setRight(twips(26));
    margins.setHeader(twips(15));
    margins.setFooter(twips(25));
    margins.setGutter(BigInteger.ZERO);
    document.setEvenAndOddHeadings(true);
    pageNumber(document.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
    pageNumber(document.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
  }

  private static BigInteger twips(int millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_INCH / MM_PER_INCH));
  }

  /** — 1 —, one character from the outer edge. */
  private static void pageNumber(XWPFFooter footer, ParagraphAlignment side) {
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(side);
    int oneCharacter = PAGE_NUMBER_SIZE * 20;
    if (side == ParagraphAlignment.RIGHT) {
      paragraph.setIndentationRight(oneCharacter);
    } else {
      paragraph.setIndentationLeft(oneCharacter);
    }
    footerRun(paragraph).setText("— ");
    XWPFRun field = footerRun(paragraph);
    field.getCTR().addNewFldChar().setFldCharType(fieldPart("begin"));
    footerRun(paragraph).getCTR().addNewInstrText().setStringValue(" PAGE ");
    footerRun(paragraph).getCTR().addNewFldChar().setFldCharType(fieldPart("end"));
    footerRun(paragraph).setText(" —");
  }

  private static STFldCharType.Enum fieldPart(String part) {
    return STFldCharType.Enum.forString(part);
  }

  private static XWPFRun footerRun(XWPFParagraph paragraph) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily("宋体");
    run.setFontFamily("宋体", XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(PAGE_NUMBER_SIZE);
    return run;
  }

  private static void paragraph(XWPFDocument document, String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    Matcher blank = BLANK.matcher(text);
    int from = 0;
    while (blank.find()) {
      run(paragraph, text.substring(from, blank.start()), false);
      run(paragraph, blank.group(), true);
      from = blank.end();
    }
    run(paragraph, text.substring(from), false);
  }

  private static void run(XWPFParagraph paragraph, String text, boolean open) {
    if (text.isEmpty()) {
      return;
    }
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    if (open) {
      run.getCTR().addNewRPr().addNewHighlight().setVal(STHighlightColor.YELLOW);
    }
  }
}
