package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.grid.GridCell;
import cn.sunledger.grid.SheetGrid;
import cn.sunledger.model.CellValue;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SheetCsvTest {
  private final SheetGrid sheet = new SheetGrid("表", 0, false);

  @Test
  void everyCellStandsWhereItStoodAndNumbersAreAsStored() throws IOException {
    text(0, 1, "标题");
    text(2, 0, "010001");
    number(2, 1, "1365.0600000000001", "1,365.06");
    number(2, 3, "-207.43", "-207.43");
    text(3, 2, "-207.43");
    text(3, 3, "=1+1");
    number(4, 0, "1E+21", "1E+21");
    number(4, 1, "1E-7", "0.00");

    assertEquals(
        """
        ,标题,,
        ,,,
        010001,1365.0600000000001,,-207.43
        ,,-207.43,'=1+1
        1000000000000000000000,0.0000001,,
        """,
        csv());
  }

  @Test
  void aBlankRowOfTheOnlyColumnIsStillARow() throws IOException {
    text(0, 0, "a");
    text(2, 0, "b");

    assertEquals("a\n\"\"\nb\n", csv());
  }

  @Test
  void aStrayCellFarAwayMakesNoGigabytesOfCommas() throws IOException {
    text(0, 0, "a");
    text(1_048_575, 16_383, "stray");

    assertEquals("a\n" + "\"\"\n".repeat(1_048_574) + ",".repeat(16_383) + "stray\n", csv());
  }

  @Test
  void aNumberBeyondAnyDoubleDoesNotFillTheDisk() throws IOException {
    number(0, 0, "1E+2000000000", "1E+2000000000");

    assertEquals("1E+2000000000\n", csv());
  }

  private void text(int row, int column, String text) {
    sheet.put(new GridCell(row, column, new CellValue.Text(text), "General", 0, ""));
  }

  private void number(int row, int column, String stored, String shown) {
    BigDecimal number = new BigDecimal(stored);
    sheet.put(
        new GridCell(
            row, column, new CellValue.Number(number, number, false, shown), "General", 0, ""));
  }

  private String csv() throws IOException {
    StringBuilder out = new StringBuilder();
    new SheetCsv(CsvOptions.PLAIN).write(sheet, out);
    return out.toString();
  }
}
