package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.document.DocumentFormat;
import cn.sunledger.document.NarrativeRenderer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole narratives and their 待填事项 of awkward workbooks, as they were read and found right. {@code
 * -Dsunledger.rewrite=true} writes them anew, for reading again.
 */
class NarrativeCasesTest {
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");

  @TempDir Path folder;

  @Test
  void amountsInYuanWithFundsAndItemsOfOneYearOnly() throws IOException {
    assertExpected(
        "yuan-2024.national",
        Narratives.write(
            "national",
            read("yuan-2024-final"),
            Optional.of(read("yuan-2024-budget")),
            Optional.of(read("yuan-2023-final")),
            Map.of()));
  }

  @Test
  void theSameInShanghaisWords() throws IOException {
    assertExpected(
        "yuan-2024.shanghai",
        Narratives.write(
            "shanghai",
            read("yuan-2024-final"),
            Optional.of(read("yuan-2024-budget")),
            Optional.of(read("yuan-2023-final")),
            Map.of()));
  }

  @Test
  void theSameInGuangdongsWords() throws IOException {
    assertExpected(
        "yuan-2024.guangdong",
        Narratives.write(
            "guangdong",
            read("yuan-2024-final"),
            Optional.of(read("yuan-2024-budget")),
            Optional.of(read("yuan-2023-final")),
            Map.of()));
  }

  @Test
  void negativeAmountsNegativeAndZeroBases() throws IOException {
    assertExpected(
        "odd-2024.national",
        Narratives.write(
            "national",
            read("odd-2024-final"),
            Optional.empty(),
            Optional.of(read("odd-2023-final")),
            Map.of()));
  }

  @Test
  void theBudgetThatCameWithoutNarrative() throws IOException {
    assertExpected(
        "hunan-2023-budget.national",
        Narratives.write(
            "national",
            SampleReader.sample("hunan-2023-budget.xlsx"),
            Optional.empty(),
            Optional.empty(),
            Map.of()));
  }

  /** What people type stands in for workbooks that are not at hand. */
  @Test
  void typedAmountsReplaceMissingWorkbooks() throws IOException {
    assertExpected(
        "typed.national",
        Narratives.write(
            "national",
            read("odd-2024-final"),
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "prior/total/expense", "2,900,000元",
                "prior/fiscal/expense", "无",
                "prior/gpb_expense/total", "三百万",
                "budget/gpb_expense/2012601", "210",
                "budget/gpb_expense/2012604", "100.5万元",
                "reason/gpb_expense/2012604/budget", "部分经费\n结转下年。",
                "count/asset_vehicle_other", "2辆",
                "count/asset_vehicle_leader", "若干",
                "amount/meeting_cost", "0",
                "amount/training_cost", "不涉及")));
  }

  private Disclosure read(String name) {
    return SampleReader.read(TextWorkbook.write(CASES.resolve(name + ".txt"), folder));
  }

  private static void assertExpected(String name, Narrative narrative) throws IOException {
    StringBuilder text =
        new StringBuilder(
            new String(
                new NarrativeRenderer().render(narrative, DocumentFormat.TXT),
                StandardCharsets.UTF_8));
    text.append("\n待填事项\n");
    for (ManualItem item : narrative.items()) {
      text.append(
          String.join(
              "|",
              item.key(),
              item.kind(),
              item.about(),
              item.amounts(),
              item.hint(),
              item.answer().orElse("")));
      text.append("\n");
    }
    Path expected = CASES.resolve(name + ".expected");
    if (Boolean.getBoolean("sunledger.rewrite")) {
      Files.writeString(expected, text);
    }
    assertEquals(Files.readString(expected), text.toString());
  }
}
