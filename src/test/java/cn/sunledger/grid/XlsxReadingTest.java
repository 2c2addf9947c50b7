package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a package, part by part, and all that is read of it. */
class XlsxReadingTest {
  @TempDir Path folder;

  private String read(XlsxFixture fixture) throws Exception {
    Path file = fixture.write(folder.resolve("工作簿.xlsx"));
    return GridText.of(new WorkbookReader().read(file));
  }

  @Test
  void readsEveryKindOfCell() throws Exception {
    String text =
        read(
            XlsxFixture.sheet(
                    """
                    <sheetData><row r="2">
                    <c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c>
                    <c r="E2" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>
                    <c r="F2" t="str"><f>A1&amp;"x"</f><v>a_x000D_\nb_x005F_x000A_</v></c>
                    <c r="G2" t="b"><v>1</v></c><c r="H2" t="b"><v>0</v></c>
                    <c r="I2" t="e"><v>#REF!</v></c>
                    <c r="J2" t="d"><v>2023-12-31T00:00:00</v></c><c r="K2" t="d"><v>2023-12-31T08:30:00Z</v></c>
                    <c r="L2"><v>1.5E3</v></c><c r="M2" t="n"><v> 90 </v></c><c r="N2"/><c r="O2" s="0"></c>
                    <c r="P2" t="s"><v>3</v></c>
                    </row></sheetData>""")
                .strings(
                    "<si><t>收 入</t></si>"
                        + "<si><r><rPr/><t>合</t></r><r><t xml:space=\"preserve\">  计</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>hé</t></rPh></si>"
                        + "<si><t>甲&lt;乙&gt;&amp;&#20013;<![CDATA[<&>]]></t></si><si><t/></si>"));
    assertEquals(
        """
        # 0 表
        B2 “收 入”
        C2 “合  计”
        D2 “甲<乙>&中<&>”
        E2 “甲 乙”
        F2 “a\\r\\nb_x000A_” formula A1&"x"
        G2 “TRUE”
        H2 “FALSE”
        I2 “#REF!”
        J2 “2023-12-31”
        K2 “2023-12-31T08:30:00”
        L2 1500 shown 1500 as “1500”
        M2 90 shown 90 as “90”""",
        text);
  }

