package cn.sunledger.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** 公文样式: the fonts and sizes of official documents, with what to use where a font is missing. */
final class OfficialStyles {
  /** 标题: 二号小标宋, centred. */
  static final String TITLE = "Title";

  /** 一、 in 三号黑体. */
  static final String HEADING_1 = "Heading1";

  /** （一） in 三号楷体. */
  static final String HEADING_2 = "Heading2";

  /** 正文: 三号仿宋, first line indented by two characters. */
  static final String BODY = "Body";

  private static final String TITLE_FONT = "方正小标宋简体";
  private static final String HEADING_FONT = "黑体";
  private static final String SUBHEADING_FONT = "楷体_GB2312";
  private static final String BODY_FONT = "仿宋_GB2312";
  private static final int TITLE_SIZE = 22;
  private static final int BODY_SIZE = 16;
  private static final int LINE = 28 * 20;
  private static final int TITLE_LINE = 36 * 20;
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

  private OfficialStyles() {}

  /** Adds the styles and the fonts' substitutes. */
  static void addTo(XWPFDocument document) throws IOException {
    XWPFStyles styles = document.createStyles();
    styles.setEastAsia("zh-CN");
    CTStyle title = style(TITLE, "标题", TITLE_FONT, TITLE_SIZE, TITLE_LINE);
    title.getPPr().addNewJc().setVal(STJc.CENTER);
    title.getPPr().getSpacing().setAfter(BigInteger.valueOf(LINE));
    CTStyle first = style(HEADING_1, "heading 1", HEADING_FONT, BODY_SIZE, LINE);
    heading(first, 0);
    CTStyle second = style(HEADING_2, "heading 2", SUBHEADING_FONT, BODY_SIZE, LINE);
    heading(second, 1);
    CTStyle body = style(BODY, "公文正文", BODY_FONT, BODY_SIZE, LINE);
    indent(body);
    for (CTStyle style : List.of(title, first, second, body)) {
      styles.addStyle(new XWPFStyle(style));
    }
    addFontTable(document);
  }

  private static CTStyle style(String id, String name, String font, int size, int line) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setType(STStyleType.PARAGRAPH);
    style.setStyleId(id);
    style.addNewName().setVal(name);
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    CTSpacing spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
    spacing.setLine(BigInteger.valueOf(line));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    CTRPr run = style.addNewRPr();
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii(font);
    fonts.setHAnsi(font);
    fonts.setEastAsia(font);
    fonts.setCs(font);
    fonts.setHint(STHint.EAST_ASIA);
    BigInteger halfPoints = BigInteger.valueOf(size * 2L);
    run.addNewSz().setVal(halfPoints);
    run.addNewSzCs().setVal(halfPoints);
    return style;
  }

  private static void heading(CTStyle style, int outlineLevel) {
    style.getPPr().addNewKeepNext();
    indent(style);
    style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outlineLevel));
  }

  /** Two characters of the body's size. */
  private static void indent(CTStyle style) {
    CTInd indent = style.getPPr().addNewInd();
    indent.setFirstLineChars(BigInteger.valueOf(200));
    indent.setFirstLine(BigInteger.valueOf(2L * BODY_SIZE * 20));
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
