package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.ManualAnswers;
import cn.sunledger.model.CheckReport;
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
   * Annotates.
   *
   * @param files the workbooks
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param out the folder for the copies, else each goes beside its workbook
   * @param force whether files may be overwritten that sunledger did not write
   * @throws RefusedException where a copy would fall on what is not ours
   * @throws FailedException where a partner that was named cannot be read
   * @throws IOException where the folder for the copies cannot be made
   */
  public DisclosureJob.Done<Annotated> run(
      List<Path> files,
      Optional<Path> budget,
      Optional<Path> previous,
      Optional<Path> out,
      boolean force)
      throws RefusedException, FailedException, IOException {
    List<Path> partners = Stream.of(budget, previous).flatMap(Optional::stream).toList();
    Map<Path, Path> targets =
        OutputPlan.of(files, partners, out, AnnotateJob::name, target -> force || isOurs(target));
    ReadBatch batch = job.read(files, budget, previous);
    return DisclosureJob.each(
        batch,
        batch.sets(),
        set -> {
          Path target = targets.get(set.current().path());
          return new Annotated(set.current().name(), target, job.annotate(set, target));
        });
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
