package cn.sunledger.check;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many seeded errors were found, and how often the right place was named. */
final class Tally {
  private static final boolean VERBOSE = Boolean.getBoolean("sunledger.mutants.show");
  private final Map<Mutation, int[]> counts = new EnumMap<>(Mutation.class);
  private final List<String> escaped = new ArrayList<>();

  void count(Mutation kind, Mutant mutant, boolean visible, CheckReport report, Set<String> known) {
    int[] count = counts.computeIfAbsent(kind, key -> new int[7]);
    List<Finding> fresh =
        report.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .filter(finding -> !known.contains(finding.message()))
            .toList();
    count[0]++;
    count[1] += visible ? 1 : 0;
    boolean found = !fresh.isEmpty();
    count[2] += visible && found ? 1 : 0;
    if (visible && !found) {
      escaped.add("ESCAPED " + kind + " " + mutant.culprits() + " " + mutant.changed());
    }
    if (!visible && found) {
      count[5]++;
    }
    if (found && !mutant.culprits().isEmpty()) {
      List<CellRef> firsts =
          fresh.stream()
              .filter(finding -> !finding.cells().isEmpty())
              .map(finding -> finding.cells().get(0))
              .toList();
      boolean cell = firsts.stream().anyMatch(mutant.culprits()::contains);
      boolean row =
          cell || firsts.stream().anyMatch(first -> MutationTest.sameRow(first, mutant.culprits()));
      count[3] += visible && cell ? 1 : 0;
      count[4] += visible && row ? 1 : 0;
      if (visible && !row) {
        escaped.add(
            "MISBLAMED "
                + kind
                + " "
                + mutant.culprits()
                + " "
                + mutant.changed()
                + " "
                + fresh.stream().map(Finding::message).toList());
      }
    }
    count[6] += visible ? fresh.size() : 0;
    if (VERBOSE && found) {
      escaped.add(
          "SAID "
              + kind
              + " "
              + mutant.culprits().stream().limit(4).toList()
              + " -> "
              + fresh.stream().map(f -> f.rule() + " " + f.message()).toList());
    }
  }

  /** Percent of the visible errors that were found. */
  int recall() {
    int visible = counts.values().stream().mapToInt(count -> count[1]).sum();
    int found = counts.values().stream().mapToInt(count -> count[2]).sum();
    return visible == 0 ? 0 : found * 100 / visible;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "kind, seeded, visible, found, cell, row, found though invisible, findings\n");
    counts.forEach(
        (kind, count) -> {
          text.append(kind).append(' ').append(kind.title);
          for (int number : count) {
            text.append(", ").append(number);
          }
          text.append('\n');
        });
    if (VERBOSE) {
      escaped.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }
}
