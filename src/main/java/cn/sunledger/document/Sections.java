package cn.sunledger.document;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** 分节: upright and lying pages of one document, with the same page numbers at their feet. */
final class Sections {
  private static final int PAGE_NUMBER_SIZE = 14;

  private final PageFormat upright;
  private final PageFormat lying;
  private final String references;

  private Sections(PageFormat upright, PageFormat lying, String references) {
    this.upright = upright;
    this.lying = lying;
    this.references = references;
  }

  /** The sections of a new document: A4, page numbers at the outer edge. */
  static Sections ofNew(XWPFDocument document) {
    document.setEvenAndOddHeadings(true);
    pageNumber(document.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
    pageNumber(document.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
    return new Sections(PageFormat.PORTRAIT, PageFormat.LANDSCAPE, references(document));
  }

  /** The sections of a document of the user's: its paper, margins, headers and footers. */
  static Sections ofExisting(XWPFDocument document) {
    PageFormat own = format(document).orElse(PageFormat.PORTRAIT);
    PageFormat upright = own.landscape() ? own.turned() : own;
    return new Sections(upright, upright.turned(), references(document));
  }

  PageFormat upright() {
    return upright;
  }

  PageFormat lying() {
    return lying;
  }

  /** A section's properties. */
  String properties(PageFormat page, boolean cover) {
    return "<w:sectPr>"
        + references
        + "<w:type w:val=\"nextPage\"/>"
        + page.xml()
        + (cover ? "<w:titlePg/>" : "")
        + "</w:sectPr>";
  }

  /** The paragraph that ends a section. */
  String end(PageFormat page, boolean cover) {
    return "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
        + "<w:rPr><w:sz w:val=\"2\"/></w:rPr>"
        + properties(page, cover)
        + "</w:pPr></w:p>";
  }

  private static Optional<PageFormat> format(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().getSectPr();
    if (section == null || !section.isSetPgSz() || !section.isSetPgMar()) {
      return Optional.empty();
    }
    CTPageSz size = section.getPgSz();
    CTPageMar margin = section.getPgMar();
    int width = number(size.getW(), PageFormat.PORTRAIT.width());
    int height = number(size.getH(), PageFormat.PORTRAIT.height());
    PageFormat format =
        new PageFormat(
            width,
            height,
            number(margin.getTop(), PageFormat.PORTRAIT.top()),
            number(margin.getBottom(), PageFormat.PORTRAIT.bottom()),
            number(margin.getLeft(), PageFormat.PORTRAIT.left()),
            number(margin.getRight(), PageFormat.PORTRAIT.right()),
            width > height);
    return Optional.of(format).filter(page -> page.textWidth() > 2000 && page.textHeight() > 2000);
  }

  private static int number(Object measure, int otherwise) {
    return measure instanceof BigInteger value ? Math.abs(value.intValue()) : otherwise;
  }

  private static String references(XWPFDocument document) {
    CTBody body = document.getDocument().getBody();
    if (!body.isSetSectPr()) {
      return "";
    }
    StringBuilder xml = new StringBuilder();
    for (CTHdrFtrRef header : body.getSectPr().getHeaderReferenceArray()) {
      xml.append(reference("header", header));
    }
    for (CTHdrFtrRef footer : body.getSectPr().getFooterReferenceArray()) {
      xml.append(reference("footer", footer));
    }
    return xml.toString();
  }

  private static String reference(String kind, CTHdrFtrRef reference) {
    return "<w:"
        + kind
        + "Reference w:type=\""
        + reference.getType()
        + "\" r:id=\""
        + WordXml.escaped(reference.getId())
        + "\"/>";
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
    footerRun(paragraph).getCTR().addNewFldChar().setFldCharType(fieldPart("begin"));
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
}
