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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The published narrative of Changsha's 2023 final accounts, sections 一 to 十三, regenerated from the
 * three workbooks and the answers: every sentence is the published one, or stands on the list of
 * deviations with the reason.
 */
class ChangshaNarrativeTest {
  private static final Path RESOURCES = Path.of("src/test/resources/narrative");
  private static final int SECTIONS = 13;

  @Test
  void everySentenceIsThePublishedOneOrAReasonedDeviation() throws IOException {
    List<String> published =
        Sentences.of(Files.readAllLines(RESOURCES.resolve("changsha-2023.txt")));
    List<String> ours = Sentences.of(firstSections(Narratives.changsha("changsha")));
    List<Difference> differences = Sentences.differences(published, ours);
    List<Difference> listed = new ArrayList<>();
    for (CSVRecord row : deviations()) {
      listed.add(new Difference(row.get("published"), row.get("ours")));
      assertTrue(row.get("reason").length() > 4, "没有写理由：" + row);
    }
    int equal = ours.size() - differences.stream().mapToInt(d -> count(d.ours())).sum();
    System.out.println(
        "长沙市2023年度情况说明：公布" + published.size() + "句，一致" + equal + "句，差异" + differences.size() + "处");
    assertEquals(lines(listed), lines(differences));
  }

  private static Narrative firstSections(Narrative narrative) {
    int chapters = 0;
    List<Narrative.Section> sections = new ArrayList<>();
    for (Narrative.Section section : narrative.sections()) {
      chapters += section.level() == 1 ? 1 : 0;
      if (chapters <= SECTIONS) {
        sections.add(section);
      }
    }
    return new Narrative(narrative.title(), sections, List.of());
  }

  private static List<CSVRecord> deviations() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve("changsha-2023.deviations.csv"))) {
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
    Narrative narrative = Narratives.changsha("changsha");
    List<String> asked = narrative.items().stream().map(ManualItem::key).toList();
    Narratives.answers("changsha-2023-final-accounts.answers.csv")
        .keySet()
        .forEach(key -> assertTrue(asked.contains(key), "没有用到的答案：" + key));
    assertEquals(
        List.of(
            "amount/procurement_sme_goods",
            "amount/procurement_sme_services",
            "text/performance_management",
            "text/performance_department",
            "text/performance_problems"),
        narrative.open().stream().map(ManualItem::key).toList());
  }
}
