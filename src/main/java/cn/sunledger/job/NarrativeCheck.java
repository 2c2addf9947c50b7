package cn.sunledger.job;

import cn.sunledger.document.PlainText;
import cn.sunledger.document.UnreadableNarrativeException;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Line;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.profile.Profile;
import cn.sunledger.verify.NarrativeVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** 文表核对 for texts beside a set of workbooks: published ones, and those that we have written. */
public final class NarrativeCheck {
  private static final int TITLE = 1;

  private final Stages stages;
  private final Map<Profile, NarrativeVerifier> verifiers = new ConcurrentHashMap<>();

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public NarrativeCheck(Stages stages) {
    this.stages = stages;
  }

  /**
   * Reads a narrative.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read
   */
  public NarrativeText read(Path path, String name) throws FailedException {
    try {
      return new PlainText().read(name, Files.readAllBytes(path));
    } catch (UnreadableNarrativeException e) {
      String start = name + "：";
      String text = e.getMessage();
      String clause = text.startsWith(start) ? text.substring(start.length()) : text;
      String bare = clause.endsWith("。") ? clause.substring(0, clause.length() - 1) : clause;
      throw new FailedException(new Failure(name, bare, ""));
    } catch (IOException e) {
      throw new FailedException(new Failure(name, "读不出来", "请检查权限，或关闭正在使用它的程序后重试"));
    }
  }

  /**
   * A text of ours in the form in which texts are checked: first its title, then section by section
   * its heading and its paragraphs.
   *
   * @param narrative the text
   */
  public static NarrativeText text(Narrative narrative) {
    List<Paragraph> paragraphs = new ArrayList<>();
    paragraphs.add(paragraph(paragraphs, true, TITLE, List.of(), narrative.title()));
    String chapter = "";
    for (Narrative.Section section : narrative.sections()) {
      List<String> above = section.level() > 1 ? List.of(chapter) : List.of();
      paragraphs.add(paragraph(paragraphs, true, section.level() + 1, above, section.heading()));
      List<String> headings = new ArrayList<>(above);
      headings.add(section.heading());
      if (section.level() == 1) {
        chapter = section.heading();
      }
      for (String text : section.paragraphs()) {
        paragraphs.add(paragraph(paragraphs, false, 0, headings, text));
      }
    }
    return new NarrativeText(narrative.title(), paragraphs);
  }

  private static Paragraph paragraph(
      List<Paragraph> before, boolean heading, int level, List<String> section, String text) {
    int number = before.size() + 1;
    return new Paragraph(number, heading, level, section, text, List.of(new Line(number, 0)));
  }

  /**
   * Checks a text.
   *
   * @param text the text
   * @param set the workbook that it explains, with its partners
   */
  public VerifyReport verify(NarrativeText text, Pairing.WorkbookSet set) {
    Optional<Disclosure> budget = set.budget().map(ReadWorkbook::disclosure);
    Optional<Disclosure> previous = set.previous().map(ReadWorkbook::disclosure);
    List<Disclosure> others =
        set.related().stream()
            .map(ReadWorkbook::disclosure)
            .filter(other -> !budget.equals(Optional.of(other)))
            .filter(other -> !previous.equals(Optional.of(other)))
            .toList();
    Disclosure current = set.current().disclosure();
    return verifier(stages.profile(current.unitName()))
        .verify(text, new VerifySources(current, budget, previous, others));
  }

  private NarrativeVerifier verifier(Profile profile) {
    return verifiers.computeIfAbsent(profile, stages::verifier);
  }
}
