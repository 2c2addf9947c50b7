package cn.sunledger.check;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One mistake, one finding: what other rules say of the same cell becomes a symptom. */
final class Merging {
  private static final String ROW = "D-08";

  /** What else is said of a row with a wrong code: its name, its place, its parents. */
  private static final Set<String> ABOUT_ROWS = Set.of("C-02", "C-03", "C-11", "T-27", "T-33");

  private Merging() {}

  /**
   * Merges findings.
   *
   * @param diagnosed what the comparisons come to
   * @param others what other rules found
   * @param symptomOf by rule the rule that says more of the same cell
   * @return all findings; of those that name the same cell first, one
   */
  static List<Finding> merge(
      List<Finding> diagnosed, List<Finding> others, Map<String, String> symptomOf) {
    List<Finding> left = new ArrayList<>(others);
    List<Finding> merged = new ArrayList<>();
    for (Finding finding : diagnosed) {
      List<Finding> same =
          left.stream()
              .filter(other -> !other.cells().isEmpty() && !finding.cells().isEmpty())
              .filter(other -> sameCause(finding, other))
              .filter(other -> other.severity() != Severity.INFO)
              .toList();
      left.removeAll(same);
      merged.add(same.isEmpty() ? finding : with(finding, same));
    }
    for (Finding finding : left) {
      boolean told =
          left.stream()
              .anyMatch(
                  other ->
                      symptomOf.getOrDefault(finding.rule(), "").equals(other.rule())
                          && other.cells().get(0).equals(finding.cells().get(0)));
      if (!told) {
        merged.add(finding);
      }
    }
    return merged;
  }

  /** The same cell; or, of a row that is missing or miscoded, a cell of that row or beside it. */
  private static boolean sameCause(Finding finding, Finding other) {
    CellRef one = finding.cells().get(0);
    CellRef two = other.cells().get(0);
    boolean row =
        finding.rule().equals(ROW)
            && ABOUT_ROWS.contains(other.rule())
            && one.sheet().equals(two.sheet())
            && Math.abs(one.row() - two.row()) <= 1;
    return row || one.equals(two);
  }

  private static Finding with(Finding finding, List<Finding> more) {
    List<Finding> symptoms = new ArrayList<>(finding.symptoms());
    symptoms.addAll(more);
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.message(),
        finding.table(),
        finding.cells(),
        finding.stated(),
        finding.expected(),
        finding.difference(),
        finding.allowed(),
        finding.cause(),
        symptoms,
        finding.accepted());
  }
}
