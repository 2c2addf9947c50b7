package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Labels;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 核对结果: the verdict, every finding, what was recognised and what was not checked. */
final class FindingsSheet {
  /** The column a user writes in. */
  static final String OPINION = "处理意见";

  /** The hidden column by which a finding is known again. */
  static final String KEY = "标识（勿改）";

  private static final int LAST = 10;

  /** So many findings fit on a page; only beyond them is their heading repeated. */
  private static final int ONE_PAGE = 20;

  private static final int KEY_COLUMN = 11;

  private final SheetDraft draft = new SheetDraft(6, 7, 11, 24, 24, 48, 14, 14, 12, 28, 26, 10);
  private final Disclosure disclosure;
  private final CheckReport report;
  private final OwnNames names;
  private final Map<String, String> opinions;
  private final Optional<String> notice;

  private FindingsSheet(
      Disclosure disclosure,
      CheckReport report,
      OwnNames names,
      Map<String, String> opinions,
      Optional<String> notice) {
    this.disclosure = disclosure;
    this.report = report;
    this.names = names;
    this.opinions = new LinkedHashMap<>(opinions);
    this.notice = notice;
  }

  /** The sheet; opinions that a user wrote earlier go to their findings. */
  static OwnSheet of(
      Disclosure disclosure,
      CheckReport report,
      OwnNames names,
      Map<String, String> opinions,
      Optional<String> notice) {
    return new FindingsSheet(disclosure, report, names, opinions, notice).write();
  }

  private OwnSheet write() {
    top();
    int header = draft.row();
    String[] labels = {"序号", "级别", "规则", "所在表", "单元格", "问题", "表内数", "应为", "差额", "可能原因", OPINION};
    for (int i = 0; i < labels.length; i++) {
      draft.text(i, Palette.HEADER, labels[i]);
    }
    draft.text(KEY_COLUMN, Palette.HIDDEN_KEY, KEY).end(24);
    findings();
    int lastFinding = draft.row() - 1;
    recognised();
    left();
    notChecked();
    remarks();
    gone();
    String area = "A1:" + References.a1(draft.row() - 1, LAST);
    return new OwnSheet(
        OwnSheet.Role.FINDINGS,
        names.of(OwnSheet.Role.FINDINGS),
        Palette.TAB,
        draft.columns(KEY_COLUMN),
        draft.rows(),
        draft.merges(),
        Optional.of(References.a1(header + 1, 0)),
        report.findings().isEmpty()
            ? Optional.empty()
            : Optional.of(References.a1(header, 0) + ":" + References.a1(lastFinding, KEY_COLUMN)),
        List.of(),
        List.of(),
        new OwnSheet.Page(
            true,
            area,
            lastFinding - header > ONE_PAGE
                ? Optional.of("$" + (header + 1) + ":$" + (header + 1))
                : Optional.empty()),
        OwnSheet.MARKS_FROM);
  }

  private void top() {
    draft.text(0, LAST, Palette.TITLE, heading(disclosure) + "核对结果").end(34);
    Look verdict =
        Palette.PLAIN.set(Palette.SANS, 12).strong().wrapped().indented(1).on(worstGround());
    draft.text(0, LAST, verdict, verdict(report)).end(30);
    notice.ifPresent(text -> draft.text(0, LAST, Palette.NOTE.in(Palette.ALERT), text).end(22));
    count(0, 1, Severity.ERROR);
    count(2, 2, Severity.WARNING);
    count(3, 3, Severity.INFO);
    draft.text(
        4,
        5,
        Palette.CENTERED,
        "核对 %d 项 · 完全相符 %d 项 · 未核对 %d 项"
            .formatted(report.comparisons(), report.passed(), report.notChecked().size()));
    jump(6, 7, OwnSheet.Role.COMPARISON);
    jump(8, 9, OwnSheet.Role.NARRATIVE);
    jump(10, 10, OwnSheet.Role.MANUAL_ITEMS);
    draft.end(24);
  }

  private void jump(int from, int to, OwnSheet.Role role) {
    names
        .link(role)
        .ifPresent(
            link ->
                draft.link(
                    from, to, Palette.LINKED.at(Look.Across.CENTER), role.title() + " →", link));
  }

  /** Whose workbook this is, as the beginning of a title. */
  static String heading(Disclosure disclosure) {
    String year = disclosure.year().map(number -> number + "年度").orElse("");
    return (disclosure.unitName().isEmpty() ? "" : disclosure.unitName() + " ")
        + year
        + disclosure.document().title()
        + " · ";
  }

