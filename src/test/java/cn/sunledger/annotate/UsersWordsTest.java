package cn.sunledger.annotate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Narrative;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users wrote into a workbook outlives its annotation. */
class UsersWordsTest extends AnnotatedSample {
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void whatAUserFilledInIsReadAndKept(String kind) throws Exception {
    Path first = annotate(sample(kind), "a." + kind);
    assertEquals(new ManualAnswers(Map.of(), Map.of(), OWN), ManualAnswers.read(first));
    Path filled =
        rewrite(
            first,
            "f." + kind,
            workbook -> {
              workbook.getSheet("核对结果").getRow(4).getCell(10).setCellValue("已更正");
              workbook.getSheet("待填事项").getRow(4).getCell(5).setCellValue("项目减少\n资金收回");
              workbook.getSheet("待填事项").getRow(6).getCell(5).setCellValue(13);
            });
    ManualAnswers expected =
        new ManualAnswers(
            Map.of("原因/收支总计同比", "项目减少\n资金收回", "数量/公务接待批次", "13"),
            Map.of("T-04@公开01表 收入支出决算总表!F37", "已更正"),
            OWN);
    assertAll(
        () -> assertEquals(expected.answers(), ManualAnswers.read(filled).answers()),
        () -> assertEquals(expected.opinions(), ManualAnswers.read(filled).opinions()));
    Path second = annotate(filled, "b." + kind);
    assertEquals(ManualAnswers.read(filled), ManualAnswers.read(second));
    Narrative other = new Narrative("说明", List.of(), List.of());
    Path third = annotate(second, "c." + kind, NOTHING, other);
    assertEquals(ManualAnswers.read(filled), ManualAnswers.read(third));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void aUsersSheetOfTheSameNameIsLeftAlone(String kind) throws Exception {
    Path own =
        rewrite(
            sample(kind),
            "own." + kind,
            workbook -> workbook.createSheet("核对结果").createRow(2).createCell(1).setCellValue("我的"));
    Path first = annotate(own, "a." + kind);
    Path second = annotate(first, "b." + kind);
    for (Path each : List.of(first, second)) {
      try (Workbook workbook = open(each)) {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        assertEquals(
            List.of("核对结果", "核对结果(晒账本)", "执行率与同比", "情况说明", "待填事项"), names.subList(9, names.size()));
        assertEquals("我的", workbook.getSheet("核对结果").getRow(2).getCell(1).getStringCellValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void aUsersCommentKeepsItsWords(String kind) throws Exception {
    Path own =
        rewrite(
            sample(kind),
            "own." + kind,
            workbook -> {
              Sheet sheet = workbook.getSheet(Changsha.T01);
              ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
              anchor.setRow1(3);
              anchor.setRow2(5);
              anchor.setCol1(7);
              anchor.setCol2(8);
              Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
              comment.setString(workbook.getCreationHelper().createRichTextString("请王会计复核\n第二行"));
              comment.setAuthor("张三");
              sheet.getRow(36).getCell(5).setCellComment(comment);
            });
    Path first = annotate(own, "a." + kind);
    Path second = annotate(first, "b." + kind);
    Path third = annotate(second, "c." + kind, NOTHING, Changsha.narrative(""));
    assertEquals(comment(first), comment(second));
    assertTrue(comment(first).startsWith("张三 请王会计复核\n第二行\n—— 晒账本 sunledger ——\n【错误】T-04"));
    assertEquals("张三 请王会计复核\n第二行", comment(third));
    assertEquals(facts(own, Map.of()), facts(third, Map.of()));
  }

  private static String comment(Path file) throws Exception {
    try (Workbook workbook = open(file)) {
      Comment comment = workbook.getSheet(Changsha.T01).getCellComment(new CellAddress("F37"));
      return comment.getAuthor() + " " + comment.getString().getString();
    }
  }
}
