package cn.sunledger.report;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 核对结果 as text: the verdict, the findings by table, worst first, and what was not checked. */
public final class CheckText {
  private static final int MOST_CELLS = 12;
  private static final int MOST_SHEETS = 3;

  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private int files;
  private int accepted;

  /** How many workbooks were told of. */
  public int files() {
    return files;
  }

  /** What all workbooks come to; nothing where there was one only. */
  public List<String> summary() {
    if (files < 2) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    counts.forEach((severity, count) -> found.add(severity.title() + " " + count + " 处"));
    String result = found.isEmpty() ? "没有发现问题" : "发现" + String.join("、", found);
    String known = accepted == 0 ? "" : "（其中已接受 " + accepted + " 处）";
    return List.of("", "共 " + files + " 份工作簿，" + result + known + "。");
  }

  /**
   * The lines about one workbook.
   *
   * @param file how the workbook is named
   * @param disclosure its tables
   * @param report what the rules said
   */
  public List<String> lines(String file, Disclosure disclosure, CheckReport report) {
    files++;
    accepted += report.accepted();
    for (Severity severity : Severity.values()) {
      if (report.count(severity) > 0) {
        counts.merge(severity, report.count(severity), Integer::sum);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(Shown.text(file) + about(disclosure));
    lines.add("  " + verdict(report));
    lines.add("  " + read(disclosure));
    byTable(report.findings()).forEach((table, findings) -> table(lines, table, findings));
    notRead(lines, disclosure);
    notChecked(lines, report.notChecked());
    return lines;
  }

  /**
   * The verdict in one sentence.
   *
   * @param report what the rules said
   */
  public static String verdict(CheckReport report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (report.count(severity) > 0) {
        counts.add(severity.title() + " " + report.count(severity) + " 处");
      }
    }
    if (report.comparisons() == 0 && counts.isEmpty()) {
      return "没有可以核对的关系" + open(report) + "。";
    }
    String accepted = report.accepted() == 0 ? "" : "（其中已接受 " + report.accepted() + " 处）";
    String found = counts.isEmpty() ? "没有发现问题" : "发现" + String.join("、", counts) + accepted;
    return "共核对 " + report.comparisons() + " 项，" + found + open(report) + "。";
  }

  private static String open(CheckReport report) {
    int open = report.notChecked().size();
    return open == 0 ? "" : "；未核对 " + open + " 项";
  }

  private static String about(Disclosure disclosure) {
    List<String> parts = new ArrayList<>();
    if (!disclosure.unitName().isEmpty()) {
      parts.add(Shown.text(disclosure.unitName()));
    }
    disclosure.year().ifPresent(year -> parts.add(year + "年度"));
    parts.add(disclosure.document().title());
    return "（" + String.join("，", parts) + "）";
  }

  private static String read(Disclosure disclosure) {
    int facts = disclosure.tables().stream().mapToInt(table -> table.facts().size()).sum();
    long generic = disclosure.tables().stream().filter(table -> table.id().isEmpty()).count();
    String byHeader = generic == 0 ? "" : "，其中 " + generic + " 张没有对应的表样，按表头读取";
    return "读出 " + disclosure.tables().size() + " 张表、" + facts + " 个数" + byHeader + "。";
  }

  private static Map<String, List<Finding>> byTable(List<Finding> findings) {
    Map<String, List<Finding>> tables = new LinkedHashMap<>();
    for (Finding finding : findings) {
      tables.computeIfAbsent(finding.table(), table -> new ArrayList<>()).add(finding);
    }
    return tables;
  }

  private static void table(List<String> lines, String table, List<Finding> findings) {
    lines.add("");
    lines.add("  " + (table.isEmpty() ? "全部表" : Shown.text(table)));
    for (Finding finding : findings) {
      finding(lines, "    ", finding);
      finding.symptoms().forEach(symptom -> finding(lines, "        因此 ", symptom));
    }
  }

  private static void finding(List<String> lines, String indent, Finding finding) {
    List<CellRef> cells = finding.cells();
    String where = cells.isEmpty() ? "" : " " + Shown.text(cells.get(0).toString());
    lines.add(indent + finding.severity().title() + where + "（" + finding.rule() + "）");
    String deeper = " ".repeat(TextTable.width(indent) + 2);
    lines.add(deeper + Shown.text(message(finding)));
    if (!finding.cause().isEmpty()) {
      lines.add(deeper + "可能的原因：" + Shown.text(finding.cause()));
    }
    if (cells.size() > 1) {
      lines.add(deeper + "涉及：" + others(cells));
    }
    finding.accepted().ifPresent(why -> lines.add(deeper + "已接受：" + Shown.text(why)));
  }

  /** The table stands above already. */
  private static String message(Finding finding) {
    String start = finding.table() + "：";
    return finding.message().startsWith(start)
        ? finding.message().substring(start.length())
        : finding.message();
  }

  private static String others(List<CellRef> cells) {
    String shown =
        cells.stream()
            .limit(MOST_CELLS)
            .map(cell -> Shown.text(cell.toString()))
            .collect(Collectors.joining("、"));
    return cells.size() > MOST_CELLS ? shown + " 等 " + cells.size() + " 格" : shown;
  }

  private static void notRead(List<String> lines, Disclosure disclosure) {
    List<String> left = new ArrayList<>();
    for (Disclosure.LeftSheet sheet : disclosure.leftSheets()) {
      String near = sheet.nearest().isEmpty() ? "" : "，最接近“" + sheet.nearest() + "”";
      String lacks = sheet.missing().isEmpty() ? "" : "，缺少：" + String.join("、", sheet.missing());
      left.add("    " + Shown.text(sheet.sheet() + "：" + sheet.reason() + near + lacks));
    }
    tableRemarks(disclosure)
        .forEach((remark, sheets) -> left.add("    " + Shown.text(some(sheets) + "：" + remark)));
    disclosure.remarks().forEach(remark -> left.add("    " + Shown.text(remark)));
    if (!left.isEmpty()) {
      lines.add("");
      lines.add("  读取说明");
      lines.addAll(left);
    }
  }

  /** What is said of several sheets is said once. */
  private static Map<String, Set<String>> tableRemarks(Disclosure disclosure) {
    Map<String, Set<String>> sheets = new LinkedHashMap<>();
    for (DisclosureTable table : disclosure.tables()) {
      for (String remark : table.remarks()) {
        sheets.computeIfAbsent(remark, key -> new LinkedHashSet<>()).add(table.sheet());
      }
    }
    return sheets;
  }

  private static String some(Set<String> sheets) {
    String first = sheets.stream().limit(MOST_SHEETS).collect(Collectors.joining("、"));
    return sheets.size() > MOST_SHEETS ? first + " 等 " + sheets.size() + " 张工作表" : first;
  }

  /** Rules that could not run for the same reason share a line. */
  private static void notChecked(List<String> lines, List<CheckReport.NotChecked> rules) {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (CheckReport.NotChecked rule : rules) {
      byReason.computeIfAbsent(rule.reason(), reason -> new LinkedHashSet<>()).add(rule.rule());
    }
    if (!byReason.isEmpty()) {
      lines.add("");
      lines.add("  未核对 " + rules.size() + " 项");
      byReason.forEach(
          (reason, ids) -> lines.add("    " + Shown.text(reason) + "：" + String.join("、", ids)));
    }
  }
}
