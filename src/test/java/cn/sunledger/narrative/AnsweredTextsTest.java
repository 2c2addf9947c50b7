package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.layout.Forms;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Publication;
import cn.sunledger.model.Wording;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever people answer – that there is nothing, a zero, a number, a text with a stop – every
 * sentence of every profile stays one, for the forms of all provinces.
 */
class AnsweredTextsTest {
  private static final Pattern NEVER =
      Pattern.compile(
          "(?:支出|预算|总计|合计|决算|金额|费|总额|收入|为|是|：|用于|包括)无(?=[，。；、（万元])"
              + "|无(?:万元|元|辆|个|批次|人次|台)"
              + "|(?:增加|减少)0(?:\\.0+)?万元|(?:增长|下降|减少|降低)0(?:\\.0+)?%"
              + "|。。|，，|；；|，。|。，|：。|、。|，；|；。|：；|：，|（）|“”"
              + "|[，、]$|^[，。；、]|（类）（|（款）（|null|\\$\\{|<#|</?@");

  private record Book(String name, Disclosure current) {}

  private static List<Book> books() {
    List<Book> books = new ArrayList<>();
    Forms.all().forEach((name, form) -> books.add(new Book(name, form)));
    for (String sample :
        List.of(
            "changsha-2023-final-accounts.xlsx",
            "changsha-2022-final-accounts.xlsx",
            "hunan-2023-budget.xlsx",
            "pingshan-2023-budget.xlsx")) {
      books.add(new Book(sample, SampleReader.sample(sample)));
    }
    return books;
  }

  @TestFactory
  List<DynamicTest> everySentenceStaysWhole() {
    List<DynamicTest> tests = new ArrayList<>();
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    List<Book> books = books();
    for (String profile : new ProfileLoader(templates).names()) {
      ProfileChain chain = new ProfileChain(templates, profile);
      Wording wording = new WordingReader(chain).read();
      NarrativeWriter writer = new NarrativeWriter(wording, chain);
      for (Book book : books) {
        tests.add(
            DynamicTest.dynamicTest(
                profile + " " + book.name(), () -> assertWhole(writer, book.current())));
      }
    }
    return tests;
  }

  private static void assertWhole(NarrativeWriter writer, Disclosure current) {
    Comparison comparison =
        new DisclosureComparer(2).compare(current, Optional.empty(), Optional.empty());
    for (String answer : List.of("无", "0", "12", "按规定开展。")) {
      Map<String, String> answers = new LinkedHashMap<>();
      Narrative narrative = writer.write(current, comparison, answers);
      for (int round = 0; round < 4; round++) {
        for (ManualItem item : narrative.items()) {
          answers.putIfAbsent(item.key(), isName(item) ? "某单位" : answer);
        }
        narrative = writer.write(current, comparison, answers);
      }
      assertClean(answer, narrative.sections());
      Publication publication =
          writer.publish(current, comparison, new Given(answers, answers, true, List.of()));
      publication.parts().forEach(part -> assertClean(answer, part.sections()));
    }
  }

  private static boolean isName(ManualItem item) {
    return item.key().equals("text/unit") || item.key().equals("text/year");
  }

  private static void assertClean(String answer, List<Narrative.Section> sections) {
    for (Narrative.Section section : sections) {
      for (String paragraph : section.paragraphs()) {
        String bare = paragraph.replaceAll("【待[填核]：[^】]*】", "甲");
        Matcher never = NEVER.matcher(bare);
        assertEquals("", never.find() ? never.group() : "", "答“" + answer + "”：" + paragraph);
      }
    }
  }
}
