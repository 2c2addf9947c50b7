package cn.sunledger.check;

import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One mistake, one finding: what other rules say of the same cell becomes a symptom. */
final class Merging {
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
              .filter(other -> other.cells().get(0).equals(finding.cells().get(0)))
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
