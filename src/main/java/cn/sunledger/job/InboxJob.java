package cn.sunledger.job;

import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annotates workbooks that arrive one after the other in a folder. What lies in the folder already
 * is where their budgets and last year's workbooks are looked for.
 */
public final class InboxJob {
  private final Stages stages;
  private final AnnotateJob job;
  private final Shelf shelf;
  private final Path inbox;
  private final Path outbox;
  private final boolean force;
  private final Map<Path, Seen> seen = new HashMap<>();

  /** The spine of a workbook as it was; none where it could not be read. */
  private record Seen(long size, FileTime modified, Optional<ReadWorkbook> spine) {}

  /**
   * Over two folders.
   *
   * @param stages built from the templates in force
   * @param inbox where workbooks arrive
   * @param outbox where their copies go
   * @param force whether files may be overwritten that sunledger did not write
   */
  public InboxJob(Stages stages, Path inbox, Path outbox, boolean force) {
    this.stages = stages;
    this.job = new AnnotateJob(stages);
    this.shelf = new Shelf(stages.reader());
    this.inbox = inbox;
    this.outbox = outbox;
    this.force = force;
  }

  /**
   * An annotated workbook.
   *
   * @param annotated what was written
   * @param remarks what a person should know of its partners, each a Chinese sentence
   */
  public record Annotated(AnnotateJob.Annotated annotated, List<String> remarks) {
    /** Copies the list. */
    public Annotated {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Annotates one workbook.
   *
   * @param file where it lies in the folder
   * @param name how messages call it: its path inside the folder, with {@code /}
   * @param copy a copy that nobody writes to, which is what is read
   * @throws RefusedException where a file stands in the way that sunledger did not write
   * @throws UnwritableException where the result cannot be written
   * @throws FailedException where the workbook cannot be read
   * @throws IOException where the folder of the result cannot be made
   */
  public Annotated annotate(Path file, String name, Path copy)
      throws RefusedException, FailedException, IOException {
    try {
      return annotated(file, name, copy);
    } catch (ProfileException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new FailedException(DisclosureReader.broken(name, e));
    }
  }

  private Annotated annotated(Path file, String name, Path copy)
      throws RefusedException, FailedException, IOException {
    ReadWorkbook current = DisclosureJob.read(stages.reader(), copy, name);
    List<ReadWorkbook> all = new ArrayList<>(List.of(shelf.put(current)));
    for (WorkbookFiles.Source source : WorkbookFiles.find(List.of(inbox)).sources()) {
      if (!source.path().equals(file)) {
        spine(source).ifPresent(all::add);
      }
    }
    Pairing pairing = Pairing.of(all, Optional.empty(), Optional.empty());
    Path target = target(name, copy);
    if (Files.exists(target) && !force && !OwnSheets.bears(target)) {
      throw new RefusedException(OutputPlan.taken(target));
    }
    AnnotateJob.Made made = job.make(shelf.open(pairing.sets().get(0)), target);
    List<String> remarks =
        pairing.remarks().stream().filter(text -> text.startsWith("《" + name + "》")).toList();
    return new Annotated(made.annotated(name), remarks);
  }

  private Path target(String name, Path copy) {
    int slash = name.lastIndexOf('/');
    Path folder = slash < 0 ? outbox : outbox.resolve(name.substring(0, slash));
    return folder.resolve(OutputNames.annotated(copy));
  }

  private Optional<ReadWorkbook> spine(WorkbookFiles.Source source) {
    try {
      BasicFileAttributes now = Files.readAttributes(source.path(), BasicFileAttributes.class);
      Seen before = seen.get(source.path());
      if (before == null
          || before.size() != now.size()
          || !before.modified().equals(now.lastModifiedTime())) {
        before = new Seen(now.size(), now.lastModifiedTime(), read(source));
        seen.put(source.path(), before);
      }
      return before.spine();
    } catch (IOException e) {
      // it was taken away in this very moment
      return Optional.empty();
    }
  }

  private Optional<ReadWorkbook> read(WorkbookFiles.Source source) {
    try {
      return Optional.of(
          shelf.put(DisclosureJob.read(stages.reader(), source.path(), source.name())));
    } catch (FailedException e) {
      return Optional.empty();
    }
  }
}
