package cn.sunledger.job;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.verify.NarrativeSubject;
import cn.sunledger.verify.UnitName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 找表: which of several workbooks a narrative explains, by department, year, kind and place. */
public final class NarrativeMatch {
  private static final int UNIT = 8;
  private static final int YEAR = 4;
  private static final int KIND = 4;
  private static final int STEM = 3;
  private static final int FOLDER = 1;

  private final Path file;
  private final String words;
  private final NarrativeSubject subject;

  /**
   * For a narrative.
   *
   * @param file where it is
   * @param text what it says
   */
  public NarrativeMatch(Path file, NarrativeText text) {
    this.file = file;
    this.subject = NarrativeSubject.of(text);
    StringBuilder all = new StringBuilder(Labels.normal(OutputNames.stem(file)));
    text.paragraphs().forEach(p -> all.append('\n').append(Labels.normal(p.text())));
    this.words = all.toString();
  }

  /**
   * The one that fits best; empty where none fits or several fit as well.
   *
   * @param sets workbooks with their partners
   */
  public Optional<Pairing.WorkbookSet> among(List<Pairing.WorkbookSet> sets) {
    List<Pairing.WorkbookSet> best = new ArrayList<>();
    int most = 1;
    for (Pairing.WorkbookSet set : sets) {
      int score = 2 * score(set) + (set.partnerOnly() ? 0 : 1);
      if (score > most) {
        most = score;
        best.clear();
      }
      if (score == most) {
        best.add(set);
      }
    }
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** Says that none fits. */
  static Failure unknown(String narrative) {
    return new Failure(narrative, "说明的是哪一份工作簿未能确定", "请只给出它所说明的那一份（连同预算和上年的）");
  }

  private int score(Pairing.WorkbookSet set) {
    Disclosure disclosure = set.current().disclosure();
    String unit = Labels.normal(disclosure.unitName());
    int score = unit.isEmpty() ? 0 : UnitName.isIn(words, unit) ? UNIT : -UNIT;
    if (subject.year().isPresent() && disclosure.year().isPresent()) {
      score += subject.year().equals(disclosure.year()) ? YEAR : -YEAR;
    }
    if (subject.kind().isPresent()) {
      score += subject.kind().get() == disclosure.document() ? KIND : -KIND;
    }
    Path workbook = set.current().path();
    String stem = OutputNames.stem(workbook);
    if (stem.equals(OutputNames.stem(file)) || OutputNames.stem(file).startsWith(stem)) {
      score += STEM;
    }
    return sameFolder(workbook) ? score + FOLDER : score;
  }

  private boolean sameFolder(Path workbook) {
    Path own = file.toAbsolutePath().normalize().getParent();
    return own != null && own.equals(workbook.toAbsolutePath().normalize().getParent());
  }
}
