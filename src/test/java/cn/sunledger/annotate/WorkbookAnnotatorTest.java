package cn.sunledger.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample of Changsha, annotated as .xlsx and as .xls. */
class WorkbookAnnotatorTest extends AnnotatedSample {
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void theOriginalSheetsStayCellForCell(String kind) throws Exception {
    Map<String, Set<String>> marked = marked(Changsha.report());
    Path annotated = annotate(sample(kind), "a." + kind);
    assertEquals(facts(sample(kind), marked), facts(annotated, marked));
  }

  @Test
  void onlyThePartsThatMustChangeAreRewritten() throws Exception {
    assertEquals(
        new TreeSet<>(
            Set.of(
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels",
                "xl/workbook.xml",
                "xl/styles.xml",
                "xl/worksheets/sheet1.xml",
                "xl/worksheets/_rels/sheet1.xml.rels",
                "xl/comments1.xml",
                "xl/drawings/vmlDrawing1.vml",
                "xl/worksheets/sheet5.xml",
                "xl/worksheets/_rels/sheet5.xml.rels",
                "xl/comments2.xml",
                "xl/drawings/vmlDrawing2.vml",
                "xl/worksheets/sheet6.xml",
                "xl/worksheets/_rels/sheet6.xml.rels",
                "xl/comments3.xml",
                "xl/drawings/vmlDrawing3.vml",
                "xl/worksheets/sheet10.xml",
                "xl/worksheets/sheet11.xml",
                "xl/worksheets/_rels/sheet11.xml.rels",
                "xl/drawings/drawing1.xml",
                "xl/drawings/_rels/drawing1.xml.rels",
                "xl/charts/chart1.xml",
                "xl/charts/chart2.xml",
                "xl/charts/chart3.xml",
                "xl/worksheets/sheet12.xml",
                "xl/worksheets/sheet13.xml")),
        PackageParts.differing(Changsha.FILE, annotate(Changsha.FILE, "a.xlsx")));
  }

  @Test
  void annotatingTheAnnotatedGivesTheSameBytes() throws Exception {
    Path first = annotate(Changsha.FILE, "a.xlsx");
    Path second = annotate(first, "b.xlsx");
    assertEquals(-1, Files.mismatch(first, second), () -> differing(first, second));
  }

