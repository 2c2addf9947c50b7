package cn.sunledger.annotate.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bars behind the rates of 执行率与同比, one colour for each kind of rate. */
final class RateBars {
  private RateBars() {}

  /**
   * The bars of 执行率与同比.
   *
   * @param rated the rows that hold a rate, by column
   */
  static List<DataBar> of(Map<Integer, List<Integer>> rated) {
    List<DataBar> bars = new ArrayList<>();
    bar(bars, rated.get(ComparisonSheet.EXECUTION), ComparisonSheet.EXECUTION, 0, "A9C7E0");
    bar(bars, rated.get(ComparisonSheet.CHANGE_RATE), ComparisonSheet.CHANGE_RATE, -1, "A8CFBB");
    bar(bars, rated.get(ComparisonSheet.SHARE), ComparisonSheet.SHARE, 0, "D9D2B0");
    bar(bars, rated.get(ComparisonSheet.CONTRIBUTION), ComparisonSheet.CONTRIBUTION, -1, "C9BEDD");
    return bars;
  }

  private static void bar(
      List<DataBar> bars, List<Integer> rated, int column, int least, String color) {
    List<Integer> rows = rated == null ? List.of() : rated;
    StringBuilder ranges = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      int first = rows.get(i);
      while (i + 1 < rows.size() && rows.get(i + 1) == rows.get(i) + 1) {
        i++;
      }
      ranges.append(ranges.length() == 0 ? "" : " ").append(References.a1(first, column));
      ranges.append(first == rows.get(i) ? "" : ":" + References.a1(rows.get(i), column));
    }
    if (ranges.length() > 0) {
      bars.add(new DataBar(ranges.toString(), Optional.of(least), Optional.of(1), color, "E7A9A2"));
    }
  }
}
