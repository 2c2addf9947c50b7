package cn.sunledger.job;

import java.util.List;

/**
 * How a bulk conversion ended.
 *
 * @param converted workbooks in the results
 * @param reused how many of them were taken over from an earlier run
 * @param facts rows of facts.csv
 * @param withoutTables workbooks in the results in which no table was found
 * @param ignored annotated copies that were passed over
 * @param failures workbooks that are not in the results
 * @param interrupted whether it was stopped before all workbooks were done
 */
public record ConversionResult(
    int converted,
    int reused,
    long facts,
    List<String> withoutTables,
    List<String> ignored,
    List<Failure> failures,
    boolean interrupted) {
  /** Copies the lists. */
  public ConversionResult {
    withoutTables = List.copyOf(withoutTables);
    ignored = List.copyOf(ignored);
    failures = List.copyOf(failures);
  }
}
