package cn.sunledger.check.rules;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Indicator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The indicators of a table by what they belong to: a list of several projects holds those of each
 * below its money; forms of several years print the targets of the whole term and of the year
 * beside each other.
 */
final class IndicatorGroups {
  private IndicatorGroups() {}

  /**
   * The indicators of each project.
   *
   * @param view the table
   * @return one list for the form of a single project
   */
  static List<List<Indicator>> byProject(TableView view) {
    TreeSet<Integer> money = new TreeSet<>();
    for (Fact fact : view.table().facts()) {
      if (fact.unit().isMoney() && !fact.measure().startsWith("indicator")) {
        money.add(fact.cell().row());
      }
    }
    Map<Integer, List<Indicator>> groups = new TreeMap<>();
    for (Indicator indicator : view.table().indicators()) {
      Integer head = money.floor(indicator.target().cell().row());
      groups.computeIfAbsent(head == null ? -1 : head, key -> new ArrayList<>()).add(indicator);
    }
    return List.copyOf(groups.values());
  }

  /**
   * The targets that are for one and the same period of one project: those of one column, and of
   * them only where the form does not list most of its indicators once more for another period.
   *
   * @param view the table
   */
  static List<List<Indicator>> byPeriod(TableView view) {
    List<List<Indicator>> groups = new ArrayList<>();
    for (List<Indicator> project : byProject(view)) {
      Map<Integer, List<Indicator>> columns = new LinkedHashMap<>();
      for (Indicator indicator : project) {
        int column = indicator.target().cell().column();
        columns.computeIfAbsent(column, key -> new ArrayList<>()).add(indicator);
      }
      columns.values().stream().filter(own -> !listedAgain(own)).forEach(groups::add);
    }
    return groups;
  }

  private static boolean listedAgain(List<Indicator> indicators) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    indicators.forEach(indicator -> counts.merge(indicator.path(), 1, Integer::sum));
    long again = counts.values().stream().filter(count -> count > 1).count();
    return counts.size() > 2 && again * 2 > counts.size();
  }
}
