package cn.sunledger.job;

import cn.sunledger.annotate.content.FindingKey;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.Publication;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The line for workbooks that belong together: read and recognised, then checked, compared,
 * explained and annotated.
 */
public final class DisclosureJob {
  private final Stages stages;
  private final DisclosureReader reader;
  private final Explainer explainer;
  private final AnnotationWriter annotations;

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public DisclosureJob(Stages stages) {
    this.stages = stages;
    this.reader = stages.reader();
    this.explainer = new Explainer(stages, reader);
    this.annotations = new AnnotationWriter(explainer);
  }

  /**
   * Reads workbooks and pairs them. One that cannot be read does not keep the others from it; a
   * partner that was named does, since what was asked for would come out half.
   *
   * @param files the workbooks
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @throws FailedException where a partner that was named cannot be read
   */
  public ReadBatch read(List<Path> files, Optional<Path> budget, Optional<Path> previous)
      throws FailedException {
    Map<Path, String> names = new LinkedHashMap<>();
    files.forEach(file -> names.put(file, String.valueOf(file.getFileName())));
    return read(names, named(budget), named(previous), List.of(), workbook -> workbook);
  }

  /**
   * Reads all workbooks of files and folders and pairs them.
   *
   * @param paths files and folders
   */
  public ReadBatch readAll(List<Path> paths) {
    return read(WorkbookFiles.find(paths), Optional.empty(), Optional.empty());
  }

  /**
   * Reads workbooks, those of folders too, and pairs them.
   *
   * @param paths files and folders
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @throws FailedException where a partner that was named cannot be read
   */
  public ReadBatch readAll(List<Path> paths, Optional<Path> budget, Optional<Path> previous)
      throws FailedException {
    return paths.stream().anyMatch(Files::isDirectory)
        ? read(WorkbookFiles.find(paths), named(budget), named(previous))
        : read(paths, budget, previous);
  }

  private ReadBatch read(
      WorkbookFiles.Found found, Optional<ReadWorkbook> budget, Optional<ReadWorkbook> previous) {
    Map<Path, String> names = new LinkedHashMap<>();
    found.sources().forEach(source -> names.put(source.path(), source.name()));
    return read(names, budget, previous, found.failures(), workbook -> workbook);
  }

  /**
   * Pairs workbooks without keeping what is in them, so that hundreds can be worked on one after
   * the other.
   *
   * @param found the workbooks
   * @param budget their budget, where it was named
   * @param previous last year's workbook, where it was named
   * @param shelf where the workbooks are taken from when they are worked on
   * @throws FailedException where a partner that was named cannot be read
   */
  ReadBatch spines(
      WorkbookFiles.Found found, Optional<Path> budget, Optional<Path> previous, Shelf shelf)
      throws FailedException {
    Optional<ReadWorkbook> planned = named(budget).map(shelf::put);
    Optional<ReadWorkbook> before = named(previous).map(shelf::put);
    Map<Path, String> names = new LinkedHashMap<>();
    found.sources().forEach(source -> names.put(source.path(), source.name()));
    return read(names, planned, before, found.failures(), shelf::put);
  }

  /** Where the workbooks of {@link #spines} are kept. */
  Shelf shelf() {
    return new Shelf(reader);
  }

  /**
   * Reads the workbooks that a narrative is checked against: files and folders, with partners that
   * were named.
   */
  ReadBatch read(List<Path> paths, VerifyJob.Request request) throws FailedException {
    Optional<ReadWorkbook> planned = named(request.budget());
    Optional<ReadWorkbook> before = named(request.previous());
    return paths.isEmpty()
        ? new ReadBatch(List.of(), List.of(), List.of())
        : read(WorkbookFiles.find(paths), planned, before);
  }