  @Test
  void countsCellsAndRowsWithoutAddresses() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 1 shown 1 as “1”
        B1 2 shown 2 as “2”
        D1 3 shown 3 as “3”
        E1 4 shown 4 as “4”
        A2 5 shown 5 as “5”
        A7 6 shown 6 as “6”
        A8 7 shown 7 as “7”""",
        read(
            XlsxFixture.sheet(
                "<sheetData><row><c><v>1</v></c><c><v>2</v></c><c r=\"D1\"><v>3</v></c><c><v>4</v></c></row>"
                    + "<row><c><v>5</v></c></row><row r=\"7\"><c><v>6</v></c></row>"
                    + "<row><c><v>7</v></c></row></sheetData>")));
  }

  @Test
  void appliesFormatsAndIndents() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 0.7545 shown 75.45% as “75.45%” format 0.00%
        B1 1234.5 shown 1234.50 as “1,234.50” format #,##0.00 indent 2
        C1 “2023-12-31” format yyyy"年"m"月"
        D1 10001 shown 10001 as “010001” format 000000
        E1 7 shown 7 as “7”
        remark E1 的样式不存在，按常规格式读取。""",
        read(
            XlsxFixture.sheet(
                    "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.75449999999999995</v></c>"
                        + "<c r=\"B1\" s=\"2\"><v>1234.5</v></c><c r=\"C1\" s=\"3\"><v>45291</v></c>"
                        + "<c r=\"D1\" s=\"4\"><v>10001</v></c><c r=\"E1\" s=\"99\"><v>7</v></c></row></sheetData>")
                .styles(
                    "<numFmts><numFmt numFmtId=\"176\" formatCode=\"000000\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>"
                        + "<xf numFmtId=\"4\"><alignment indent=\"2\"/></xf><xf numFmtId=\"27\"/>"
                        + "<xf numFmtId=\"176\"/></cellXfs>"
                        + "<dxfs><dxf><numFmt numFmtId=\"176\" formatCode=\"0.0\"/></dxf></dxfs>")));
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 “2023-12-31” format yyyy/m/d""",
        read(
            XlsxFixture.sheet("<sheetData><row><c s=\"1\"><v>43829</v></c></row></sheetData>")
                .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
                .workbook(
                    "<workbookPr date1904=\"1\"/>"
                        + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")));
  }

  @Test
  void knowsWhatIsHiddenMergedAndComputed() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 1 shown 1 as “1”
        B1 2 shown 2 as “2” formula A1+1 column hidden
        A2 3 shown 3 as “3” row hidden
        B2 4 shown 4 as “4” formula A1+1 row hidden column hidden
        A3 “” formula SUM(A1:A2) row hidden
        C3 “” formula 1/0 row hidden
        merge A1:C1
        merge B2:B3
        remark A3 等 2 个单元格的公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后重试。""",
        read(
            XlsxFixture.sheet(
                """
                <cols><col min="2" max="2" hidden="1" width="9"/><col min="5" max="16384" width="0"/></cols>
                <sheetData>
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1+1</f><v>2</v></c></row>
                <row r="2" hidden="true"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>
                <row r="3" ht="0" customHeight="1"><c r="A3"><f>SUM(A1:A2)</f></c><c r="C3"><f>1/0</f></c></row>
                </sheetData>
                <mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B2"/><mergeCell ref="D9:D9"/></mergeCells>
                <extLst><ext><c r="Z9"><v>9</v></c></ext></extLst>""")));
  }

  @Test
  void keepsWhatCannotBeANumberAndSaysSo() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 “abc”
        B1 “1E400”
        C1 “NaN”
        D1 “”
        E1 “１２”
        F1 0 shown 0 as “0”
        G1 “”
        H1 “”
        remark A1 等 5 个单元格的数无法识别，按文字读取。
        remark R1048577C1 等 4 个单元格的地址超出工作表范围，未读取。
        remark G1 等 2 个单元格指向不存在的共享文字，按空文字读取。""",
        read(
            XlsxFixture.sheet(
                """
                <sheetData><row r="1"><c r="A1"><v>abc</v></c><c r="B1"><v>1E400</v></c><c r="C1"><v>NaN</v></c>
                <c r="D1"><v></v></c><c r="E1"><v>１２</v></c><c r="F1"><v>1E-400</v></c>
                <c r="G1" t="s"><v>7</v></c><c r="H1" t="s"><v>x</v></c></row>
                <row r="1048577"><c><v>1</v></c></row>
                <row r="3"><c r="ZZZZZ3"><v>1</v></c><c r="A2147483647"><v>1</v></c><c r="3A"><v>1</v></c></row>
                </sheetData>""")));
  }

  @Test
  void hidesZerosWhereTheSheetDoes() throws Exception {
    assertEquals(
        """
        # 0 表
        A1 0 shown 0 as “”
        B1 1 shown 1 as “1”""",
        read(
            XlsxFixture.sheet(
                "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>"
                    + "<sheetData><row><c><v>0</v></c><c><v>1</v></c></row></sheetData>")));
  }

  @Test
  void readsSheetsInOrderHiddenOnesToo() throws Exception {
    String one = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    assertEquals(
        """
        # 0 乙
        A1 1 shown 1 as “1”
        # 2 甲 hidden
        A1 1 shown 1 as “1”
        # 3 丙 hidden
        A1 1 shown 1 as “1”
        # 4 丁
        remark 工作簿中缺少这张工作表的内容。
        # 5 戊
        remark 工作簿中缺少这张工作表的内容。""",
        read(
            XlsxFixture.sheet(one)
                .workbook(
                    """
                    <sheets><sheet name="乙" sheetId="7" r:id="rId2"/><sheet name="图" sheetId="4" r:id="rId3"/>
                    <sheet name="甲" sheetId="1" state="hidden" r:id="rId1"/>
                    <sheet name="丙" sheetId="2" state="veryHidden" r:id="rId4"/>
                    <sheet name="丁" sheetId="3" r:id="rId5"/><sheet name="戊" sheetId="9"/></sheets>""")
                .part(
                    "xl/_rels/workbook.xml.rels",
                    XlsxFixture.relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + XlsxFixture.relation("rId2", "worksheet", "/xl/worksheets/Sheet2.xml")
                        + XlsxFixture.relation("rId3", "chartsheet", "chartsheets/sheet1.xml")
                        + XlsxFixture.relation("rId4", "worksheet", "../xl/other/./sheet3.xml")
                        + XlsxFixture.relation("rId5", "worksheet", "worksheets/missing.xml"))
                .worksheet("xl/worksheets/sheet2.xml", one)
                .worksheet("xl/other/sheet3.xml", one)));
  }

  @Test
  void readsStrictWorkbooks() throws Exception {
    String strict = "http://purl.oclc.org/ooxml/";
    String relations = strict + "officeDocument/relationships";
    String type = "<Relationship Id=\"%s\" Type=\"" + relations + "/%s\" Target=\"%s\"/>";
    assertEquals(
        """
        # 0 表
        A1 “收入”""",
        read(
            XlsxFixture.sheet("")
                .part("_rels/.rels", type.formatted("a", "officeDocument", "xl/workbook.xml"))
                .part(
                    "xl/workbook.xml",
                    "<x:workbook xmlns:x=\""
                        + strict
                        + "spreadsheetml/main\" xmlns:q=\""
                        + relations
                        + "\"><x:sheets><x:sheet name=\"表\" sheetId=\"1\" q:id=\"b\"/></x:sheets></x:workbook>")
                .part(
                    "xl/_rels/workbook.xml.rels",
                    type.formatted("b", "worksheet", "worksheets/sheet1.xml")
                        + type.formatted("c", "sharedStrings", "sharedStrings.xml"))
                .part(
                    "xl/worksheets/sheet1.xml",
                    "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
                        + "</x:row></x:sheetData></x:worksheet>")
                .part(
                    "xl/sharedStrings.xml",
                    "<x:sst xmlns:x=\"m\"><x:si><x:t>收入</x:t></x:si></x:sst>")));
  }

  @Test
  void readsOtherEncodings() throws Exception {
    String strings = "<?xml version=\"1.0\" encoding=\"%s\"?><sst><si><t>财政拨款</t></si></sst>";
    for (String encoding : new String[] {"UTF-16", "UTF-16LE", "GBK", "GB18030"}) {
      byte[] bytes = strings.formatted(encoding).getBytes(encoding);
      assertEquals(
          "# 0 表\nA1 “财政拨款”",
          read(
              XlsxFixture.sheet("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>")
                  .part("xl/sharedStrings.xml", bytes)),
          encoding);
    }
    byte[] marked = ("\uFEFF" + strings.formatted("UTF-8")).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "# 0 表\nA1 “财政拨款”",
        read(
            XlsxFixture.sheet("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>")
                .part("xl/sharedStrings.xml", marked)));
  }
}
