package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifyReport.TextRemark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In what the program writes itself nothing is found but the places a person still has to fill, and
 * two flaws of wording that the published answers of a sample hold.
 */
class OwnTextTest {
  private static final List<String> ANSWERED =
      List.of(
          "pingshan-2023.shenzhen W-09 «他政府办公厅（室）及相关机构事务支出预算8万元，主要包括：主要用于",
          "pingshan-2023.shenzhen W-05 «22年预算减少131万元，下降23%，主要原因是新增社工项目经费");

  /**
   * Forms whose tables were cut off or put together from several workbooks, so that they contradict
   * each other; a text that takes a figure from one of them is told of the other.
   */
  private static final Set<String> CONTRADICTORY =
      Set.of(
          "chongqing-2023-budget",
          "moe-university-2021-budget",
          "shanghai-2025-budget",
          "three-public-single",
          "xinjiang-2020-budget");

  @TempDir Path folder;

  @Test
  void isClean() {
    clean(OwnTexts.all(folder));
  }

  @Test
  void isCleanOfRandomAmounts() {
    clean(OwnTexts.ofRandomAmounts(100, 15, folder));
  }

  @Test
  void isCleanOfTheFormsOfAllProvinces() {
    // the forms' units are called 某某局, which reads like a blank that was not filled in
    List<OwnTexts.Case> forms = OwnTexts.ofForms();
    assertTrue(forms.size() >= 60, forms.size() + " forms");
    Map<Boolean, List<OwnTexts.Case>> sorted =
        forms.stream()
            .collect(
                Collectors.partitioningBy(
                    form -> CONTRADICTORY.contains(form.name().replaceFirst("[.].*", ""))));
    clean(sorted.get(false), remark -> false);
    for (OwnTexts.Case form : sorted.get(true)) {
      VerifyReport report = Verifiers.national().verify(form.text(), form.sources());
      assertTrue(
          report.count(ClaimVerdict.WRONG) > 0, form.name() + " no longer contradicts itself");
    }
  }

  /** 其中 leads in what makes up the whole; 三公 is its own line, not the one above it. */
  @Test
  void partsAreLedInByWhatTheyMakeUp() {
    Map<String, String> texts = new HashMap<>();
    for (OwnTexts.Case form : OwnTexts.ofForms()) {
      StringBuilder text = new StringBuilder();
      form.text().paragraphs().forEach(p -> text.append(p.text().strip()).append('\n'));
      texts.put(form.name().replaceFirst("[.].*", ""), text.toString());
    }
    Map<String, String> sentences =
        Map.of(
            "jiangsu-2019-budget",
            "2019年收入预算940.00万元，其中：财政拨款900.00万元，占95.74%；其他资金10.00万元，占1.06%；"
                + "上年结转结余30.00万元，占3.19%。",
            "henan-2020-budget",
            "2020年支出预算1000.00万元。\n",
            "guangdong-2018-budget",
            "2018年“三公”经费预算60.00万元，");
    sentences.forEach(
        (form, sentence) -> assertTrue(texts.get(form).contains(sentence), texts.get(form)));
    assertTrue(
        texts.get("jiangsu-2019-budget").contains("2019年支出预算940.00万元，其中主要有：基本支出600.00万元"),
        texts.get("jiangsu-2019-budget"));
  }

  @Test
  @Tag("long")
  void isCleanOfManyRandomAmounts() {
    clean(OwnTexts.ofRandomAmounts(10_000, Integer.getInteger("sunledger.random", 400), folder));
  }

  private static void clean(List<OwnTexts.Case> cases) {
    clean(cases, remark -> !remark.finding().message().startsWith("这是草稿：还有"));
  }

  private static void clean(List<OwnTexts.Case> cases, Predicate<TextRemark> heeded) {
    List<String> found = new ArrayList<>();
    for (OwnTexts.Case own : cases) {
      VerifyReport report = Verifiers.national().verify(own.text(), own.sources());
      for (Claim claim : report.claims()) {
        if (claim.verdict() == ClaimVerdict.WRONG || claim.verdict() == ClaimVerdict.ROUNDING) {
          found.add(
              own.name()
                  + " "
                  + claim.verdict()
                  + " "
                  + claim.kind()
                  + " «"
                  + claim.quote()
                  + "» "
                  + claim.stated()
                  + " → "
                  + claim.expected()
                  + " | "
                  + claim.rule()
                  + " "
                  + claim.reason()
                  + " | "
                  + claim.section());
        }
      }
      report.remarks().stream()
          .filter(heeded)
          .forEach(
              r ->
                  found.add(
                      own.name()
                          + " "
                          + r.finding().rule()
                          + " «"
                          + r.quote()
                          + "» "
                          + r.finding().message()
                          + " | "
                          + r.section()));
      System.out.println(
          own.name()
              + ": figures "
              + report.figures()
              + ", understood "
              + report.understood()
              + ", ok "
              + report.count(ClaimVerdict.OK)
              + ", unverifiable "
              + report.count(ClaimVerdict.UNVERIFIABLE));
    }
    found.removeIf(line -> ANSWERED.stream().anyMatch(line::startsWith));
    assertEquals("", String.join("\n", found));
  }
}
