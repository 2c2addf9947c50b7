package cn.sunledger.annotate.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds in the texts of a former annotation what a user filled in. */
public final class FormerTexts {
  private FormerTexts() {}

  /**
   * The answers in 待填事项 by key.
   *
   * @param former the former annotation
   */
  public static Map<String, String> answers(FormerAnnotation former) {
    return pairs(
        former.of(OwnSheet.Role.MANUAL_ITEMS), ManualItemsSheet.KEY, ManualItemsSheet.ANSWER);
  }

  /**
   * The opinions in 核对结果 by the key of their finding.
   *
   * @param former the former annotation
   */
  public static Map<String, String> opinions(FormerAnnotation former) {
    return pairs(former.of(OwnSheet.Role.FINDINGS), FindingsSheet.KEY, FindingsSheet.OPINION);
  }

  /** The columns are found by their headings, for a user may have moved them. */
  private static Map<String, String> pairs(
      List<Map<Integer, String>> rows, String keyHeading, String valueHeading) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int key = -1;
    int value = -1;
    for (Map<Integer, String> row : rows) {
      if (key < 0) {
        key = columnOf(row, keyHeading);
        value = columnOf(row, valueHeading);
        key = value < 0 ? -1 : key;
      } else {
        String filled = row.getOrDefault(value, "").strip();
        String name = row.getOrDefault(key, "").strip();
        if (!filled.isEmpty() && !name.isEmpty()) {
          pairs.put(name, filled);
        }
      }
    }
    return pairs;
  }

  private static int columnOf(Map<Integer, String> row, String heading) {
    return row.entrySet().stream()
        .filter(cell -> cell.getValue().strip().equals(heading))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }
}
