package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsvBytesTest {
  private static final String CHARACTERS =
      "=+-@\t\r＝＠ #,\"\n'%0123.e一科目é¥\u2028\ud83d\ude00~\u007f";

  @ParameterizedTest
  @CsvSource({"UTF-8, false", "UTF-8, true", "GB18030, false", "GB18030, true"})
  void itsRecordsAreThoseOfCsvRows(String encoding, boolean raw) throws IOException {
    CsvOptions options = new CsvOptions(Charset.forName(encoding), false, raw);
    Random random = new Random(8);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    CsvBytes records = new CsvBytes(options, 1);
    try (Writer out = options.writer(expected)) {
      CsvRows rows = new CsvRows(out, options);
      for (int i = 0; i < 20_000; i++) {
        for (int k = random.nextInt(4); k >= 0; k--) {
          String text = text(random);
          rows.text(text);
          records.text(text);
        }
        rows.value("3公");
        records.word("3公");
        rows.endRecord();
        records.endRecord();
      }
    }

    assertArrayEquals(expected.toByteArray(), records.taken());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void numbersArePlainAsPrintedAndInYuan(Unit unit) {
    Random random = new Random(9);
    for (int i = 0; i < 50_000; i++) {
      BigInteger digits = new BigInteger(random.nextInt(80), random);
      BigDecimal number =
          new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(30) - 6);

      assertEquals(number.toPlainString(), written(number, 0));
      if (unit.isMoney()) {
        assertEquals(unit.toYuan(number).toPlainString(), written(number, unit.power()));
      }
    }
  }

  private static String written(BigDecimal number, int power) {
    CsvBytes record = new CsvBytes(CsvOptions.PLAIN, 1);
    record.number(number, power);
    return new String(record.taken(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, A1", "36, 2, C37", "1048575, 16383, XFD1048576", "9, 26, AA10"})
  void addressesAreThoseOfTheSheet(int row, int column, String address) {
    CsvBytes record = new CsvBytes(CsvOptions.PLAIN, 1);
    record.address(new CellRef("表", row, column));
    record.part("x".getBytes(StandardCharsets.UTF_8));

    assertEquals(address + ",x", new String(record.taken(), StandardCharsets.UTF_8));
  }
}
