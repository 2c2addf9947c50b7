package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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
        "'a",
        "'=1",
        "''@x"
      })
  void onlyWhatWouldRunIsDefused(String text) {
    List<String> harmless =
        List.of("-", "—", "-12.50", "+3", "-1,234.50", "-8.5%", "--", "－", "科目", "1=1", "'a");

    assertEquals(harmless.contains(text) ? text : "'" + text, CsvRows.defused(text));
    assertEquals(text, CsvRows.restored(CsvRows.defused(text)));
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

  @Test
  void recordsAreThoseOfCommonsCsv() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    String letters =
        "aZ09 ,\"\n\r\t'#!$%&()*+-./:;<=>?@[]^_`{|}~\u007F\u0085\u00A0中，\uD83D\uDE00\uFEFF";
    Random random = new Random(5);
    for (int round = 0; round < 5_000; round++) {
      List<String> values = new ArrayList<>();
      for (int column = random.nextInt(4); column >= 0; column--) {
        StringBuilder value = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
          value.append(letters.charAt(random.nextInt(letters.length())));
        }
        values.add(value.toString());
      }
      StringBuilder own = new StringBuilder();
      new CsvRows(own, CsvOptions.PLAIN).plain(values);
      StringBuilder other = new StringBuilder();
      List<String> nulls = values.stream().map(value -> value.isEmpty() ? null : value).toList();
      new CSVPrinter(other, format).printRecord(nulls);
      assertEquals(other.toString(), own.toString());
    }
  }

  @Test
  void utf8IsThatOfTheLibrary() throws IOException {
    Random random = new Random(6);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Writer writer = CsvOptions.PLAIN.writer(out)) {
        for (int part = random.nextInt(400); part >= 0; part--) {
          char[] chars = new char[random.nextInt(200)];
          for (int i = 0; i < chars.length; i++) {
            int kind = random.nextInt(8);
            chars[i] =
                (char)
                    (kind == 0
                        ? 0xD800 + random.nextInt(0x800)
                        : random.nextInt(kind < 4 ? 0x80 : 0x10000));
          }
          String piece = new String(chars);
          text.append(piece);
          switch (part % 4) {
            case 0 -> writer.write(piece);
            case 1 -> writer.write(chars);
            case 2 -> writer.append(piece);
            default -> {
              for (char c : chars) {
                writer.append(c);
              }
            }
          }
        }
      }
      assertArrayEquals(text.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());
    }
  }
}
