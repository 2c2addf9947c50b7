package cn.sunledger.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/**
 * 公文样式 (GB/T 9704): the fonts and sizes of official documents, with what to use where a font is
 * missing. A document of the user's that has a style of the same name keeps its own.
 */
final class OfficialStyles {
  private static final String FONT_TABLE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,宋体,SimSun"/></w:font>\
      <w:font w:name="黑体"><w:altName w:val="SimHei"/></w:font>\
      <w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi"/></w:font>\
      <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/></w:font>\
      <w:font w:name="宋体"><w:altName w:val="SimSun"/></w:font>\
      </w:fonts>
      """;

  private static final String TITLE_FONT = "方正小标宋简体";
  private static final String BODY_FONT = "仿宋_GB2312";

  /** Of digits and Latin letters. */
  private static final String LATIN_FONT = "Times New Roman";

  private static final String EXACT = "w:line=\"560\" w:lineRule=\"exact\"";
  private static final String INDENT = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
  private static final String CENTRED = "<w:jc w:val=\"center\"/>";

  /** What a paragraph is in the document. */
  enum Role {
    /** 封面上的单位. */
    COVER_UNIT("CoverUnit", "封面单位", TITLE_FONT, 26, "", CENTRED, -1),
    /** 封面上的标题. */
    COVER_TITLE("CoverTitle", "封面标题", TITLE_FONT, 36, "w:before=\"480\"", CENTRED, -1),
    /** 目录二字. */
    CONTENTS_TITLE("ContentsTitle", "目录标题", "黑体", 22, EXACT + " w:after=\"280\"", CENTRED, -1),
    /** 目录里的部分. */
    CONTENTS_1("TOC1", "toc 1", "黑体", 14, "w:line=\"480\" w:lineRule=\"exact\"", "", -1),
    /** 目录里的一、和表. */
    CONTENTS_2("TOC2", "toc 2", BODY_FONT, 14, "w:line=\"480\" w:lineRule=\"exact\"", "", -1),
    /** 第一部分: 二号小标宋, centred. */
    PART(
        "Heading1", "heading 1", TITLE_FONT, 22, "w:line=\"720\" w:lineRule=\"exact\"", CENTRED, 0),
    /** 一、 in 三号黑体. */
    SECTION("Heading2", "heading 2", "黑体", 16, EXACT, INDENT, 1),
    /** （一） in 三号楷体. */
    SUBSECTION("Heading3", "heading 3", "楷体_GB2312", 16, EXACT, INDENT, 2),
    /** 正文: 三号仿宋, 28-point lines, first line indented by two characters. */
    BODY("OfficialBody", "公文正文", BODY_FONT, 16, EXACT, INDENT, -1),
    /** 表的标题. */
    TABLE_TITLE("TableTitle", "公文表标题", TITLE_FONT, 16, "w:after=\"60\"", CENTRED, 1),
    /** 表号、部门、金额单位 above a table, notes below it. */
    TABLE_CAPTION("TableCaption", "公文表附注", "宋体", 9, "", "", -1),
    /** 表内文字, whose size each table sets. */
    TABLE_TEXT("TableText", "公文表格", "宋体", 9, "", "", -1);

    private final String id;
    private final String styleName;
    private final String font;
    private final int size;
    private final String spacing;
    private final String paragraph;
    private final int outlineLevel;

    Role(
        String id,
        String styleName,
        String font,
        int size,
        String spacing,
        String paragraph,
        int outlineLevel) {
      this.id = id;
      this.styleName = styleName;
      this.font = font;
      this.size = size;
      this.spacing = spacing;
      this.paragraph = paragraph;
      this.outlineLevel = outlineLevel;
    }

    private String xml() {
      String heading = (outlineLevel >= 0 ? "<w:keepNext/>" : "") + "<w:widowControl w:val=\"0\"/>";
      String level = outlineLevel >= 0 ? "<w:outlineLvl w:val=\"" + outlineLevel + "\"/>" : "";
      String plain = spacing.contains("w:line=") ? spacing : spacing + " w:line=\"240\"";
      String before = spacing.contains("w:before") ? "" : " w:before=\"0\"";
      String after = spacing.contains("w:after") ? "" : " w:after=\"0\"";
      return "<xml-fragment xmlns:w=\""
          + WordXml.NAMESPACE
          + "\" w:type=\"paragraph\" w:styleId=\""
          + id
          + "\"><w:name w:val=\""
          + styleName
          + "\"/><w:qFormat/><w:pPr>"
          + heading
          + "<w:spacing "
          + plain
          + before
          + after
          + "/>"
          + paragraph
          + level
          + "</w:pPr><w:rPr><w:rFonts w:ascii=\""
          + LATIN_FONT
          + "\" w:hAnsi=\""
          + LATIN_FONT
          + "\" w:eastAsia=\""
          + font
          + "\" w:cs=\""
          + LATIN_FONT
          + "\"/><w:sz w:val=\""
          + size * 2
          + "\"/><w:szCs w:val=\""
          + size * 2
          + "\"/></w:rPr></xml-fragment>";
    }
  }

  private OfficialStyles() {}

  /**
   * Adds the styles that a document lacks, and to a new one the fonts' substitutes.
   *
   * @return the id of each role's style in this document
   */
  static Map<Role, String> addTo(XWPFDocument document) throws IOException {
    XWPFStyles styles = document.getStyles();
    boolean fresh = styles == null;
    if (fresh) {
      styles = document.createStyles();
      styles.setEastAsia("zh-CN");
      addFontTable(document);
    }
    Map<Role, String> ids = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      XWPFStyle own = fresh ? null : styleNamed(styles, role.styleName);
      if (own == null) {
        styles.addStyle(new XWPFStyle(parsed(role.xml())));
        ids.put(role, role.id);
      } else {
        ids.put(role, own.getStyleId());
      }
    }
    return ids;
  }

  private static XWPFStyle styleNamed(XWPFStyles styles, String name) {
    for (XWPFStyle style : styles.getStyles()) {
      if (name.equalsIgnoreCase(style.getName())) {
        return style;
      }
    }
    return null;
  }

  private static CTStyle parsed(String xml) throws IOException {
    try {
      return CTStyle.Factory.parse(xml);
    } catch (XmlException e) {
      throw new IOException(e);
    }
  }

  private static void addFontTable(XWPFDocument document) throws IOException {
    try {
      PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
      PackagePart part =
          document
              .getPackage()
              .createPart(
                  name,
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
      try (OutputStream out = part.getOutputStream()) {
        out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
      }
      document
          .getPackagePart()
          .addRelationship(
              name,
              TargetMode.INTERNAL,
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