  private void count(int from, int to, Severity severity) {
    int count = report.count(severity);
    Look look = count > 0 ? Palette.severity(severity) : Palette.CENTERED.in(Palette.MUTED);
    draft.text(from, to, look, severity.title() + " " + count);
  }

  private String worstGround() {
    for (Severity severity : Severity.values()) {
      if (report.count(severity) > 0) {
        return Palette.severity(severity).fill();
      }
    }
    return "E7F3EA";
  }

  /** The verdict in one sentence. */
  static String verdict(CheckReport report) {
    List<String> found = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (report.count(severity) > 0) {
        found.add(severity.title() + " " + report.count(severity) + " 处");
      }
    }
    String checked =
        report.comparisons() == 0 ? "没有可以核对的项目，" : "共核对 " + report.comparisons() + " 项，";
    String result = found.isEmpty() ? "未发现问题" : "发现" + String.join("、", found);
    String open =
        report.notChecked().isEmpty() ? "。" : "；未核对 " + report.notChecked().size() + " 项，原因见下。";
    return checked + result + open;
  }

  private void findings() {
    List<String> keys = FindingKey.of(report.findings());
    int number = 0;
    for (Finding finding : report.findings()) {
      String key = keys.get(number++);
      finding(Integer.toString(number), finding, finding.severity().title());
      draft
          .text(LAST, Palette.OPINION, opinions.getOrDefault(key, ""))
          .text(KEY_COLUMN, Palette.HIDDEN_KEY, key)
          .end();
      opinions.remove(key);
      int part = 0;
      for (Finding symptom : finding.symptoms()) {
        finding(number + "." + ++part, symptom, "连带");
        draft.text(LAST, Palette.CELL, "").end();
      }
    }
    if (report.findings().isEmpty()) {
      draft.text(0, LAST, Palette.CENTERED.in(Palette.MUTED), "没有发现问题。").end(28);
    }
  }

  private void finding(String number, Finding finding, String label) {
    draft.text(0, Palette.CENTERED, number);
    draft.text(1, Palette.severity(finding.severity()), label);
    draft.text(2, Palette.CENTERED, finding.rule());
    draft.text(3, Palette.CELL, finding.table());
    List<CellRef> cells = finding.cells().stream().distinct().toList();
    if (cells.isEmpty()) {
      draft.text(4, Palette.CELL, "");
    } else {
      String more = cells.size() > 1 ? " 等" + cells.size() + "处" : "";
      draft.link(4, 4, Palette.CELL_LINK, brief(cells.get(0)) + more, OwnNames.link(cells.get(0)));
    }
    draft.text(5, Palette.CELL, finding.message());
    draft.figure(6, Palette.RIGHT, finding.stated());
    draft.figure(7, Palette.RIGHT, finding.expected());
    draft.figure(8, Palette.RIGHT, finding.difference());
    String accepted = finding.accepted().map(reason -> "已说明：" + reason).orElse("");
    String separator = finding.cause().isEmpty() || accepted.isEmpty() ? "" : "\n";
    draft.text(9, Palette.CELL, finding.cause() + separator + accepted);
  }

  /** A cell with so much of its sheet's name as fits into the column. */
  private static String brief(CellRef cell) {
    StringBuilder sheet = new StringBuilder();
    for (int c : cell.sheet().codePoints().toArray()) {
      if (TextMeasure.width(sheet.toString()) >= 9) {
        return sheet.toString().strip() + "…!" + cell.a1();
      }
      sheet.appendCodePoint(c);
    }
    return cell.toString();
  }

  private void section(String title) {
    draft.space(1);
    draft.text(0, LAST, Palette.SECTION, title).end(26);
  }

  private void recognised() {
    section("识别出的表（" + disclosure.tables().size() + " 张）");
    subheader("序号", 1, 4, "表名", 5, 5, "工作表", 6, 6, "表号");
    subheader(null, 7, 7, "年度", 8, 8, "单位", 9, 9, "数据个数", 10, 10, "说明");
    draft.end();
    int number = 0;
    for (DisclosureTable table : disclosure.tables()) {
      draft.text(0, Palette.CENTERED, Integer.toString(++number));
      draft.text(1, 4, Palette.CELL, name(table));
      draft.link(5, 5, Palette.CELL_LINK, table.sheet(), OwnNames.link(table.titleCell()));
      draft.text(6, Palette.CENTERED, table.tag());
      draft.text(7, Palette.CENTERED, table.year().map(year -> year + "").orElse(""));
      draft.text(8, Palette.CENTERED, table.unit().label());
      draft.text(9, Palette.CENTERED, Integer.toString(table.facts().size()));
      draft.text(10, Palette.CELL, String.join("\n", table.remarks())).end();
    }
    if (disclosure.tables().isEmpty()) {
      draft.text(0, LAST, Palette.CENTERED.in(Palette.MUTED), "没有识别出公开表。").end(28);
    }
  }

  /** The table's name, and what is printed where that is another one. */
  private static String name(DisclosureTable table) {
    if (table.id().isEmpty()) {
      return table.title() + "（没有对应的表样，按表头读出）";
    }
    String printed = table.title();
    return Labels.normal(printed).equals(Labels.normal(table.name()))
        ? table.name()
        : table.name() + "（表内标题：" + printed + "）";
  }

  /** A heading row: label of the first column (or none), then first, last column and label. */
  private void subheader(String first, Object... triples) {
    if (first != null) {
      draft.text(0, Palette.SUBHEADER, first);
    }
    for (int i = 0; i < triples.length; i += 3) {
      draft.text(
          (Integer) triples[i],
          (Integer) triples[i + 1],
          Palette.SUBHEADER,
          (String) triples[i + 2]);
    }
  }

  private void left() {
    if (disclosure.leftSheets().isEmpty()) {
      return;
    }
    section("没有读出表的工作表");
    subheader("序号", 1, 4, "工作表", 5, 6, "原因", 7, 8, "最接近的表", 9, 10, "缺少的内容");
    draft.end();
    int number = 0;
    for (Disclosure.LeftSheet left : disclosure.leftSheets()) {
      draft.text(0, Palette.CENTERED, Integer.toString(++number));
      draft.link(
          1, 4, Palette.CELL_LINK, left.sheet(), OwnNames.link(new CellRef(left.sheet(), 0, 0)));
      draft.text(5, 6, Palette.CELL, left.reason());
      draft.text(7, 8, Palette.CELL, left.nearest());
      draft.text(9, 10, Palette.CELL, String.join("、", left.missing())).end();
    }
  }

  private void notChecked() {
    if (report.notChecked().isEmpty()) {
      return;
    }
    Map<List<String>, Set<String>> reasons = new LinkedHashMap<>();
    for (CheckReport.NotChecked rule : report.notChecked()) {
      reasons
          .computeIfAbsent(List.of(rule.rule(), rule.title()), key -> new LinkedHashSet<>())
          .add(rule.reason());
    }
    section("未核对的规则（" + reasons.size() + " 条，共 " + report.notChecked().size() + " 项）");
    subheader("序号", 1, 2, "规则", 3, 5, "核对内容", 6, 10, "未核对的原因");
    draft.end();
    int number = 0;
    for (Map.Entry<List<String>, Set<String>> rule : reasons.entrySet()) {
      draft.text(0, Palette.CENTERED, Integer.toString(++number));
      draft.text(1, 2, Palette.CENTERED, rule.getKey().get(0));
      draft.text(3, 5, Palette.CELL, rule.getKey().get(1));
      draft.text(6, 10, Palette.CELL, String.join("；", rule.getValue())).end();
    }
  }

  private void remarks() {
    if (disclosure.remarks().isEmpty()) {
      return;
    }
    section("读取说明");
    int number = 0;
    for (String remark : disclosure.remarks()) {
      draft.text(0, Palette.CENTERED, Integer.toString(++number));
      draft.text(1, 10, Palette.CELL, remark).end();
    }
  }

  /** Opinions on findings that are no more are kept, for they are somebody's work. */
  private void gone() {
    if (opinions.isEmpty()) {
      return;
    }
    section("已不再出现的问题（原处理意见留存备查）");
    subheader("序号", 1, 2, "规则", 3, 9, "单元格", 10, 10, OPINION);
    draft.end();
    int number = 0;
    for (Map.Entry<String, String> each : opinions.entrySet()) {
      int at = each.getKey().indexOf('@');
      draft.text(0, Palette.CENTERED, Integer.toString(++number));
      draft.text(1, 2, Palette.CENTERED, each.getKey().substring(0, Math.max(0, at)));
      draft.text(3, 9, Palette.CELL, each.getKey().substring(at + 1));
      draft.text(10, Palette.OPINION, each.getValue());
      draft.text(KEY_COLUMN, Palette.HIDDEN_KEY, each.getKey()).end();
    }
  }
}
