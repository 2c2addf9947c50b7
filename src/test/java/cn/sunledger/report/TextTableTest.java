package cn.sunledger.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void chineseTakesTwoColumnsAndEmptyColumnsOfNumbersAreLeftOut() {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.text("项目"),
                TextTable.Column.number("决算数"),
                TextTable.Column.number("上年"),
                TextTable.Column.text("备注")));
    table.row(List.of("2010301 行政运行", "1,435.88", "", ""));
    table.row(List.of("合计", "0.00", "", "“三公”"));

    assertEquals(
        List.of(
            "项目                决算数  备注",
            "----------------  --------  ------",
            "2010301 行政运行  1,435.88",
            "合计                  0.00  “三公”"),
        table.lines());
  }

  @Test
  void marksAndJoinersTakeNoRoom() {
    assertEquals(1, TextTable.width("e\u0301"));
    assertEquals(2, TextTable.width("😀"));
    assertEquals(4, TextTable.width("（）"));
    assertEquals(0, TextTable.width("\u200B"));
  }
}
