package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.narrative.Sentences.Difference;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Published narratives regenerated from their workbooks and answers: every sentence is the
 * published one, or stands on a committed list of deviations with the reason. A deviation that no
 * longer occurs fails the test.
 */
class PublishedNarrativesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/narrative");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");

  @Test
  void changshaSectionsOneToThirteen() throws IOException {
    assertPublished("changsha-2023", chapters(Narratives.changsha("changsha"), 13));
  }

  @Test
  void pingshanPartsTwoToEight() throws IOException {
    assertPublished("pingshan-2023", chapters(Narratives.pingshan("shenzhen"), 7));
  }

  private static void assertPublished(String name, Narrative narrative) throws IOException {
    List<String> published = Sentences.of(Files.readAllLines(RESOURCES.resolve(name + ".txt")));
    List<String> ours = Sentences.of(narrative);
    List<Difference> differences = Sentences.differences(published, ours);
    List<Difference> listed = new ArrayList<>();
    for (CSVRecord row : deviations(name)) {
      listed.add(new Difference(row.get("published"), row.get("ours")));
      assertTrue(row.get("reason").length() > 4, "没有写理由：" + row);
    }
    report(name, published, differences);
    assertEquals(lines(listed), lines(differences));
  }

  /** How much of the published text is regenerated: sentences, and numbers in them. */
  private static void report(String name, List<String> published, List<Difference> differences) {
    int deviating = differences.stream().mapToInt(d -> count(d.published())).sum();
    long numbers = published.stream().mapToLong(PublishedNarrativesTest::numbers).sum();
    long other =
        differences.stream()
            .mapToLong(d -> numbers(d.published()) - commonNumbers(d.published(), d.ours()))
            .sum();
    System.out.println(
        name
            + "：公布"
            + published.size()
            + "句，一致"
            + (published.size() - deviating)
            + "句，差异"
            + differences.size()
            + "处；数字"
            + numbers
            + "个，一致"
            + (numbers - other)
            + "个");
  }

  private static long numbers(String text) {
    return NUMBER.matcher(text).results().count();
  }

  private static long commonNumbers(String one, String other) {
    List<String> rest =
        new ArrayList<>(NUMBER.matcher(other).results().map(match -> match.group()).toList());
    return NUMBER.matcher(one).results().filter(match -> rest.remove(match.group())).count();
  }

  private static Narrative chapters(Narrative narrative, int count) {
    int chapters = 0;
    List<Narrative.Section> sections = new ArrayList<>();
    for (Narrative.Section section : narrative.sections()) {
      chapters += section.level() == 1 ? 1 : 0;
      if (chapters <= count) {
        sections.add(section);
      }
    }
    return new Narrative(narrative.title(), sections, List.of());
  }

  private static List<CSVRecord> deviations(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name + ".deviations.csv"))) {
      return format.parse(in).getRecords();
    }
  }

  private static int count(String joined) {
    return joined.isEmpty() ? 0 : joined.split("\\|").length;
  }

  private static String lines(List<Difference> differences) {
    StringBuilder lines = new StringBuilder();
    for (Difference difference : differences) {
      lines
          .append("公布：")
          .append(difference.published())
          .append("\n本程序：")
          .append(difference.ours())
          .append("\n\n");
    }
    return lines.toString();
  }

  @Test
  void everyAnswerIsUsedAndOnlyTheUnrecoverableStaysOpen() {
    Narrative changsha = Narratives.changsha("changsha");
    assertUsed(changsha, "changsha-2023-final-accounts.answers.csv");
    assertEquals(
        List.of(
            "amount/procurement_sme_goods",
            "amount/procurement_sme_services",
            "text/performance_management",
            "text/performance_department",
            "text/performance_problems"),
        changsha.open().stream().map(ManualItem::key).toList());
    Narrative pingshan = Narratives.pingshan("shenzhen");
    assertUsed(pingshan, "pingshan-2023-budget.answers.csv");
    assertEquals(List.of(), pingshan.open().stream().map(ManualItem::key).toList());
  }

  private static void assertUsed(Narrative narrative, String answers) {
    List<String> asked = narrative.items().stream().map(ManualItem::key).toList();
    Narratives.answers(answers)
        .keySet()
        .forEach(key -> assertTrue(asked.contains(key), "没有用到的答案：" + key));
  }
}
