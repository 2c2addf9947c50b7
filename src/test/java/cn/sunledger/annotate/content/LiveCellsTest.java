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

  @Test
  void whatIsElsewhereOrDifferentIsNotFetched() {
    assertEquals("", expression(true, "171731", "1717.31"));
    assertEquals("", cells(true, "1717.31").expression(amount("1717.31", "b.xlsx")));
    assertEquals("", new LiveCells("a.xlsx", Map.of()).expression(amount("1717.31", "a.xlsx")));
  }
}
