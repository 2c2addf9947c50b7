package cn.sunledger.serve;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which workbook a narrative speaks of, by the unit, the year and the kind that it names. */
final class NarrativeMatch {
  private static final int TITLE_PARAGRAPHS = 8;
  private static final int UNIT = 8;
  private static final int YEAR = 2;
  private static final int KIND = 1;

  private final String title;
  private final String all;

  NarrativeMatch(NarrativeText text) {
    this.title = joined(text.paragraphs().stream().limit(TITLE_PARAGRAPHS).toList());
    this.all = joined(text.paragraphs());
  }

  private static String joined(List<NarrativeText.Paragraph> paragraphs) {
    return paragraphs.stream().map(p -> Labels.normal(p.text())).collect(Collectors.joining());
  }

  /**
   * The one workbook that fits best; none where two fit alike.
   *
   * @param books workbooks that were read
   */
  Optional<DroppedFile> among(List<DroppedFile> books) {
    List<DroppedFile> possible =
        books.stream()
            .filter(book -> !book.read.disclosure().document().isPerformance())
            .filter(book -> !contradicted(book.read.disclosure()))
            .toList();
    int best = possible.stream().mapToInt(book -> score(book.read.disclosure())).max().orElse(0);
    List<DroppedFile> fitting =
        possible.stream().filter(book -> score(book.read.disclosure()) == best).toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private int score(Disclosure workbook) {
    int score = 0;
    String unit = Labels.normal(workbook.unitName());
    if (!unit.isEmpty() && all.contains(unit)) {
      score += UNIT;
    }
    if (workbook.year().filter(year -> all.contains(year + "年")).isPresent()) {
      score += YEAR;
    }
    if (workbook.year().filter(year -> title.contains(year + "年")).isPresent()) {
      score += YEAR;
    }
    return title.contains(kind(workbook)) ? score + KIND : score;
  }

  /** Its title names the other kind only. */
  private boolean contradicted(Disclosure workbook) {
    String own = kind(workbook);
    String other = own.equals("决算") ? "预算" : "决算";
    return title.contains(other) && !title.contains(own) && !all.contains(own);
  }

  private static String kind(Disclosure workbook) {
    return workbook.document() == DocumentKind.DEPARTMENT_BUDGET ? "预算" : "决算";
  }
}
