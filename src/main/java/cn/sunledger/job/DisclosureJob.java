package cn.sunledger.job;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The line for a few workbooks that belong together. */
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
    Optional<ReadWorkbook> named =
        budget.isPresent() ? Optional.of(read(budget.get())) : Optional.empty();
    Optional<ReadWorkbook> before =
        previous.isPresent() ? Optional.of(read(previous.get())) : Optional.empty();
    List<ReadWorkbook> read = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Path file : files) {
      try {
        read.add(read(file));
      } catch (FailedException e) {
        failures.add(e.failure());
      }
    }
    Pairing pairing = Pairing.of(read, named, before);
    return new ReadBatch(pairing.sets(), pairing.remarks(), failures);
  }

  private ReadWorkbook read(Path file) throws FailedException {
    String name = String.valueOf(file.getFileName());
    try {
      return new ReadWorkbook(file, name, reader.read(file, name));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new FailedException(DisclosureReader.broken(name, e));
    }
  }

  /**
   * Compares a workbook with its partners.
   *
   * @param set the workbook
   */
  public Comparison compare(Pairing.WorkbookSet set) {
    Profile profile = stages.profile(set.current().disclosure().unitName());
    return stages
        .comparer(profile)
        .compare(set.current().disclosure(), disclosure(set.budget()), disclosure(set.previous()));
  }

  private static Optional<Disclosure> disclosure(Optional<ReadWorkbook> workbook) {
    return workbook.map(ReadWorkbook::disclosure);
  }
}
