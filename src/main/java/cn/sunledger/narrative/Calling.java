package cn.sunledger.narrative;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a workbook is a 部门's or that of a single 单位, which its titles say. */
final class Calling {
  static final String DEPARTMENT = "部门";
  static final String UNIT = "单位";

  private static final Pattern OF_DEPARTMENT =
      Pattern.compile("部门(?:整体|财务|预算|决算|收支|收入|支出|财政|一般|政府|“三公”|三公)");
  private static final Pattern OF_UNIT =
      Pattern.compile("单位(?:整体|财务|预算|决算|收支|收入|支出|财政|一般|政府|“三公”|三公)");

  private Calling() {}

  /** 单位 where titles speak of the 单位 more often than of the 部门, else 部门. */
  static String of(Disclosure disclosure) {
    List<String> titles =
        disclosure.tables().stream()
            .filter(table -> !table.document().isPerformance())
            .map(DisclosureTable::title)
            .toList();
    long departments = titles.stream().filter(title -> OF_DEPARTMENT.matcher(title).find()).count();
    long units = titles.stream().filter(title -> OF_UNIT.matcher(title).find()).count();
    return units > departments ? UNIT : DEPARTMENT;
  }
}
