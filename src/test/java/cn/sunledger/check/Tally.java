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
  private static final String SHOWN = System.getProperty("sunledger.mutants.show", "");

  private final Map<Mutation, Count> counts = new EnumMap<>(Mutation.class);
  private final List<String> notes = new ArrayList<>();

  /** What became of the errors of one kind. */
  private static final class Count {
    private int seeded;
    private int visible;
    private int found;
    private int cell;
    private int row;
    private int candidate;
    private int findings;
    private int unseen;

    private void add(Count other) {
      seeded += other.seeded;
      visible += other.visible;
      found += other.found;
      cell += other.cell;
      row += other.row;
      candidate += other.candidate;
      findings += other.findings;
      unseen += other.unseen;
    }

    private String line() {
      return "| %d | %d | %d | %s | %s | %s | %s | %.2f | %d |"
          .formatted(
              seeded,
              visible,
              found,
              percent(found, visible),
              percent(cell, found),
              percent(row, found),
              percent(row + candidate, found),
              found == 0 ? 0.0 : findings / (double) found,
              unseen);
    }

    private static String percent(int part, int whole) {
      return whole == 0 ? "–" : "%.1f%%".formatted(100.0 * part / whole);
    }
  }

  void count(
      Mutation kind,
      String file,
      Mutant mutant,
      boolean visible,
      CheckReport report,
      Set<String> known) {
    Count count = counts.computeIfAbsent(kind, key -> new Count());
    List<Finding> fresh =
        report.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .filter(finding -> !known.contains(MutationRun.key(finding)))
            .toList();
    boolean found = !fresh.isEmpty();
    count.seeded++;
    if (!visible) {
      count.unseen += found ? 1 : 0;
      note(found ? "UNSEEN-FOUND" : "INVISIBLE", kind, file, mutant, fresh);
      return;
    }
    count.visible++;
    if (!found) {
      note("ESCAPED", kind, file, mutant, fresh);
      return;
    }
    count.found++;
    count.findings += fresh.size();
    boolean cell = fresh.stream().anyMatch(finding -> atCell(finding, mutant));
    boolean row = cell || fresh.stream().anyMatch(finding -> inRow(finding, mutant));
    count.cell += cell ? 1 : 0;
    count.row += row ? 1 : 0;
    boolean candidate =
        !row && fresh.stream().anyMatch(finding -> amongCandidates(finding, mutant));
    count.candidate += candidate ? 1 : 0;
    note(
        candidate
            ? "CANDIDATE"
            : !row ? "MISBLAMED" : fresh.size() > 1 ? "SEVERAL" : cell ? "SAID" : "ROW",
        kind,
        file,
        mutant,
        fresh);
  }

  private static boolean atCell(Finding finding, Mutant mutant) {
    return named(finding, mutant)
        || (!finding.cells().isEmpty() && mutant.culprits().contains(finding.cells().get(0)));
  }

  private static boolean named(Finding finding, Mutant mutant) {
    return mutant.named().stream().anyMatch(name -> finding.cause().contains(name));
  }

  /** One cannot tell which operand is wrong, and the right one is among those named. */
  private static boolean amongCandidates(Finding finding, Mutant mutant) {
    boolean gap = !mutant.named().isEmpty() && finding.cause().contains("漏列");
    boolean sheet =
        finding.cells().stream()
            .limit(1)
            .anyMatch(
                cell ->
                    mutant.culprits().stream().anyMatch(own -> own.sheet().equals(cell.sheet())));
    return gap && sheet
        || finding.cause().contains("无法判断")
            && finding.cells().stream().anyMatch(mutant.culprits()::contains);
  }

  private static boolean inRow(Finding finding, Mutant mutant) {
    return !finding.cells().isEmpty() && sameRow(finding.cells().get(0), mutant.culprits());
  }

  private static boolean sameRow(CellRef cell, Set<CellRef> culprits) {
    return culprits.stream()
        .anyMatch(culprit -> culprit.sheet().equals(cell.sheet()) && culprit.row() == cell.row());
  }

  private void note(
      String what, Mutation kind, String file, Mutant mutant, List<Finding> findings) {
    if (List.of(SHOWN.split(",")).contains(what)) {
      notes.add(
          what
              + " "
              + kind
              + " "
              + file
              + " "
              + mutant.culprits().stream().limit(3).toList()
              + " "
              + mutant.changed().values().stream().limit(3).toList()
              + mutant.named()
              + findings.stream()
                  .map(
                      own ->
                          "\n    "
                              + own.rule()
                              + " "
                              + own.message()
                              + own.cells().stream().limit(1).toList())
                  .toList());
    }
  }

  private Count total() {
    Count total = new Count();
    counts.values().forEach(total::add);
    return total;
  }

  /** Percent of the visible errors that were found. */
  int recall() {
    Count total = total();
    return total.visible == 0 ? 0 : total.found * 100 / total.visible;
  }

  /** Percent of the errors found whose row was the first one named. */
  int blamed() {
    Count total = total();
    return total.found == 0 ? 0 : total.row * 100 / total.found;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "| 错误 | 种下 | 算术可见 | 查出 | 查出率 | 指对格 | 指对行 | 指对或列入候选 | 每错几条 | 不可见而查出 |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n");
    counts.forEach(
        (kind, count) ->
            text.append("| ").append(kind.title).append(' ').append(count.line()).append('\n'));
    text.append("| 合计 ").append(total().line()).append('\n');
    notes.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
