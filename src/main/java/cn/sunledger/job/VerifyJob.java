package cn.sunledger.job;

import cn.sunledger.document.NarrativeFile;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks narratives, each against the workbook that it explains. */
public final class VerifyJob {
  private final DisclosureJob job;
  private final DisclosureReader reader;

  /**
   * With stages.
   *
   * @param stages built from the templates in force
   */
  public VerifyJob(Stages stages) {
    this.job = new DisclosureJob(stages);
    this.reader = stages.reader();
  }

  /**
   * What was asked for.
   *
   * @param narrative a document, a folder of them, or a workbook that holds its own narrative
   * @param files workbooks and folders of them; none where the narrative's own folder or workbook
   *     holds them
   * @param budget the budget, where it was named
   * @param previous last year's workbook, where it was named
   */
  public record Request(
      Path narrative, List<Path> files, Optional<Path> budget, Optional<Path> previous) {
    /** Copies the list. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /**
   * A narrative that was checked.
   *
   * @param path where it is
   * @param name how messages call it
   * @param sheet the sheet in which it stands, in a workbook
   * @param set the workbook it was checked against, with its partners; empty where none was at hand
   * @param report what was found
   */
  public record Verified(
      Path path,
      String name,
      Optional<String> sheet,
      Optional<Pairing.WorkbookSet> set,
      VerifyReport report) {}

  /**
   * Checks.
   *
   * @param request what was asked for
   * @throws FailedException where a partner that was named cannot be read
   */
  public DisclosureJob.Done<Verified> run(Request request) throws FailedException {
    boolean folder = Files.isDirectory(request.narrative());
    boolean workbook = !folder && NarrativeFile.isWorkbook(request.narrative());
    NarrativeFiles.Found found =
        folder ? NarrativeFiles.in(request.narrative()) : NarrativeFiles.one(request.narrative());
    List<Path> files = new ArrayList<>(request.files());
    if (folder && files.isEmpty() || workbook) {
      files.add(0, request.narrative());
    }
    ReadBatch batch = job.read(files, request);
    List<Verified> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>(found.failures());
    failures.addAll(batch.failures());
    boolean known = batch.failures().stream().noneMatch(f -> f.file().equals(name(request)));
    for (NarrativeFiles.Source source :
        known ? found.sources() : List.<NarrativeFiles.Source>of()) {
      try {
        results.add(workbook ? own(source, batch) : one(source, batch, folder));
      } catch (FailedException e) {
        failures.add(e.failure());
      } catch (ProfileException e) {
        throw e;
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        failures.add(DisclosureReader.broken(source.name(), e));
      }
    }
    return new DisclosureJob.Done<>(results, batch.remarks(), failures);
  }

  private static String name(Request request) {
    return String.valueOf(request.narrative().getFileName());
  }

  private Verified one(NarrativeFiles.Source source, ReadBatch batch, boolean folder)
      throws FailedException {
    NarrativeText text = NarrativeFiles.text(source.path());
    List<Pairing.WorkbookSet> sets = batch.sets();
    if (sets.isEmpty() && batch.failures().isEmpty() && !folder) {
      return new Verified(
          source.path(), source.name(), Optional.empty(), Optional.empty(), job.verify(text));
    }
    List<Pairing.WorkbookSet> subjects = batch.subjects();
    Optional<Pairing.WorkbookSet> set =
        subjects.size() == 1 && !folder
            ? Optional.of(subjects.get(0))
            : new NarrativeMatch(source.path(), text).among(sets);
    if (set.isEmpty()) {
      throw new FailedException(
          sets.isEmpty()
              ? new Failure(source.name(), "没有可以对照的工作簿", "请写明：verify 情况说明 工作簿")
              : NarrativeMatch.unknown(source.name()));
    }
    return new Verified(
        source.path(), source.name(), Optional.empty(), set, job.verify(text, set.get()));
  }

  /** The narrative that stands in a sheet of the workbook itself. */
  private Verified own(NarrativeFiles.Source source, ReadBatch batch) throws FailedException {
    Pairing.WorkbookSet set =
        batch.sets().stream()
            .filter(each -> each.current().path().equals(source.path()))
            .findFirst()
            .orElseThrow(() -> new FailedException(DisclosureReader.unknown(source.name())));
    NarrativeSheet sheet =
        NarrativeSheet.in(reader.grid(source.path(), source.name()), set.current().disclosure())
            .orElseThrow(
                () ->
                    new FailedException(
                        new Failure(
                            source.name(),
                            "里没有写着情况说明的工作表",
                            "请写明说明在哪份文件：verify 情况说明.docx 工作簿.xlsx")));
    return new Verified(
        source.path(),
        source.name(),
        Optional.of(sheet.sheet()),
        Optional.of(set),
        job.verify(sheet.text(), set));
  }

  /**
   * Writes copies of Word documents with a comment on each mistake.
   *
   * @param results what was checked
   * @param out the folder for the copies, else each goes beside its document
   * @param force whether files may be overwritten that sunledger did not write
   * @return the copies
   * @throws RefusedException where a narrative is no Word document, or a copy would fall on what is
   *     not ours
   * @throws IOException where a copy cannot be written
   */
  public List<Path> annotate(List<Verified> results, Optional<Path> out, boolean force)
      throws RefusedException, IOException {
    return new NarrativeCopies(out, force).write(results);
  }
}
