package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          公开01表 收入支出决算总表, 公开01表 收入支出决算总表
          ../../evil,                _.._evil
          ..,                        _
          .,                         _
          '',                        _
          '   ',                     _
          a/b\\c:d*e?f"g<h>i|j,      a_b_c_d_e_f_g_h_i_j
          con,                       _con
          NUL.csv,                   _NUL.csv
          COM1,                      _COM1
          console,                   console
          name. .,                   name
          .hidden,                   hidden
          😀 表,                     😀 表
          """)
  void namesStayInsideTheirFolder(String name, String expected) {
    assertEquals(expected, SafeNames.safe(name));
  }

  @Test
  void charactersThatSteerAreReplaced() {
    assertEquals("a_b_c_d_e", SafeNames.safe("a\u0000b\u202Ec\nd\u200Be"));
    assertEquals("x_y", SafeNames.safe("x\uD800y"));
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String safe = SafeNames.safe("😀".repeat(200));

    assertEquals("😀".repeat(45), safe);
    assertTrue(safe.getBytes(StandardCharsets.UTF_8).length <= 180);
  }

  @Test
  void noTwoAreTheSameOnAnySystem() {
    SafeNames names = new SafeNames();

    assertEquals("Sheet", names.claim("Sheet"));
    assertEquals("sheet-2", names.claim("sheet"));
    assertEquals("Sheet-3", names.claim("Sheet"));
    assertEquals("a_b", names.claim("a/b"));
    assertEquals("a_b-2", names.claim("a:b"));
    assertEquals("book", names.claim("book", "book.xlsx"));
    assertEquals("book.xls", names.claim("book", "book.xls"));
    assertEquals("book.xls-2", names.claim("book", "book.xls"));
  }
}
