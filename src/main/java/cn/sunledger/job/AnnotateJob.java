package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.NarrativeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Annotates several workbooks, each into a copy of its own. */
public final class AnnotateJob {
  private final DisclosureJob job;

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public AnnotateJob(Stages stages) {
    this.job = new DisclosureJob(stages);
  }

  /**
   * An annotated workbook.
   *
   * @param name how messages call the workbook
   * @param target the annotated copy
   * @param report what the rules said
   */
  public record Annotated(String name, Path target, CheckReport report) {}

  /**
   * What was asked for.
   *
   * @param files the workbooks
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param narrative the published 情况说明 of one of them, whose mistakes join the findings
   * @param out the folder for the copies, else each goes beside its workbook
   * @param force whether files may be overwritten that sunledger did not write
   */
  public record Request(
      List<Path> files,
      Optional<Path> budget,
      Optional<Path> previous,
      Optional<Path> narrative,
      Optional<Path> out,
      boolean force) {
    /** Copies the list. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /**
   * Annotates.
   *
   * @param request what was asked for
   * @throws RefusedException where a copy would fall on what is not ours
   * @throws FailedException where a partner or a narrative that was named cannot be read
   * @throws IOException where the folder for the copies cannot be made
   */
  public DisclosureJob.Done<Annotated> run(Request request)
      throws RefusedException, FailedException, IOException {
    List<Path> partners =
        Stream.of(request.budget(), request.previous(), request.narrative())
            .flatMap(Optional::stream)
            .toList();
    Map<Path, Path> targets =
        OutputPlan.of(
            request.files(),
            partners,
            request.out(),
            AnnotateJob::name,
            target -> request.force() || isOurs(target));
    Optional<NarrativeText> text =
        request.narrative().isPresent()
            ? Optional.of(NarrativeFiles.text(request.narrative().get()))
            : Optional.empty();
    ReadBatch batch = job.read(request.files(), request.budget(), request.previous());
    Optional<Pairing.WorkbookSet> explained =
        text.isPresent()
            ? explained(request.narrative().get(), text.get(), batch)
            : Optional.empty();
    return DisclosureJob.each(
        batch,
        batch.sets(),
        set -> {
          Path target = targets.get(set.current().path());
          CheckReport report = job.check(set);
          if (explained.filter(set::equals).isPresent()) {
            report =
                new NarrativeFindings(
                        set.current().disclosure().file(),
                        String.valueOf(request.narrative().get().getFileName()),
                        Optional.empty(),
                        job.verify(text.get(), set))
                    .with(report);
          }
          return new Annotated(set.current().name(), target, job.annotate(set, report, target));
        });
  }

  /** The workbook that a narrative explains. */
  private static Optional<Pairing.WorkbookSet> explained(
      Path narrative, NarrativeText text, ReadBatch batch) throws FailedException {
    List<Pairing.WorkbookSet> subjects = batch.subjects();
    if (batch.sets().isEmpty()) {
      return Optional.empty();
    }
    Optional<Pairing.WorkbookSet> found =
        subjects.size() == 1
            ? Optional.of(subjects.get(0))
            : new NarrativeMatch(narrative, text).among(batch.sets());
    if (found.isEmpty()) {
      throw new FailedException(NarrativeMatch.unknown(String.valueOf(narrative.getFileName())));
    }
    return found;
  }

  private static String name(Path file) {
    String extension = OutputNames.extension(file);
    return OutputNames.stem(file) + ".annotated" + (extension.isEmpty() ? "" : "." + extension);
  }

  private static boolean isOurs(Path file) {
    try {
      return !ManualAnswers.read(file).ownSheets().isEmpty();
    } catch (AnnotationException e) {
      return false;
    }
  }
}
