package cn.sunledger.job;

import cn.sunledger.annotate.AnnotationException;
import cn.sunledger.annotate.WorkbookAnnotator;
import cn.sunledger.layout.PrintedTables;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.Publication;
import cn.sunledger.narrative.Given;
import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
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
    Map<Path, String> names = new LinkedHashMap<>();
    files.forEach(file -> names.put(file, String.valueOf(file.getFileName())));
    return read(names, named(budget), named(previous), List.of());
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
    return read(names, budget, previous, found.failures());
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
   * @param wishes what else was asked for
   */
  public Narrative explain(Pairing.WorkbookSet set, Wishes wishes) {
    return explain(set, compare(set), wishes);
  }

  /**
   * 公开文本: the whole document that is published.
   *
   * @param set a workbook with its partners
   * @param wishes what else was asked for
   */
  public Publication publish(Pairing.WorkbookSet set, Wishes wishes) {
    return stages
        .writer(profile(set))
        .publish(set.current().disclosure(), compare(set), given(set, wishes));
  }

  /**
   * 排印的表: the tables of a workbook as its sheets print them.
   *
   * @param set a workbook with its partners
   * @throws FailedException where it cannot be read any more
   */
  public List<PrintedTable> printed(Pairing.WorkbookSet set) throws FailedException {
    ReadWorkbook current = set.current();
    return PrintedTables.of(reader.grid(current.path(), current.name()), current.disclosure());
  }

  private Narrative explain(Pairing.WorkbookSet set, Comparison comparison, Wishes wishes) {
    return stages
        .writer(profile(set))
        .write(set.current().disclosure(), comparison, given(set, wishes));
  }

  /** What was typed into the workbook counts more than what was given besides. */
  private static Given given(Pairing.WorkbookSet set, Wishes wishes) {
    ReadWorkbook current = set.current();
    Map<String, String> answers = new LinkedHashMap<>(wishes.answers());
    answers.putAll(current.answers());
    Map<String, String> previous = set.previous().map(ReadWorkbook::answers).orElse(Map.of());
    Optional<Integer> year = current.disclosure().year();
    List<Disclosure> beside =
        set.related().stream()
            .map(ReadWorkbook::disclosure)
            .filter(other -> other.document() == current.disclosure().document())
            .filter(other -> other.year().equals(year))
            .toList();
    return new Given(answers, previous, wishes.draftReasons(), beside);
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
    ReadWorkbook current = set.current();
    CheckReport report = check(set);
    Comparison comparison = compare(set);
    Narrative narrative = explain(set, comparison, Wishes.NONE);
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

  private Profile profile(Pairing.WorkbookSet set) {
    return stages.profile(set.current().disclosure().unitName());
  }
}
