package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.Claim;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.verify.HouseStyles.Style;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A narrative beside a workbook of another unit, year or kind accuses no figure by its tables. */
class BelongingTest {
  @TempDir Path folder;

  @Test
  void everyTextBesideEveryOtherWorkbook() {
    List<Style> styles =
        HouseStyles.names().stream().map(name -> HouseStyles.read(name, folder)).toList();
    List<String> faults = new ArrayList<>();
    int pairs = 0;
    NarrativeVerifier verifier = Verifiers.national();
    Map<String, Style> workbooks = new LinkedHashMap<>();
    styles.forEach(style -> workbooks.putIfAbsent(known(style), style));
    for (Style text : styles) {
      for (Style other : workbooks.values()) {
        Disclosure tables = other.sources().current();
        boolean own = tables.file().equals(text.sources().current().file());
        VerifyReport report = verifier.verify(text.right(), own ? text.sources() : other.sources());
        Optional<String> said = said(report);
        if (own && said.isPresent()) {
          faults.add(text.name() + " beside its own: " + said.get());
        }
        if (!own && !known(text).equals(known(other))) {
          pairs++;
          long accused = report.claims().stream().filter(BelongingTest::byTables).count();
          if (said.isEmpty() || accused > 0) {
            faults.add(text.name() + " beside " + other.name() + ": " + accused + " " + said);
          }
        }
      }
    }
    System.out.println(pairs + " pairs of strangers");
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void anotherYearAndAnotherKindOfTheSameUnit() {
    Style style = HouseStyles.read("henan-final.txt", folder);
    for (String other : List.of("changsha-2023-budget.xlsx", "changsha-2022-final-accounts.xlsx")) {
      VerifyReport report = Verifiers.national().verify(style.right(), alone(other));
      assertEquals(0, report.claims().stream().filter(BelongingTest::byTables).count());
      String different = other.contains("budget") ? "，文件种类不同，" : "，年度不同，";
      assertTrue(said(report).orElse("").contains(different), other + said(report));
    }
    Style budget = HouseStyles.read("chongqing-budget.txt", folder);
    VerifyReport report =
        Verifiers.national().verify(budget.right(), alone("pingshan-2022-budget.xlsx"));
    assertEquals(0, report.claims().stream().filter(BelongingTest::byTables).count());
    assertTrue(said(report).orElse("").contains("，年度不同，"), said(report).orElse(""));
  }

  /** Who does not say whose text it is is known by its figures. */
  @Test
  void aTextWithoutAName() {
    Style style = HouseStyles.read("shandong.txt", folder);
    NarrativeText nameless = renamed(style.right(), "2023年度长沙市信访局|长沙市信访局|2023年度|2023年|2023", "本部门");
    VerifyReport report =
        Verifiers.national()
            .verify(nameless, HouseStyles.read("jiangsu-final.txt", folder).sources());
    assertEquals(0, report.claims().stream().filter(BelongingTest::byTables).count());
    assertTrue(said(report).orElse("").contains("看来不是一套"), said(report).orElse(""));
    assertEquals(Optional.empty(), said(Verifiers.national().verify(nameless, style.sources())));
  }

  /** What was not compared says why; what the text alone proves wrong is still told. */
  @Test
  void theTextIsStillCheckedByItself() {
    Style style = HouseStyles.read("sichuan.txt", folder);
    VerifyReport report =
        Verifiers.national().verify(style.text(), alone("hunan-2023-budget.xlsx"));
    assertTrue(report.claims().stream().anyMatch(Claim::isWrong));
    assertTrue(
        report.claims().stream()
            .anyMatch(c -> c.reason().equals("情况说明与工作簿不是一套（单位、年度、文件种类不同），没有与表对照")));
    assertTrue(report.claims().stream().noneMatch(c -> c.reason().contains("表中没有这一项")));
  }

  /** 本级, 汇总, brackets and abbreviations make no other unit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "长沙市信访局（本级）",
        "长沙市信访局本级",
        "长沙市信访局（汇总）",
        "长沙市信访局(部门)",
        "湖南省长沙市信访局",
        "市信访局",
        "中共长沙市委、长沙市人民政府信访局",
        "长沙市信访局机关"
      })
  void otherSpellingsOfTheSameUnit(String spelling) {
    Style style = HouseStyles.read("shandong.txt", folder);
    NarrativeText text = renamed(style.text(), "长沙市信访局", spelling);
    VerifyReport report = Verifiers.national().verify(text, style.sources());
    assertEquals(Optional.empty(), said(report));
    assertTrue(report.claims().stream().anyMatch(BelongingTest::byTables));
  }

  /** A wrong name over the right figures is a wrong name; a mistake among them is still told. */
  @Test
  void anotherNameOverTheRightFigures() {
    Style style = HouseStyles.read("shandong.txt", folder);
    NarrativeText text = renamed(style.text(), "长沙市信访局", "岳阳市审计局");
    VerifyReport report = Verifiers.national().verify(text, style.sources());
    assertTrue(said(report).orElse("").startsWith("WARNING 说明写的单位是岳阳市审计局"), said(report) + "");
    assertTrue(report.claims().stream().anyMatch(BelongingTest::byTables));
  }

  @ParameterizedTest
  @CsvSource({
    "长沙市发展和改革委员会,市发改委,true",
    "长沙市人力资源和社会保障局,人社局,true",
    "自然资源和规划局,自然资源与规划局,true",
    "共青团长沙市委员会,团市委,true",
    "中国共产党长沙市委员会组织部,中共长沙市委组织部,true",
    "汇总,长沙市信访局,true",
    "岳麓区教育局,开福区教育局,false",
    "长沙市信访局,长沙市审计局,false",
    "省教育厅,省交通厅,false"
  })
  void names(String one, String other, boolean same) {
    assertEquals(same, UnitName.maySame(one, other));
    assertEquals(same, UnitName.maySame(other, one));
  }

  private VerifySources alone(String sample) {
    return new VerifySources(
        SampleReader.sample(sample), Optional.empty(), Optional.empty(), List.of());
  }

  private static NarrativeText renamed(NarrativeText text, String pattern, String name) {
    StringBuilder all = new StringBuilder();
    text.paragraphs().forEach(p -> all.append(p.text().replaceAll(pattern, name)).append('\n'));
    return new PlainText().read(text.file(), all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean byTables(Claim claim) {
    return claim.isWrong() && !claim.sources().isEmpty();
  }

  private static String known(Style style) {
    Disclosure current = style.sources().current();
    return current.unitName() + current.year() + current.document();
  }

  private static Optional<String> said(VerifyReport report) {
    return report.remarks().stream()
        .filter(remark -> remark.finding().rule().equals("N-24"))
        .map(remark -> remark.finding().severity() + " " + remark.finding().message())
        .findFirst();
  }
}
