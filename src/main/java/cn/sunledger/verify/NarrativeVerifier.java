package cn.sunledger.verify;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeWord;
import cn.sunledger.model.Severity;
import cn.sunledger.model.Term;
import cn.sunledger.model.TextFlaw;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.verify.judge.Agreement;
import cn.sunledger.verify.judge.ClaimWriter;
import cn.sunledger.verify.judge.Judges;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.judge.Lookup;
import cn.sunledger.verify.lint.Lints;
import cn.sunledger.verify.read.NarrativeReader;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.text.Lexer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 文表核对: reads a published 情况说明 beside its tables and says of every claim in it whether it is right,
 * wrong (with the right figure and its cell), a rounding difference, or not verifiable and why.
 * What the tables cannot decide is never called wrong.
 */
public final class NarrativeVerifier {
  private final List<NarrativeWord> words;
  private final List<Term> vocabulary;
  private final List<TextFlaw> flaws;
  private final List<HeadingCode> headings;

  /**
   * With the words of a profile.
   *
   * @param words words of running text, those to prefer first
   * @param vocabulary words of headers and labels, those to prefer first
   * @param flaws wordings that must not stand in a text
   * @param headings the national subjects, by which a listed name is known where no table holds it
   */
  public NarrativeVerifier(
      List<NarrativeWord> words,
      List<Term> vocabulary,
      List<TextFlaw> flaws,
      List<HeadingCode> headings) {
    this.words = List.copyOf(words);
    this.vocabulary = List.copyOf(vocabulary);
    this.flaws = List.copyOf(flaws);
    this.headings = List.copyOf(headings);
  }

  /**
   * Checks a narrative by itself: sums, rates and repeated figures of the text.
   *
   * @param text the narrative
   * @return its claims with their verdicts, and the flaws of its text
   */
  public VerifyReport verify(NarrativeText text) {
    return verify(text, NarrativeSubject.of(text).alone());
  }

  /**
   * Checks a narrative.
   *
   * @param text the narrative
   * @param sources the workbooks it is checked against
   * @return its claims with their verdicts, and the flaws of its text
   */
  public VerifyReport verify(NarrativeText text, VerifySources sources) {
    Judged judged = judge(text, sources);
    Belonging belonging = new Belonging(text, sources.current());
    Agreement agreement =
        Agreement.of(
            judged.reading(), judged.ledger(), sources.current(), belonging.isOfFinalAccounts());
    Optional<String> stranger = belonging.stranger(agreement);
    if (stranger.isPresent()) {
      Judged alone = judge(text, NarrativeSubject.of(text).alone());
      remark(alone, Severity.ERROR, stranger.get());
      return alone.report(Optional.of(belonging.reason()));
    }
    belonging.otherName().ifPresent(other -> remark(judged, Severity.WARNING, other));
    return judged.report(Optional.empty());
  }

  private record Judged(NarrativeText text, Reading reading, Ledger ledger) {
    VerifyReport report(Optional<String> notCompared) {
      ClaimWriter writer = new ClaimWriter(reading, ledger, notCompared);
      return new VerifyReport(
          text, writer.claims(), writer.remarks(), writer.figures(), writer.understood());
    }
  }

  private Judged judge(NarrativeText text, VerifySources sources) {
    FigureIndex index = new FigureIndex(sources, vocabulary);
    Set<String> names = new LinkedHashSet<>(index.names());
    names.addAll(new DepartmentNames().in(text));
    int year = sources.current().year().orElse(0);
    Lexer lexer = new Lexer(words, vocabulary, index.labels(), names);
    Reading reading = new NarrativeReader(lexer, year).read(text);
    Ledger ledger = new Judges(reading, new Lookup(index, reading, headings)).judge();
    boolean finalAccounts = sources.current().document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS;
    new Lints(flaws, index, year, finalAccounts).find(reading, ledger);
    return new Judged(text, reading, ledger);
  }

  /** Says of the narrative as a whole, at its first line. */
  private static void remark(Judged judged, Severity severity, String message) {
    if (!judged.reading().passages().isEmpty()) {
      judged.ledger().remark(new Ledger.Remark("N-24", severity, 0, -1, -1, message, "", ""));
    }
  }
}