  private static String differing(Path first, Path second) {
    try {
      return PackageParts.differing(first, second).toString();
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void annotatingTheAnnotatedDoublesNothing(String kind) throws Exception {
    Path first = annotate(sample(kind), "a." + kind);
    Path second = annotate(first, "b." + kind);
    try (Workbook one = open(first);
        Workbook other = open(second)) {
      assertEquals(one.getNumberOfSheets(), other.getNumberOfSheets());
      assertEquals(one.getAllNames().size(), other.getAllNames().size());
      assertEquals(one.getNumCellStyles(), other.getNumCellStyles());
      for (int i = 0; i < one.getNumberOfSheets(); i++) {
        assertEquals(one.getSheetName(i), other.getSheetName(i));
        assertEquals(
            SheetFacts.of(one.getSheetAt(i), Set.of()),
            SheetFacts.of(other.getSheetAt(i), Set.of()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void marksAreTakenBackWhenTheFindingsAreGone(String kind) throws Exception {
    Path first = annotate(sample(kind), "a." + kind);
    Path second = annotate(first, "b." + kind, NOTHING, Changsha.narrative(""));
    assertEquals(facts(sample(kind), Map.of()), facts(second, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void marksAreTakenBackAfterAnotherProgramRewroteTheFile(String kind) throws Exception {
    Path first = annotate(sample(kind), "a." + kind);
    Path rewritten = rewrite(first, "r." + kind, workbook -> {});
    Path second = annotate(rewritten, "b." + kind, NOTHING, Changsha.narrative(""));
    assertEquals(facts(sample(kind), Map.of()), facts(second, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void aCellSaysInOneCommentWhatIsWrongAndWhereTheOthersAre(String kind) throws Exception {
    try (Workbook workbook = open(annotate(sample(kind), "a." + kind))) {
      Sheet sheet = workbook.getSheet(Changsha.T01);
      Comment comment = sheet.getCellComment(new CellAddress("F37"));
      assertEquals("sunledger", comment.getAuthor());
      assertEquals(
          """
          —— 晒账本 sunledger ——
          【错误】T-04　支出总计 1717.31 万元与本年支出合计、结余分配、年末结转和结余之和 1717.41 万元不一致，少 0.10 万元
          表内数 1717.31，应为 1717.41，差额 -0.10
          可能原因：年末结转和结余可能漏填，或与上年末数串行
          相关单元格：F33、F34、F35""",
          comment.getString().getString());
      assertEquals(
          """
          —— 晒账本 sunledger ——
          【错误】T-04　支出总计 1717.31 万元与本年支出合计、结余分配、年末结转和结余之和 1717.41 万元不一致，少 0.10 万元
          本单元格参与这项核对，请先看 F37

          【错误】X-02　公开01表本年支出合计 1717.31 与公开03表合计不一致，随上一条更正后消失
          表内数 1717.31，应为 1717.41，差额 -0.10

          【警告】T-10　行政运行 2010301 的小计与基本支出、项目支出之和相差较大，请核对是否按未取整数计算
          本单元格参与这项核对，请先看 公开05表 一般公共预算财政拨款支出!C10""",
          sheet.getCellComment(new CellAddress("F33")).getString().getString());
      assertEquals(
          FillPatternType.SOLID_FOREGROUND,
          sheet.getRow(36).getCell(5).getCellStyle().getFillPattern());
      assertTrue(large(comment.getClientAnchor()));
    }
  }

  private static boolean large(ClientAnchor anchor) {
    return anchor.getRow2() - anchor.getRow1() >= 5 && anchor.getCol2() > anchor.getCol1();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void theFindingsAreListedWithTheirVerdict(String kind) throws Exception {
    try (Workbook workbook = open(annotate(sample(kind), "a." + kind))) {
      Sheet sheet = workbook.getSheet("核对结果");
      assertEquals(
          List.of(
              "长沙市信访局 2023年度部门决算 · 核对结果",
              "共核对 412 项，发现错误 1 处、警告 1 处、提示 1 处；未核对 2 项，原因见下。",
              "错误 1|警告 1|提示 1|核对 412 项 · 完全相符 409 项 · 未核对 2 项|执行率与同比 →|情况说明 →|待填事项 →",
              "序号|级别|规则|所在表|单元格|问题|表内数|应为|差额|可能原因|处理意见|标识（勿改）",
              "1|错误|T-04|收入支出决算总表|公开01表…!F37 等4处|支出总计 1717.31 万元与本年支出合计、结余分配、年末结转和结余之和 1717.41 万元不一致，少 0.10"
                  + " 万元|1717.31|1717.41|-0.1|年末结转和结余可能漏填，或与上年末数串行|T-04@公开01表 收入支出决算总表!F37",
              "1.1|连带|X-02|公开表|公开01表…!F33|公开01表本年支出合计 1717.31"
                  + " 与公开03表合计不一致，随上一条更正后消失|1717.31|1717.41|-0.1",
              "2|警告|T-10|公开表|公开05表…!C10 等4处|行政运行 2010301 的小计与基本支出、项目支出之和相差较大，请核对是否按未取整数计算|1435.88|1435.87|0.01|T-10@公开05表"
                  + " 一般公共预算财政拨款支出!C10",
              "3|提示|T-15|公开表|公开06表…!F7 等3处|302 商品和服务支出 124.40 与各款之和 124.41 相差 0.01，属于尾数误差|124.4|124.41|-0.01|T-15@公开06表"
                  + " 一般公共预算基本支出明细!F7"),
          texts(sheet).subList(0, 8));
      assertEquals("'公开01表 收入支出决算总表'!F37", sheet.getRow(4).getCell(4).getHyperlink().getAddress());
      assertEquals(
          "'核对结果'!A1",
          workbook.getSheet(Changsha.T01).getRow(0).getCell(0).getHyperlink().getAddress());
      assertTrue(sheet.isColumnHidden(11));
      assertEquals(4, sheet.getPaneInformation().getHorizontalSplitPosition());
    }
  }

  private static List<String> texts(Sheet sheet) {
    List<String> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<String> texts = new ArrayList<>();
      for (Cell cell : row) {
        String text =
            cell.getCellType() == CellType.NUMERIC
                ? java.math.BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString()
                : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
      rows.add(String.join("|", texts));
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void formulasGiveTheRatesThatAreStored(String kind) throws Exception {
    try (Workbook workbook = open(annotate(sample(kind), "a." + kind))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      List<String> stored = new ArrayList<>();
      List<String> computed = new ArrayList<>();
      for (Row row : workbook.getSheet("执行率与同比")) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            String at = cell.getAddress() + " " + cell.getCellFormula() + " ";
            stored.add(
                at
                    + (cell.getCachedFormulaResultType() == CellType.NUMERIC
                        ? cell.getNumericCellValue()
                        : cell.getStringCellValue()));
            CellValue value = evaluator.evaluate(cell);
            computed.add(
                at
                    + (value.getCellType() == CellType.NUMERIC
                        ? value.getNumberValue()
                        : value.getStringValue()));
          }
        }
      }
      assertEquals(stored, computed);
      assertTrue(
          stored.contains(
              "F%d IF(C%d=0,\"—\",ROUND(E%d/C%d,4)) 1.0519"
                  .formatted(at(workbook), at(workbook), at(workbook), at(workbook))));
      assertTrue(
          stored.stream().anyMatch(each -> each.endsWith(" '公开05表 一般公共预算财政拨款支出'!C10 1435.88")));
      assertTrue(stored.stream().anyMatch(each -> each.endsWith(" —")));
    }
  }

  private static int at(Workbook workbook) {
    for (Row row : workbook.getSheet("执行率与同比")) {
      Cell code = row.getCell(0);
      if (code != null
          && code.getCellType() == CellType.STRING
          && code.getStringCellValue().equals("2010301")) {
        return row.getRowNum() + 1;
      }
    }
    return -1;
  }

  @Test
  void nothingIsLeftBehindWhenWritingFails() throws Exception {
    Path broken = folder.resolve("broken.xlsx");
    byte[] bytes = Files.readAllBytes(Changsha.FILE);
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path output = folder.resolve("out");
    Files.createDirectories(output);
    org.junit.jupiter.api.Assertions.assertThrows(
        AnnotationException.class,
        () ->
            new WorkbookAnnotator()
                .annotate(
                    broken,
                    output.resolve("a.xlsx"),
                    Changsha.disclosure(Changsha.FILE),
                    NOTHING,
                    Optional.empty(),
                    Optional.empty()));
    try (var files = Files.list(output)) {
      assertFalse(files.findAny().isPresent());
    }
  }
}
