package cn.sunledger.annotate.content;

import cn.sunledger.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a finding is known again after the workbook was checked anew: its rule and its first cell.
 */
public final class FindingKey {
  private FindingKey() {}

  /**
   * The keys of findings, in order; a second finding with the same rule and cell gets a number.
   *
   * @param findings the findings
   */
  public static List<String> of(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (Finding finding : findings) {
      String cell = finding.cells().isEmpty() ? finding.table() : finding.cells().get(0).toString();
      String key = finding.rule() + "@" + cell;
      int count = seen.merge(key, 1, Integer::sum);
      keys.add(count == 1 ? key : key + "#" + count);
    }
    return keys;
  }
}
