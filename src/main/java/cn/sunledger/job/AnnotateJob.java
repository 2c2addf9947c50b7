package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.SummaryWorkbook;
import cn.sunledger.annotate.content.SummaryRow;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.NarrativeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Annotates workbooks, each into a copy of its own, and sums those of a folder up in one list. */
public final class AnnotateJob {
  /** The list of all workbooks of a folder. */
  public static final String SUMMARY = "核对汇总.annotated.xlsx";

  private final DisclosureJob job;
  private final SummaryRows summary;

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public AnnotateJob(Stages stages) {
    this.job = new DisclosureJob(stages);
    this.summary = new SummaryRows(stages);
  }

  /**
   * What is asked for.
   *
   * @param paths workbooks, and folders of them
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param narrative the published 情况说明 of one of them, whose mistakes join the findings
   * @param out the folder for the copies, else each goes beside its workbook
   * @param force whether files may be overwritten that sunledger did not write
   */
  public record Request(
      List<Path> paths,
      Optional<Path> budget,
      Optional<Path> previous,
      Optional<Path> narrative,
      Optional<Path> out,
      boolean force) {
    /** Copies the list. */
    public Request {
      paths = List.copyOf(paths);
    }
  }

  /**
   * An annotated workbook.
   *
   * @param name how messages call the workbook
   * @param target the annotated copy, or the report that stands for it
   * @param report what the rules said
   * @param instead why there is a report and no copy, one Chinese sentence; empty for a copy
   */
  public record Annotated(String name, Path target, CheckReport report, Optional<String> instead) {}

  /**
   * What came of it.
   *
   * @param done the annotated workbooks with remarks and failures
   * @param summary the list of all, where a folder was asked for
   */
  public record Outcome(DisclosureJob.Done<Annotated> done, Optional<Path> summary) {}

  /**
   * Annotates. What is in the workbooks is kept only while it is needed, so that there may be
   * hundreds.
   *
   * @param request what is asked for
   * @param listener hears of each copy once it is written
   * @throws RefusedException where a copy would fall on what is not ours
   * @throws FailedException where a partner or a narrative that was named cannot be read
   * @throws IOException where the folder for the copies cannot be made
   */
  public Outcome run(Request request, Consumer<Annotated> listener)
      throws RefusedException, FailedException, IOException {
    WorkbookFiles.Found found = WorkbookFiles.find(request.paths());
    Map<Path, Path> targets = targets(request, found.sources());
    Optional<Path> list = list(request);
    Shelf shelf = job.shelf();
    Optional<NarrativeText> text =
        request.narrative().isPresent()
            ? Optional.of(NarrativeFiles.text(request.narrative().get()))
            : Optional.empty();
    ReadBatch batch = job.spines(found, request.budget(), request.previous(), shelf);
    Optional<Pairing.WorkbookSet> explained =
        text.isPresent()
            ? explained(request.narrative().get(), text.get(), batch)
            : Optional.empty();
    Map<String, SummaryRow> rows = new HashMap<>();
    DisclosureJob.Done<Annotated> done =
        DisclosureJob.each(
            batch,
            batch.sets(),
            spines -> {
              Pairing.WorkbookSet set = shelf.open(spines);
              CheckReport report = job.check(set);
              if (explained.filter(spines::equals).isPresent()) {
                report = withText(report, request.narrative().get(), text.get(), set);
              }
              Path target = targets.get(set.current().path());
              Annotated annotated = one(set, report, target, list, rows);
              listener.accept(annotated);
              return annotated;
            });
    if (list.isPresent() && !rows.isEmpty()) {
      done.failures().forEach(failure -> rows.put(failure.file(), SummaryRows.failed(failure)));
      write(list.get(), SummaryRows.sorted(rows.values()));
    }
    return new Outcome(done, list.filter(file -> !rows.isEmpty()));
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

  /** The findings, and what is wrong in the narrative that explains the workbook. */
  private CheckReport withText(
      CheckReport report, Path narrative, NarrativeText text, Pairing.WorkbookSet set) {
    return new NarrativeFindings(
            set.current().disclosure().file(),
            String.valueOf(narrative.getFileName()),
            Optional.empty(),
            job.verify(text, set))
        .with(report);
  }

  private Annotated one(
      Pairing.WorkbookSet set,
      CheckReport report,
      Path target,
      Optional<Path> list,
      Map<String, SummaryRow> rows)
      throws FailedException, IOException {
    String name = set.current().name();
    Made made = make(set, report, target);
    if (list.isPresent()) {
      Path folder = list.get().toAbsolutePath().getParent();
      rows.put(name, summary.of(name, made.annotation(), folder, made.instead()));
    }
    return made.annotated(name);
  }

  /** What was written, and why that is a report where it is one. */
  record Made(Annotation annotation, Optional<String> instead) {
    Annotated annotated(String name) {
      return new Annotated(name, annotation.written(), annotation.report(), instead);
    }
  }

  /** Annotates one workbook, or writes the report that stands for its copy. */
  Made make(Pairing.WorkbookSet set, Path target) throws FailedException, IOException {
    return make(set, job.check(set), target);
  }

  private Made make(Pairing.WorkbookSet set, CheckReport report, Path target)
      throws FailedException, IOException {
    try {
      return new Made(job.annotate(set, report, target), Optional.empty());
    } catch (UnannotatableException e) {
      Path beside = OutputNames.report(target);
      if (Files.exists(beside) && !OwnSheets.bears(beside)) {
        throw e;
      }
      String reason = e.failure().sentence() + "原文件没有改动，核对结果另存为《" + beside.getFileName() + "》。";
      return new Made(job.report(set, report, beside, reason), Optional.of(reason));
    }
  }

  private static Map<Path, Path> targets(Request request, List<WorkbookFiles.Source> sources)
      throws RefusedException {
    List<Path> partners =
        Stream.of(request.budget(), request.previous(), request.narrative())
            .flatMap(Optional::stream)
            .toList();
    return OutputPlan.of(
        sources.stream().map(WorkbookFiles.Source::path).toList(),
        partners,
        request.out(),
        file -> folder(request, file).resolve(OutputNames.annotated(file)),
        target -> request.force() || OwnSheets.bears(target),
        OwnSheets::bears);
  }

  /** The copies of a folder's workbooks stand as the workbooks do. */
  private static Path folder(Request request, Path file) {
    Path own = file.toAbsolutePath().getParent();
    if (request.out().isEmpty()) {
      return own;
    }
    Path out = request.out().get();
    return request.paths().stream()
        .filter(path -> Files.isDirectory(path) && file.startsWith(path))
        .findFirst()
        .map(top -> Optional.ofNullable(top.relativize(file).getParent()).map(out::resolve))
        .flatMap(inside -> inside)
        .orElse(out);
  }

  private static Optional<Path> list(Request request) throws RefusedException {
    Optional<Path> folder = request.paths().stream().filter(Files::isDirectory).findFirst();
    Optional<Path> list = folder.map(first -> request.out().orElse(first).resolve(SUMMARY));
    if (list.isPresent()
        && Files.exists(list.get())
        && !request.force()
        && !OwnSheets.bears(list.get())) {
      throw new RefusedException(OutputPlan.taken(list.get()));
    }
    return list;
  }

  private static void write(Path list, List<SummaryRow> rows) throws FailedException {
    try {
      new SummaryWorkbook().write(rows, list);
    } catch (AnnotationException e) {
      throw new FailedException(OwnSheets.failure(String.valueOf(list.getFileName()), e));
    }
  }
}
