package cn.sunledger.annotate.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Unit;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveCellsTest {
  private static final CellRef CELL = new CellRef("公开01表 '总'", 4, 2);

  private static String expression(boolean number, String stored, String shown) {
    return cells(number, stored).expression(amount(shown, "a.xlsx"));
  }

  private static LiveCells cells(boolean number, String stored) {
    return new LiveCells(
        "a.xlsx", Map.of(CELL, new AnnotatableWorkbook.StoredCell(number, stored)));
  }

  private static SourcedAmount amount(String shown, String file) {
    return new SourcedAmount(new Amount(new BigDecimal(shown), Unit.TEN_THOUSAND_YUAN), file, CELL);
  }

  @Test
  void aNumberIsFetched() {
    assertEquals("'公开01表 ''总'''!C5", expression(true, "1717.31", "1717.31"));
    assertEquals("'公开01表 ''总'''!C5", expression(true, "1717.3", "1717.30"));
  }

  @Test
  void aNumberThatShowsFewerDigitsIsRoundedAsItShows() {
    assertEquals("ROUND('公开01表 ''总'''!C5,2)", expression(true, "1717.3149", "1717.31"));
    assertEquals("ROUND('公开01表 ''总'''!C5,2)", expression(true, "6.0999999999999996", "6.10"));
  }

  @Test
  void aNumberStoredAsTextIsConverted() {
    assertEquals(
        "VALUE(SUBSTITUTE('公开01表 ''总'''!C5,\",\",\"\"))", expression(false, "1,717.31", "1717.31"));
    assertEquals("", expression(false, "　1717.31", "1717.31"));
    assertEquals("", expression(false, "无", "0"));
  }

  private static String sum(String shown, String... stored) {
    Map<CellRef, AnnotatableWorkbook.StoredCell> cells = new java.util.HashMap<>();
    SourcedAmount sum = null;
    for (int i = 0; i < stored.length; i++) {
      CellRef cell = new CellRef("表", i, 0);
      cells.put(cell, new AnnotatableWorkbook.StoredCell(true, stored[i]));
      SourcedAmount addend =
          new SourcedAmount(
              new Amount(i == 0 ? new BigDecimal(shown) : BigDecimal.ZERO, Unit.TEN_THOUSAND_YUAN),
              "a.xlsx",
              cell);
      sum = sum == null ? addend : sum.plus(addend);
    }
    return new LiveCells("a.xlsx", cells).expression(sum);
  }

  @Test
  void aSumIsAddedUpFromItsCells() {
    assertEquals("('表'!A1+'表'!A2)", sum("3.30", "1.1", "2.2"));
    assertEquals("(ROUND('表'!A1,2)+ROUND('表'!A2,2))", sum("3.32", "1.105", "2.2099"));
    assertEquals("", sum("4.00", "1.1", "2.2"));
  }

  @Test
  void whatIsElsewhereOrDifferentIsNotFetched() {
    assertEquals("", expression(true, "171731", "1717.31"));
    assertEquals("", cells(true, "1717.31").expression(amount("1717.31", "b.xlsx")));
    assertEquals("", new LiveCells("a.xlsx", Map.of()).expression(amount("1717.31", "a.xlsx")));
  }
}
