package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.annotate.UserTexts;
import cn.sunledger.annotate.WorkbookAnnotator;
import cn.sunledger.annotate.WorkbookAnnotator.Findings;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Narrative;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;

/** Writes what was found of a workbook into a copy of it, or into a workbook of its own. */
final class AnnotationWriter {
  private final Explainer explainer;

  AnnotationWriter(Explainer explainer) {
    this.explainer = explainer;
  }

  /** Into a copy; see {@link DisclosureJob#annotate}. */
  Annotation copy(Pairing.WorkbookSet set, CheckReport report, Comparison comparison, Path target)
      throws FailedException, IOException {
    Path source = set.current().path();
    return write(
        set,
        report,
        comparison,
        target,
        (annotator, findings, texts) -> annotator.annotate(source, target, findings, texts));
  }

  /** Into a workbook of its own; see {@link DisclosureJob#report}. */
  Annotation report(
      Pairing.WorkbookSet set,
      CheckReport report,
      Comparison comparison,
      Path target,
      String reason)
      throws FailedException, IOException {
    Path source = set.current().path();
    return write(
        set,
        report,
        comparison,
        target,
        (annotator, findings, texts) -> annotator.report(source, target, findings, texts, reason));
  }

  private static UserTexts texts(Pairing.WorkbookSet set, Path target) {
    ManualAnswers former = OwnSheets.of(target);
    // what was annotated before tells itself what was filled in, and what was deleted again
    return former.ownSheets().isEmpty() || OwnSheets.bears(set.current().path())
        ? UserTexts.NONE
        : new UserTexts(former.answers(), former.opinions());
  }

  /** Writes a workbook; where that fails, folders that were made for it are gone again. */
  private Annotation write(
      Pairing.WorkbookSet set,
      CheckReport report,
      Comparison comparison,
      Path target,
      Writing writing)
      throws FailedException, IOException {
    ReadWorkbook current = set.current();
    UserTexts texts = texts(set, target);
    Wishes wishes = new Wishes(texts.answers(), false);
    Narrative narrative = explainer.narrativeAskingForAll(set, comparison, wishes);
    Annotation annotation =
        new Annotation(target, current.disclosure(), report, comparison, narrative);
    Deque<Path> made = WholeFile.makeFolders(target.toAbsolutePath().getParent());
    try {
      writing.with(new WorkbookAnnotator(), annotation.findings(), texts);
    } catch (AnnotationException e) {
      made.forEach(WholeFile::deleteIfEmpty);
      Failure failure = OwnSheets.failure(current.name(), e);
      throw e.unsafe() ? new UnannotatableException(failure) : new UnwritableException(failure);
    }
    return annotation;
  }

  @FunctionalInterface
  private interface Writing {
    void with(WorkbookAnnotator annotator, Findings findings, UserTexts texts)
        throws AnnotationException;
  }
}
