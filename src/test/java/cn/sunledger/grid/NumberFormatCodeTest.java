package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.CellValue;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Format codes, the stored number, what Excel prints and the number that is seen in the print. */
class NumberFormatCodeTest {
  @ParameterizedTest(name = "{0} of {1}")
  @CsvFileSource(
      resources = "number-formats.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001',
      nullValues = "∅")
  void printsLikeExcel(String code, String stored, String text, String shown) {
    CellValue value = NumberFormatCode.of(code).value(new BigDecimal(stored), false);
    assertEquals(text == null ? "" : text, value.text());
    if (value instanceof CellValue.Number number) {
      assertEquals(shown, number.shown().toPlainString());
      assertEquals(code.replaceAll("\"[^\"]*\"", "").contains("%"), number.percent());
      assertEquals(new BigDecimal(stored), number.stored());
    } else {
      assertEquals("date", shown);
    }
  }
}
