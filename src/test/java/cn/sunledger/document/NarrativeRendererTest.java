package cn.sunledger.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Narrative;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text files that people open. */
class NarrativeRendererTest {
  private static final Narrative NARRATIVE =
      new Narrative(
          "某局2023年度部门决算情况说明",
          List.of(
              new Narrative.Section("一、总体情况", 1, List.of("收、支总计1.00万元。主要原因是【待填：原因】。")),
              new Narrative.Section("二、支出", 1, List.of()),
              new Narrative.Section("（一）具体情况", 2, List.of("1.行政运行（项）。", "- 其他_项_#1"))),
          List.of());

  private static String text(DocumentFormat format) {
    return new String(new NarrativeRenderer().render(NARRATIVE, format), StandardCharsets.UTF_8);
  }

  @Test
  void markdown() {
    assertEquals(
        """
        # 某局2023年度部门决算情况说明

        ## 一、总体情况

        收、支总计1.00万元。主要原因是【待填：原因】。

        ## 二、支出

        ### （一）具体情况

        1\\.行政运行（项）。

        \\- 其他\\_项\\_\\#1
        """,
        text(DocumentFormat.MD));
  }

  @Test
  void plainText() {
    assertEquals(
        """
        某局2023年度部门决算情况说明

        一、总体情况
        　　收、支总计1.00万元。主要原因是【待填：原因】。

        二、支出

        （一）具体情况
        　　1.行政运行（项）。
        　　- 其他_项_#1
        """,
        text(DocumentFormat.TXT));
  }
}
