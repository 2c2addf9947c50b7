package cn.sunledger.job;

import java.util.List;

/**
 * Workbooks that were read and paired.
 *
 * @param sets the workbooks, each with its partners
 * @param remarks what a person should know of the pairing, each a Chinese sentence
 * @param failures workbooks that could not be read
 */
public record ReadBatch(
    List<Pairing.WorkbookSet> sets, List<String> remarks, List<Failure> failures) {
  /** Copies the lists. */
  public ReadBatch {
    sets = List.copyOf(sets);
    remarks = List.copyOf(remarks);
    failures = List.copyOf(failures);
  }

  /** The workbooks that were not named only to be compared with. */
  public List<Pairing.WorkbookSet> subjects() {
    return sets.stream().filter(set -> !set.partnerOnly()).toList();
  }
}
