package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.layout.Forms;
import cn.sunledger.model.Amount;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Wording;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the workbook and the profile: every amount that is printed is one of a cell or the
 * difference of two, every rate can be recomputed from amounts that are printed, and the words
 * agree with the signs.
 */
class PrintedNumbersTest {
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");
  private static final Pattern AMOUNT =
      Pattern.compile("(?<!单价|[0-9.,])(-?[0-9][0-9,]*(?:\\.[0-9]+)?)万元");
  private static final Pattern RATE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)%");

  /** What no narrative may say, whatever the figures are. */
  private static final Pattern NEVER =
      Pattern.compile(
          "(?:增加|减少|增长|下降)-(?!-)"
              + "|(?:增加|减少)0(?:\\.0+)?万元"
              + "|(?:增长|下降|减少)0(?:\\.0+)?%"
              + "|增加（|减少（|增长（|下降（|大于（|小于（"
              + "|[，、]$|。。|，，|；；|，。|。，|：。|、。|，；|【待填：】"
              + "|大于年初预算数持平|null|\\$\\{|<#|</?@|\\u2029");

  private static final Set<String> REPORTING =
      Set.of("final_statistics", "final_procurement", "bud_procurement", "final_09_three_public");

  @TempDir Path folder;

  private record Books(
      String name,
      Disclosure current,
      Optional<Disclosure> budget,
      Optional<Disclosure> previous) {}

  private List<Books> books() {
    Optional<Disclosure> none = Optional.empty();
    Disclosure changsha = SampleReader.sample("changsha-2023-final-accounts.xlsx");
    Optional<Disclosure> changshaBudget =
        Optional.of(SampleReader.sample("changsha-2023-budget.xlsx"));
    Optional<Disclosure> changshaBefore =
        Optional.of(SampleReader.sample("changsha-2022-final-accounts.xlsx"));
    Disclosure yuan = text("yuan-2024-final.txt");
    Optional<Disclosure> yuanBudget = Optional.of(text("yuan-2024-budget.txt"));
    Optional<Disclosure> yuanBefore = Optional.of(text("yuan-2023-final.txt"));
    Disclosure odd = text("odd-2024-final.txt");
    Optional<Disclosure> oddBefore = Optional.of(text("odd-2023-final.txt"));
    return List.of(
        new Books("长沙", changsha, changshaBudget, changshaBefore),
        new Books("长沙无预算无上年", changsha, none, none),
        new Books("长沙上年单独", changshaBefore.get(), none, none),
        new Books("元", yuan, yuanBudget, yuanBefore),
        new Books("元无预算", yuan, none, yuanBefore),
        new Books("元无上年", yuan, yuanBudget, none),
        new Books("负数与零", odd, none, oddBefore),
        new Books("湖南预算", SampleReader.sample("hunan-2023-budget.xlsx"), none, none),
        new Books(
            "坪山预算",
            SampleReader.sample("pingshan-2023-budget.xlsx"),
            none,
            Optional.of(SampleReader.sample("pingshan-2022-budget.xlsx"))),
        new Books("坪山预算无上年", SampleReader.sample("pingshan-2023-budget.xlsx"), none, none));
  }

  private Disclosure text(String name) {
    return SampleReader.read(TextWorkbook.write(CASES.resolve(name), folder));
  }

  @TestFactory
  List<DynamicTest> everyNumberIsBacked() {
    List<DynamicTest> tests = new ArrayList<>();
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    for (String profile : new ProfileLoader(templates).names()) {
      ProfileChain chain = new ProfileChain(templates, profile);
      Wording wording = new WordingReader(chain).read();
      NarrativeWriter writer = new NarrativeWriter(wording, chain);
      for (Books books : books()) {
        Comparison comparison =
            new DisclosureComparer(wording.rateDigits())
                .compare(books.current(), books.budget(), books.previous());
        tests.add(
            DynamicTest.dynamicTest(
                profile + " " + books.name(),
                () ->
                    assertBacked(
                        wording,
                        books.current(),
                        comparison,
                        writer.write(books.current(), comparison, Map.of()))));
      }
    }
    return tests;
  }

  /** Forms of many provinces, most of them a few tables only: whatever is there is worded. */
  @TestFactory
  List<DynamicTest> everyNumberOfTheProvincesFormsIsBacked() {
    List<DynamicTest> tests = new ArrayList<>();
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    Map<String, Disclosure> forms = Forms.all();
    for (String profile : new ProfileLoader(templates).names()) {
      ProfileChain chain = new ProfileChain(templates, profile);
      Wording wording = new WordingReader(chain).read();
      NarrativeWriter writer = new NarrativeWriter(wording, chain);
      forms.forEach(
          (name, form) -> {
            Comparison comparison =
                new DisclosureComparer(wording.rateDigits())
                    .compare(form, Optional.empty(), Optional.empty());
            tests.add(
                DynamicTest.dynamicTest(
                    profile + " " + name,
                    () ->
                        assertBacked(
                            wording, form, comparison, writer.write(form, comparison, Map.of()))));
          });
    }
    return tests;
  }

  private static void assertBacked(
      Wording wording, Disclosure current, Comparison comparison, Narrative narrative) {
    assertTrue(narrative.sections().size() > 5 || narrative.items().isEmpty(), "sections");
    Set<BigDecimal> amounts = new HashSet<>();
    Set<BigDecimal> rates = new HashSet<>();
    for (ComparisonRow row : comparison.rows()) {
      collect(wording, row, comparison, amounts, rates);
    }
    Set<BigDecimal> reported = reported(wording, current);
    if (!reported.isEmpty()) {
      amounts.add(BigDecimal.ZERO); // a kind of purchase that the others leave nothing of the total
    }
    for (BigDecimal part : reported) {
      amounts.add(part.stripTrailingZeros());
      reported.forEach(whole -> rate(wording, rates, part, whole));
    }
    for (Narrative.Section section : narrative.sections()) {
      for (String paragraph : section.paragraphs()) {
        String bare = paragraph.replaceAll("【待填：[^】]*】", "【待填】");
        assertAll(AMOUNT.matcher(bare), amounts, "金额", paragraph);
        assertAll(RATE.matcher(bare), rates, "比率", paragraph);
        Matcher never = NEVER.matcher(bare);
        assertEquals("", never.find() ? never.group() : "", paragraph);
      }
    }
  }

  /** The money of 机构运行信息表, of purchases and of what stands beside “三公”经费. */
  private static Set<BigDecimal> reported(Wording wording, Disclosure current) {
    return current.tables().stream()
        .filter(table -> table.id().filter(id -> REPORTING.contains(id.id())).isPresent())
        .flatMap(table -> table.facts().stream())
        .filter(fact -> fact.unit().isMoney())
        .map(fact -> fact.amount().in(wording.unit()).value())
        .map(value -> value.setScale(wording.amountDigits(), RoundingMode.HALF_UP))
        .collect(Collectors.toSet());
  }

  private static void assertAll(
      Matcher matcher, Set<BigDecimal> known, String what, String paragraph) {
    while (matcher.find()) {
      BigDecimal printed = new BigDecimal(matcher.group(1).replace(",", "")).stripTrailingZeros();
      assertTrue(known.contains(printed), what + matcher.group() + "没有出处：" + paragraph);
    }
  }

  private static void collect(
      Wording wording,
      ComparisonRow row,
      Comparison comparison,
      Set<BigDecimal> amounts,
      Set<BigDecimal> rates) {
    Optional<BigDecimal> actual = shown(wording, row.actual());
    Optional<BigDecimal> prior = shown(wording, row.prior());
    Stream.of(
            actual,
            prior,
            shown(wording, row.originalBudget()),
            shown(wording, row.revisedBudget()))
        .flatMap(Optional::stream)
        .forEach(value -> amounts.add(value.stripTrailingZeros()));
    if (actual.isEmpty()) {
      return;
    }
    BigDecimal before = prior.orElse(BigDecimal.ZERO);
    BigDecimal change = actual.get().subtract(before).abs();
    amounts.add(change.stripTrailingZeros());
    rate(wording, rates, change, before);
    for (Optional<SourcedAmount> base :
        List.of(
            row.originalBudget(),
            row.revisedBudget(),
            row.whole(),
            comparison.row("total/income").flatMap(ComparisonRow::actual))) {
      shown(wording, base).ifPresent(whole -> rate(wording, rates, actual.get(), whole));
    }
    if (!wording.zeroOfZero().isEmpty()) {
      rates.add(BigDecimal.ZERO);
    }
  }

  private static void rate(
      Wording wording, Set<BigDecimal> rates, BigDecimal part, BigDecimal base) {
    if (base.signum() > 0) {
      rates.add(
          part.multiply(new BigDecimal(100))
              .divide(base, wording.rateDigits(), RoundingMode.HALF_UP)
              .stripTrailingZeros());
    }
  }

  private static Optional<BigDecimal> shown(Wording wording, Optional<SourcedAmount> amount) {
    return amount
        .map(SourcedAmount::amount)
        .filter(value -> value.unit().isMoney())
        .map(value -> value.in(wording.unit()))
        .map(Amount::value)
        .map(value -> value.setScale(wording.amountDigits(), RoundingMode.HALF_UP));
  }

  @Test
  void theUnitOfTheWorkbookDoesNotChangeTheText() {
    assertEquals(paragraphs(text("yuan-2024-final.txt")), paragraphs(text("wan-2024-final.txt")));
  }

  private static String paragraphs(Disclosure disclosure) {
    return Narratives.write("national", disclosure, Optional.empty(), Optional.empty(), Map.of())
        .sections()
        .stream()
        .flatMap(section -> section.paragraphs().stream())
        .collect(Collectors.joining("\n"));
  }
}
