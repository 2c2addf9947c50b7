package cn.sunledger.document;

import cn.sunledger.document.OfficialStyles.Role;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.Publication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;

/**
 * A publication as a Word document in the layout of official documents (GB/T 9704): cover,
 * contents, text in 28-point lines, tables on upright or lying pages, page numbers at the outer
 * edge. What is still to be filled in is highlighted.
 */
public final class WordDocument {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /**
   * The document.
   *
   * @param publication its parts
   * @param tables the tables that belong into it
   * @param template a Word document of the user's whose cover and styles are used
   * @return the file's content
   * @throws UnusableTemplateException where the template cannot be used
   */
  public byte[] bytes(Publication publication, List<PrintedTable> tables, Optional<byte[]> template)
      throws UnusableTemplateException {
    XWPFDocument opened =
        template.isPresent() ? OwnTemplate.open(template.get()) : new XWPFDocument();
    try (XWPFDocument document = opened;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      String title = publication.unitName() + publication.title();
      document.getProperties().getCoreProperties().setTitle(title);
      document.getProperties().getCoreProperties().setCreator(DocumentMark.AUTHOR);
      Map<Role, String> styles = OfficialStyles.addTo(document);
      if (template.isPresent()) {
        writeInto(document, publication, tables, styles);
      } else {
        writeNew(document, publication, tables, styles);
      }
      document.enforceUpdateFields();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeNew(
      XWPFDocument document,
      Publication publication,
      List<PrintedTable> tables,
      Map<Role, String> styles)
      throws IOException {
    Sections sections = Sections.ofNew(document);
    String space = "<w:spacing w:before=\"4400\" w:after=\"0\"/>";
    String cover =
        WordXml.paragraph(
                styles.get(Role.COVER_UNIT), space, WordXml.marked(publication.unitName()))
            + WordXml.paragraph(
                styles.get(Role.COVER_TITLE), "", WordXml.marked(publication.title()))
            + sections.end(sections.upright(), true);
    String text = text(publication, tables, styles, sections, 1);
    setBody(document, cover + text + sections.properties(sections.upright(), false));
  }

  private static void writeInto(
      XWPFDocument document,
      Publication publication,
      List<PrintedTable> tables,
      Map<Role, String> styles)
      throws IOException {
    Sections sections = Sections.ofExisting(document);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("单位", publication.unitName());
    values.put("标题", publication.title());
    values.put("年度", publication.title().replaceFirst("^([0-9]{4}).*", "$1"));
    OwnTemplate template = OwnTemplate.of(document, values);
    String text = text(publication, tables, styles, sections, template.hasCover() ? 1 : 0);
    setBody(
        document,
        template.before()
            + (template.hasCover() ? sections.end(sections.upright(), true) : "")
            + text
            + template.after()
            + sections.properties(sections.upright(), false));
  }

  private static void setBody(XWPFDocument document, String xml) throws IOException {
    String fragment =
        "<xml-fragment xmlns:w=\""
            + WordXml.NAMESPACE
            + "\" xmlns:r=\""
            + RELATIONS
            + "\">"
            + xml
            + "</xml-fragment>";
    try {
      document.getDocument().setBody(CTBody.Factory.parse(fragment));
    } catch (XmlException e) {
      throw new IOException(e);
    }
  }

  /** Contents and parts; the last section stays open. */
  private static String text(
      Publication publication,
      List<PrintedTable> tables,
      Map<Role, String> styles,
      Sections sections,
      int pagesBefore) {
    PageFormat upright = sections.upright();
    List<Block> blocks = Blocks.of(publication, tables, upright, sections.lying());
    int contentsEnd = pagesBefore + PageCount.ofContents(blocks, upright);
    Map<String, Integer> pages = PageCount.of(blocks, upright, contentsEnd);
    StringBuilder xml = new StringBuilder();
    xml.append(Contents.xml(blocks, pages, styles, upright.textWidth()));
    TableXml tableXml = new TableXml(styles.get(Role.TABLE_CAPTION), styles.get(Role.TABLE_TEXT));
    PageFormat current = upright;
    int bookmark = 0;
    for (Block block : blocks) {
      PageFormat next = block instanceof Block.Sheet sheet ? sheet.geometry().page() : upright;
      boolean turned = !next.equals(current);
      if (turned) {
        xml.append(sections.end(current, false));
        current = next;
      }
      if (block instanceof Block.Sheet sheet) {
        xml.append(line(sheet.title(), styles, !turned, bookmark++));
        xml.append(tableXml.xml(sheet.table(), sheet.geometry()));
      } else if (block instanceof Block.Line line) {
        xml.append(line(line, styles, line.newPage() && !turned, bookmark++));
      }
    }
    if (!current.equals(upright)) {
      xml.append(sections.end(current, false));
    } else if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Block.Sheet) {
      xml.append(WordXml.paragraph(styles.get(Role.TABLE_CAPTION), "", ""));
    }
    return xml.toString();
  }

  private static String line(
      Block.Line line, Map<Role, String> styles, boolean newPage, int bookmark) {
    String runs = WordXml.marked(line.text());
    if (line.listed()) {
      runs =
          "<w:bookmarkStart w:id=\""
              + bookmark
              + "\" w:name=\""
              + line.bookmark()
              + "\"/>"
              + runs
              + "<w:bookmarkEnd w:id=\""
              + bookmark
              + "\"/>";
    }
    String before = newPage ? "<w:pageBreakBefore/>" : "";
    String space =
        line.role() == Role.PART
            ? "<w:spacing w:before=\"0\" w:after=\"280\" w:line=\"720\" w:lineRule=\"exact\"/>"
            : "";
    return WordXml.paragraph(styles.get(line.role()), before + space, runs);
  }
}
