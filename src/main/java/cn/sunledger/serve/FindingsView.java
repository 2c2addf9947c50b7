package cn.sunledger.serve;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 核对结果 as the page shows it: worst first, each with its cells. */
public final class FindingsView {
  private FindingsView() {}

  /**
   * One finding.
   *
   * @param number its place in the list, from 0
   * @param severity the word for its severity
   * @param severityTitle the same for people
   * @param rule the rule's id
   * @param table the table it belongs to
   * @param message what is wrong
   * @param stated what is printed
   * @param expected what was expected
   * @param difference by how much it is off
   * @param cause the likely cause
   * @param accepted the reason for accepting it; empty where it is not
   * @param cells the cell to look at first, then the operands
   * @param symptoms sentences that follow from it
   */
  public record Row(
      int number,
      String severity,
      String severityTitle,
      String rule,
      String table,
      String message,
      String stated,
      String expected,
      String difference,
      String cause,
      String accepted,
      List<Link> cells,
      List<String> symptoms) {}

  /**
   * A cell with what it is called.
   *
   * @param spot the cell
   * @param label what it is called beside the others
   */
  public record Link(Spot spot, String label) {}

  /**
   * Something to know besides.
   *
   * @param about what it is about
   * @param text what is said
   */
  public record Remark(String about, String text) {}

  static List<Row> rows(CheckReport report, String file) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : report.findings()) {
      rows.add(row(rows.size(), finding, file));
    }
    return rows;
  }

  private static Row row(int number, Finding finding, String file) {
    return new Row(
        number,
        finding.severity().id(),
        finding.severity().title(),
        finding.rule(),
        finding.table().isEmpty() ? "全部表" : finding.table(),
        message(finding),
        finding.stated(),
        finding.expected(),
        finding.difference(),
        finding.cause(),
        finding.accepted().orElse(""),
        spots(finding, file),
        finding.symptoms().stream().map(FindingsView::message).toList());
  }

  /** Cells beside the first, on its sheet, are called by their address only. */
  private static List<Link> spots(Finding finding, String file) {
    String sheet = finding.cells().isEmpty() ? "" : finding.cells().get(0).sheet();
    List<Link> links = new ArrayList<>();
    for (CellRef cell : finding.cells().stream().distinct().toList()) {
      boolean near = !links.isEmpty() && cell.sheet().equals(sheet);
      links.add(new Link(Spot.of(cell, file), near ? cell.a1() : cell.toString()));
    }
    return links;
  }

  /** The table stands above already. */
  private static String message(Finding finding) {
    String start = finding.table() + "：";
    return finding.message().startsWith(start)
        ? finding.message().substring(start.length())
        : finding.message();
  }

  /** The tables that have findings, in the order of the list. */
  static List<String> tables(List<Row> rows) {
    return rows.stream().map(Row::table).distinct().toList();
  }

  /** What was not checked: rules that could not run for the same reason stand together. */
  static List<Remark> notChecked(CheckReport report) {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (CheckReport.NotChecked rule : report.notChecked()) {
      byReason
          .computeIfAbsent(rule.reason(), reason -> new LinkedHashSet<>())
          .add(rule.rule() + " " + rule.title());
    }
    return byReason.entrySet().stream()
        .map(entry -> new Remark(entry.getKey(), String.join("、", entry.getValue())))
        .toList();
  }

  /** What was recognised, and what a reader should know of how it was read. */
  static List<Remark> read(Disclosure disclosure) {
    List<Remark> remarks = new ArrayList<>();
    for (DisclosureTable table : disclosure.tables()) {
      String kind = table.id().isPresent() ? "" : "（没有对应的表样，按表头读取）";
      String more = table.remarks().isEmpty() ? "" : "；" + String.join("；", table.remarks());
      remarks.add(
          new Remark(
              table.sheet(), table.name() + kind + "，" + table.facts().size() + " 个数" + more));
    }
    for (Disclosure.LeftSheet left : disclosure.leftSheets()) {
      String near = left.nearest().isEmpty() ? "" : "，最接近“" + left.nearest() + "”";
      String lacks = left.missing().isEmpty() ? "" : "，缺少：" + String.join("、", left.missing());
      remarks.add(new Remark(left.sheet(), "没有读成表：" + left.reason() + near + lacks));
    }
    disclosure.remarks().forEach(remark -> remarks.add(new Remark("整份工作簿", remark)));
    return remarks;
  }

  /** The worst that is said of each cell, and which findings say it. */
  static Map<CellRef, Mark> marks(CheckReport report) {
    Map<CellRef, Mark> marks = new LinkedHashMap<>();
    for (int number = 0; number < report.findings().size(); number++) {
      Finding finding = report.findings().get(number);
      List<CellRef> cells = finding.cells();
      for (int i = 0; i < cells.size(); i++) {
        Mark mark = new Mark(finding.severity().id(), i == 0, number, message(finding));
        marks.merge(cells.get(i), mark, Mark::worse);
      }
    }
    return marks;
  }

  /**
   * What is said of a cell.
   *
   * @param severity the word for the severity
   * @param first whether it is the cell to look at first
   * @param finding the finding's place in the list
   * @param message what is wrong
   */
  record Mark(String severity, boolean first, int finding, String message) {
    /** Findings come worst first; being looked at first counts more than being an operand. */
    Mark worse(Mark later) {
      return later.severity.equals(severity) && later.first && !first ? later : this;
    }
  }
}
