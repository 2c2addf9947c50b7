package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.WorkbookAnnotator;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.model.VerifySources;
import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line for workbooks that belong together: read and recognised, then checked, compared,
 * explained and annotated.
 */
public final class DisclosureJob {
  private final Stages stages;
  private final DisclosureReader reader;

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public DisclosureJob(Stages stages) {
    this.stages = stages;
    this.reader = stages.reader();
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
    Optional<ReadWorkbook> planned = named(budget);
    Optional<ReadWorkbook> before = named(previous);
    Map<Path, String> names = new LinkedHashMap<>();
    files.forEach(file -> names.put(file, String.valueOf(file.getFileName())));
    return read(names, planned, before, List.of());
  }

  /**
   * Reads all workbooks of files and folders and pairs them.
   *
   * @param paths files and folders
   */
  public ReadBatch readAll(List<Path> paths) {
    WorkbookFiles.Found found = WorkbookFiles.find(paths);
    Map<Path, String> names = new LinkedHashMap<>();
    found.sources().forEach(source -> names.put(source.path(), source.name()));
    return read(names, Optional.empty(), Optional.empty(), found.failures());
  }

  /**
   * Reads the workbooks that a narrative is checked against: files and folders, with partners that
   * were named.
   */
  ReadBatch read(List<Path> paths, VerifyJob.Request request) throws FailedException {
    Optional<ReadWorkbook> planned = named(request.budget());
    Optional<ReadWorkbook> before = named(request.previous());
    if (paths.isEmpty()) {
      return new ReadBatch(List.of(), List.of(), List.of());
    }
    WorkbookFiles.Found found = WorkbookFiles.find(paths);
    Map<Path, String> names = new LinkedHashMap<>();
    found.sources().forEach(source -> names.put(source.path(), source.name()));
    return read(names, planned, before, found.failures());
  }

  private ReadBatch read(
      Map<Path, String> files,
      Optional<ReadWorkbook> budget,
      Optional<ReadWorkbook> previous,
      List<Failure> missing) {
    List<ReadWorkbook> read = new ArrayList<>();
    List<Failure> failures = new ArrayList<>(missing);
    for (Map.Entry<Path, String> file : files.entrySet()) {
      try {
        read.add(read(file.getKey(), file.getValue()));
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

  private Optional<ReadWorkbook> named(Optional<Path> file) throws FailedException {
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(read(file.get(), String.valueOf(file.get().getFileName())));
  }

  private ReadWorkbook read(Path file, String name) throws FailedException {
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
    return stages.checker(profile(set)).check(set.current().disclosure(), related);
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
   */
  public Narrative explain(Pairing.WorkbookSet set) {
    return explain(set, compare(set));
  }

  private Narrative explain(Pairing.WorkbookSet set, Comparison comparison) {
    return stages
        .writer(profile(set))
        .write(set.current().disclosure(), comparison, set.current().answers());
  }

  /**
   * 批注: everything at once, back into a copy of the workbook.
   *
   * @param set a workbook with its partners
   * @param target the copy
   * @return what the rules said
   * @throws FailedException where the workbook cannot be annotated without harm
   * @throws IOException where the folder of the copy cannot be made
   */
  public CheckReport annotate(Pairing.WorkbookSet set, Path target)
      throws FailedException, IOException {
    return annotate(set, check(set), target);
  }

  /**
   * 批注, with findings that were made already.
   *
   * @param set a workbook with its partners
   * @param report what is to be said of it
   * @param target the copy
   * @return the same report
   * @throws FailedException where the workbook cannot be annotated without harm
   * @throws IOException where the folder of the copy cannot be made
   */
  CheckReport annotate(Pairing.WorkbookSet set, CheckReport report, Path target)
      throws FailedException, IOException {
    ReadWorkbook current = set.current();
    Comparison comparison = compare(set);
    Narrative narrative = explain(set, comparison);
    write(current, target, report, comparison, narrative);
    return report;
  }

  private static void write(
      ReadWorkbook current,
      Path target,
      CheckReport report,
      Comparison comparison,
      Narrative narrative)
      throws FailedException, IOException {
    Deque<Path> made = WholeFile.makeFolders(target.toAbsolutePath().getParent());
    try {
      new WorkbookAnnotator()
          .annotate(
              current.path(),
              target,
              current.disclosure(),
              report,
              Optional.of(comparison).filter(found -> !found.rows().isEmpty()),
              Optional.of(narrative).filter(text -> !text.sections().isEmpty()));
    } catch (AnnotationException e) {
      made.forEach(WholeFile::deleteIfEmpty);
      throw new FailedException(OwnSheets.failure(current.name(), e));
    }
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
