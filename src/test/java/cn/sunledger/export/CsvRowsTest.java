package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        "-",
        "—",
        "-12.50",
        "+3",
        "-1,234.50",
        "-8.5%",
        "--",
        "－",
        "-E5",
        "-一、",
        "=",
        "科目",
        "1=1",
        "'=1"
      })
  void onlyWhatWouldRunIsDefused(String text) {
    List<String> harmless =
        List.of("-", "—", "-12.50", "+3", "-1,234.50", "-8.5%", "--", "－", "科目", "1=1", "'=1");

    assertEquals(harmless.contains(text) ? text : "'" + text, CsvRows.defused(text));
  }

  @Test
  void recordsAreQuotedWhereTheyMustAndEndWithLineFeeds() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvRows rows = new CsvRows(out, new CsvOptions(true, false));
    rows.text("a,b");
    rows.value("");
    rows.text("说“好”\"引号\"");
    rows.text("两\n行");
    rows.text("=1");
    rows.endRecord();
    rows.value("");
    rows.value("x");
    rows.endRecord();

    assertEquals("\uFEFF\"a,b\",,\"说“好”\"\"引号\"\"\",\"两\n行\",'=1\n,x\n", out.toString());
  }

  @Test
  void rawLeavesTextsAsTheyAre() throws IOException {
    StringBuilder out = new StringBuilder();
    CsvRows rows = new CsvRows(out, new CsvOptions(false, true));
    rows.text("=1");
    rows.endRecord();

    assertEquals("=1\n", out.toString());
  }
}
