package cn.sunledger.verify;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.VerifySources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a narrative says it explains, told by its title and headings first and by how often its
 * sentences name a year and a kind.
 *
 * @param year the year of the budget or the final accounts
 * @param kind budget or final accounts
 */
public record NarrativeSubject(Optional<Integer> year, Optional<DocumentKind> kind) {
  private static final Pattern NAMED = Pattern.compile("(20\\d{2})年(?:度)?([^。;,:]{0,24}?)(预算|决算)");
  private static final Pattern COMPARED = Pattern.compile("(?:与|比|较|同|和)$");
  private static final int TITLE = 20;

  /**
   * Reads a narrative.
   *
   * @param text the narrative
   */
  public static NarrativeSubject of(NarrativeText text) {
    Map<Integer, Integer> years = new HashMap<>();
    Map<DocumentKind, Integer> kinds = new HashMap<>();
    for (int i = 0; i < text.paragraphs().size(); i++) {
      Paragraph paragraph = text.paragraphs().get(i);
      String line = Labels.normal(paragraph.text());
      int weight = i < 3 ? TITLE : paragraph.heading() ? 2 : 1;
      Matcher matcher = NAMED.matcher(line);
      while (matcher.find()) {
        if (!COMPARED.matcher(line.substring(0, matcher.start())).find()) {
          years.merge(Integer.valueOf(matcher.group(1)), weight, Integer::sum);
        }
      }
      kinds.merge(DocumentKind.DEPARTMENT_BUDGET, weight * count(line, "预算"), Integer::sum);
      // final accounts speak of budgets as often as of themselves, budgets hardly of final accounts
      kinds.merge(
          DocumentKind.DEPARTMENT_FINAL_ACCOUNTS, 2 * weight * count(line, "决算"), Integer::sum);
    }
    return new NarrativeSubject(most(years), most(kinds));
  }

  private static int count(String line, String word) {
    int count = 0;
    for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }

  private static <T> Optional<T> most(Map<T, Integer> votes) {
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Sources without a table, for a narrative that is checked by itself. */
  VerifySources alone() {
    return new VerifySources(withoutTables(), Optional.empty(), Optional.empty(), List.of());
  }

  /** A workbook without a table, for a narrative whose tables are not at hand. */
  private Disclosure withoutTables() {
    return new Disclosure(
        "",
        kind.orElse(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS),
        year,
        "",
        "",
        List.of(),
        List.of(),
        List.of());
  }
}