  private ReadBatch read(
      Map<Path, String> files,
      Optional<ReadWorkbook> budget,
      Optional<ReadWorkbook> previous,
      List<Failure> missing,
      UnaryOperator<ReadWorkbook> kept) {
    List<ReadWorkbook> read = new ArrayList<>();
    List<Failure> failures = new ArrayList<>(missing);
    for (Map.Entry<Path, String> file : files.entrySet()) {
      try {
        read.add(kept.apply(read(reader, file.getKey(), file.getValue())));
      } catch (FailedException e) {
        failures.add(e.failure());
      }
    }
    Pairing pairing = Pairing.of(read, budget, previous);
    return new ReadBatch(pairing.sets(), pairing.remarks(), failures);
  }

  /** Does something with a workbook. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @param set a workbook with its partners
     * @throws FailedException where it cannot be done with this workbook
     * @throws RefusedException where it would do harm
     * @throws IOException where its result cannot be written
     */
    T on(Pairing.WorkbookSet set) throws FailedException, RefusedException, IOException;
  }

  /**
   * What came of work on several workbooks.
   *
   * @param <T> what came of one
   * @param results what came of those that could be done
   * @param remarks what a person should know of the pairing, each a Chinese sentence
   * @param failures those that could not be read or done
   */
  public record Done<T>(List<T> results, List<String> remarks, List<Failure> failures) {
    /** Copies the lists. */
    public Done {
      results = List.copyOf(results);
      remarks = List.copyOf(remarks);
      failures = List.copyOf(failures);
    }
  }

  /**
   * Works on one workbook after the other; one that fails does not keep the others from it.
   *
   * @param batch what was read
   * @param sets those of it to work on
   * @param work the work
   * @throws RefusedException where the work would do harm
   * @throws IOException where a result cannot be written
   */
  public static <T> Done<T> each(ReadBatch batch, List<Pairing.WorkbookSet> sets, Work<T> work)
      throws RefusedException, IOException {
    List<T> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>(batch.failures());
    for (Pairing.WorkbookSet set : sets) {
      try {
        results.add(work.on(set));
      } catch (FailedException e) {
        failures.add(e.failure());
      } catch (ProfileException e) {
        throw e;
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        failures.add(DisclosureReader.broken(set.current().name(), e));
      }
    }
    return new Done<>(results, batch.remarks(), failures);
  }

  /**
   * Works on the workbooks of files and folders, one after the other, with no more of them in
   * memory than belong together.
   *
   * @param paths files and folders
   * @param work the work
   * @throws FailedException never, since no partner is named
   * @throws RefusedException where the work would do harm
   * @throws IOException where a result cannot be written
   */
  public <T> Done<T> each(List<Path> paths, Work<T> work)
      throws FailedException, RefusedException, IOException {
    Shelf shelf = shelf();
    ReadBatch batch = spines(WorkbookFiles.find(paths), Optional.empty(), Optional.empty(), shelf);
    return each(batch, batch.sets(), set -> work.on(shelf.open(set)));
  }

  private Optional<ReadWorkbook> named(Optional<Path> file) throws FailedException {
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(read(reader, file.get(), String.valueOf(file.get().getFileName())));
  }

  /** Reads one workbook; a fault of ours is that workbook's failure and not everybody's. */
  static ReadWorkbook read(DisclosureReader reader, Path file, String name) throws FailedException {
    try {
      return reader.read(file, name);
    } catch (ProfileException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new FailedException(DisclosureReader.broken(name, e));
    }
  }

  /**
   * 核对.
   *
   * @param set a workbook with its partners
   */
  public CheckReport check(Pairing.WorkbookSet set) {
    List<Disclosure> related = set.related().stream().map(ReadWorkbook::disclosure).toList();
    CheckReport report = stages.checker(profile(set)).check(set.current().disclosure(), related);
    return accepted(report, set.current().opinions());
  }

  /** What a user has written beside a finding in 核对结果 accepts it. */
  private static CheckReport accepted(CheckReport report, Map<String, String> opinions) {
    if (opinions.isEmpty()) {
      return report;
    }
    List<String> keys = FindingKey.of(report.findings());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Finding finding = report.findings().get(i);
      String opinion = opinions.get(keys.get(i));
      findings.add(opinion == null ? finding : finding.acceptedFor(opinion));
    }
    return report.with(findings);
  }

  /**
   * 对比.
   *
   * @param set a workbook with its partners
   */
  public Comparison compare(Pairing.WorkbookSet set) {
    return stages
        .comparer(profile(set))
        .compare(
            set.current().disclosure(),
            set.budget().map(ReadWorkbook::disclosure),
            set.previous().map(ReadWorkbook::disclosure));
  }

  /**
   * 情况说明, with what a user has filled in.
   *
   * @param set a workbook with its partners
   * @param wishes what else was asked for
   */
  public Narrative explain(Pairing.WorkbookSet set, Wishes wishes) {
    return explainer.narrative(set, compare(set), wishes);
  }

  /**
   * 公开文本: the whole document that is published.
   *
   * @param set a workbook with its partners
   * @param wishes what else was asked for
   */
  public Publication publish(Pairing.WorkbookSet set, Wishes wishes) {
    return explainer.publication(set, compare(set), wishes);
  }

  /**
   * 排印的表: the tables of a workbook as its sheets print them.
   *
   * @param set a workbook with its partners
   * @throws FailedException where it cannot be read any more
   */
  public List<PrintedTable> printed(Pairing.WorkbookSet set) throws FailedException {
    return explainer.printed(set);
  }

  /**
   * 批注: everything at once, back into a copy of the workbook. What a user filled into a copy that
   * stands there already is kept, and what the same user answered last year is offered.
   *
   * @param set a workbook with its partners
   * @param target the copy
   * @throws UnannotatableException where the workbook must not be touched
   * @throws UnwritableException where the copy cannot be written
   * @throws IOException where the folder of the copy cannot be made
   */
  public Annotation annotate(Pairing.WorkbookSet set, Path target)
      throws FailedException, IOException {
    return annotate(set, check(set), target);
  }

  /**
   * The same, with findings that were made already.
   *
   * @param set a workbook with its partners
   * @param report what is to be said of it
   * @param target the copy
   * @throws UnannotatableException where the workbook must not be touched
   * @throws FailedException where the copy cannot be written
   * @throws IOException where the folder of the copy cannot be made
   */
  Annotation annotate(Pairing.WorkbookSet set, CheckReport report, Path target)
      throws FailedException, IOException {
    return annotations.copy(set, report, compare(set), target);
  }

  /**
   * The same in a workbook of its own, for one that must not be touched.
   *
   * @param set a workbook with its partners
   * @param report what is to be said of it
   * @param target the workbook of its own, .xlsx
   * @param reason why the workbook is not annotated, one Chinese sentence
   * @throws UnwritableException where it cannot be written
   * @throws IOException where its folder cannot be made
   */
  Annotation report(Pairing.WorkbookSet set, CheckReport report, Path target, String reason)
      throws FailedException, IOException {
    return annotations.report(set, report, compare(set), target, reason);
  }

  /**
   * 文表核对: a narrative against the workbook it explains.
   *
   * @param text the narrative
   * @param set the workbook with its partners
   */
  public VerifyReport verify(NarrativeText text, Pairing.WorkbookSet set) {
    List<Disclosure> others =
        set.related().stream()
            .filter(other -> !set.budget().filter(other::equals).isPresent())
            .filter(other -> !set.previous().filter(other::equals).isPresent())
            .map(ReadWorkbook::disclosure)
            .toList();
    VerifySources sources =
        new VerifySources(
            set.current().disclosure(),
            set.budget().map(ReadWorkbook::disclosure),
            set.previous().map(ReadWorkbook::disclosure),
            others);
    return stages.verifier(profile(set)).verify(text, sources);
  }

  /**
   * 文内核对: a narrative by itself.
   *
   * @param text the narrative
   */
  public VerifyReport verify(NarrativeText text) {
    return stages.verifier(stages.profile("")).verify(text);
  }

  private Profile profile(Pairing.WorkbookSet set) {
    return stages.profile(set.current().disclosure().unitName());
  }
}
