package cn.sunledger.verify;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.verify.judge.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 文表是否一套: whether a narrative and a workbook are of one unit, one year and one kind. What the title
 * and the text say is held against the workbook, and their figures decide: a text whose figures
 * stand in the tables belongs to them, whatever its title says.
 */
final class Belonging {
  private static final int FEW = 3;
  private static final int MANY = 8;

  private final NarrativeTitle title;
  private final NarrativeSubject subject;
  private final Set<String> units;
  private final Disclosure workbook;
  private final List<String> differences = new ArrayList<>();

  Belonging(NarrativeText text, Disclosure workbook) {
    this.title = NarrativeTitle.of(text);
    this.subject = NarrativeSubject.of(text);
    this.units = title.units().isEmpty() ? new DepartmentNames().in(text) : title.units();
    this.workbook = workbook;
    if (isOtherUnit(text)) {
      differences.add("单位");
    }
    boolean year =
        subject.year().isPresent()
            && workbook.year().isPresent()
            && !subject.year().equals(workbook.year());
    if (year) {
      differences.add("年度");
    }
    boolean kind =
        title.kind().isPresent()
            && !workbook.document().isPerformance()
            && title.kind().get() != workbook.document();
    if (kind) {
      differences.add("文件种类");
    }
  }

  private boolean isOtherUnit(NarrativeText text) {
    String name = workbook.unitName();
    if (name.isEmpty()
        || units.isEmpty()
        || units.stream().anyMatch(u -> UnitName.maySame(u, name))) {
      return false;
    }
    String words =
        text.paragraphs().stream()
            .map(paragraph -> Labels.normal(paragraph.text()))
            .collect(Collectors.joining("\n"));
    return !UnitName.isIn(words, name);
  }

  /** Whether the title says so. */
  boolean isOfFinalAccounts() {
    return title.kind().filter(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS::equals).isPresent();
  }

  /** Why both are no pair, as one sentence; empty where they are one, or nothing tells. */
  Optional<String> stranger(Agreement agreement) {
    boolean tables = !workbook.tables().isEmpty();
    if (!tables) {
      return Optional.empty();
    }
    if (!differences.isEmpty() && !agrees(agreement)) {
      return Optional.of(
          "这份说明写的是"
              + narrative()
              + "，工作簿《"
              + workbook.file()
              + "》是"
              + tables()
              + "，"
              + String.join("、", differences)
              + "不同，不是一套：只核对文内的关系，与表的对照没有作");
    }
    boolean none =
        agreement.compared() >= MANY && agreement.agreeing() * 10 <= agreement.compared();
    return none
        ? Optional.of(
            "文中可与工作簿《"
                + workbook.file()
                + "》对照的 "
                + agreement.compared()
                + " 个数有 "
                + agreement.differing()
                + " 个与表毫不相干，看来不是一套（另一单位、另一年度，或汇总与本级之别）：只核对文内的关系，与表的对照没有作")
        : Optional.empty();
  }

  /** What is said of each figure that was not compared. */
  String reason() {
    return differences.isEmpty()
        ? "情况说明与工作簿看来不是一套，没有与表对照"
        : "情况说明与工作簿不是一套（" + String.join("、", differences) + "不同），没有与表对照";
  }

  /** A name of the unit that the workbook does not have, although the figures are the same. */
  Optional<String> otherName() {
    return differences.contains("单位")
        ? Optional.of(
            "说明写的单位是"
                + units.iterator().next()
                + "，工作簿是"
                + workbook.unitName()
                + "的，数却与表相符，请核对单位名称")
        : Optional.empty();
  }

  private static boolean agrees(Agreement agreement) {
    boolean few = agreement.differing() == 0 && agreement.agreeing() > 0;
    boolean many =
        agreement.agreeing() >= FEW && agreement.agreeing() * 5 >= agreement.compared() * 2;
    return few || many;
  }

  private String narrative() {
    String unit = differences.contains("单位") ? units.iterator().next() : "";
    return named(unit, subject.year(), title.kind().or(subject::kind));
  }

  private String tables() {
    String unit = differences.contains("单位") ? workbook.unitName() : "";
    return named(unit, workbook.year(), Optional.of(workbook.document()));
  }

  private static String named(String unit, Optional<Integer> year, Optional<DocumentKind> kind) {
    return unit
        + year.map(y -> y + "年度").orElse("")
        + kind.map(DocumentKind::title).orElse(unit.isEmpty() && year.isEmpty() ? "另一份文件" : "");
  }
}
