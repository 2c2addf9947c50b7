package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written on the cells that findings touch: one comment and one ground per cell. */
final class CellMarks {
  private static final int MOST_FINDINGS = 8;
  private static final int MOST_CELLS = 10;

  private record Draft(List<String> texts, CellMark.Tint tint) {}

  private final Map<CellRef, Draft> drafts = new LinkedHashMap<>();

  private CellMarks() {}

  /** The marks of all findings, those that follow from others included. */
  static List<CellMark> of(List<Finding> findings) {
    CellMarks marks = new CellMarks();
    for (Finding finding : findings) {
      marks.add(finding);
      finding.symptoms().forEach(marks::add);
    }
    List<CellMark> all = new ArrayList<>();
    marks.drafts.forEach((cell, draft) -> all.add(mark(cell, draft)));
    return all;
  }

  private static CellMark mark(CellRef cell, Draft draft) {
    List<String> texts = draft.texts();
    String text =
        texts.size() <= MOST_FINDINGS
            ? String.join("\n\n", texts)
            : String.join("\n\n", texts.subList(0, MOST_FINDINGS))
                + "\n\n另有 "
                + (texts.size() - MOST_FINDINGS)
                + " 条，见“"
                + OwnSheet.Role.FINDINGS.title()
                + "”。";
    return new CellMark(cell, draft.tint(), text);
  }

  private void add(Finding finding) {
    List<CellRef> cells = finding.cells().stream().distinct().toList();
    for (int i = 0; i < cells.size(); i++) {
      CellMark.Tint tint = tint(finding.severity(), i == 0);
      String text = text(finding, cells, i);
      drafts.merge(
          cells.get(i),
          new Draft(List.of(text), tint),
          (before, now) -> {
            List<String> texts = new ArrayList<>(before.texts());
            texts.addAll(now.texts());
            return new Draft(
                texts, before.tint().compareTo(now.tint()) <= 0 ? before.tint() : now.tint());
          });
    }
  }

  private static CellMark.Tint tint(Severity severity, boolean first) {
    return switch (severity) {
      case ERROR -> first ? CellMark.Tint.ERROR : CellMark.Tint.ERROR_OPERAND;
      case WARNING -> first ? CellMark.Tint.WARNING : CellMark.Tint.WARNING_OPERAND;
      case INFO -> CellMark.Tint.INFO;
    };
  }

  private static String text(Finding finding, List<CellRef> cells, int place) {
    StringBuilder text = new StringBuilder();
    text.append('【').append(finding.severity().title()).append("】").append(finding.rule());
    text.append('　').append(finding.message());
    if (finding.severity() == Severity.INFO && place > 0) {
      return text.toString();
    }
    if (place > 0) {
      text.append("\n本单元格参与这项核对，请先看 ").append(shown(cells.get(0), cells.get(place)));
      return text.toString();
    }
    List<String> figures = new ArrayList<>();
    figure(figures, "表内数 ", finding.stated());
    figure(figures, "应为 ", finding.expected());
    figure(figures, "差额 ", finding.difference());
    if (!figures.isEmpty()) {
      text.append('\n').append(String.join("，", figures));
    }
    if (!finding.cause().isEmpty()) {
      text.append("\n可能原因：").append(finding.cause());
    }
    finding.accepted().ifPresent(reason -> text.append("\n已说明：").append(reason));
    if (cells.size() > 1) {
      text.append("\n相关单元格：").append(others(cells));
    }
    return text.toString();
  }

  private static void figure(List<String> figures, String label, String value) {
    if (!value.isEmpty()) {
      figures.add(label + value);
    }
  }

  private static String others(List<CellRef> cells) {
    List<String> names = new ArrayList<>();
    for (CellRef cell : cells.subList(1, Math.min(cells.size(), MOST_CELLS + 1))) {
      names.add(shown(cell, cells.get(0)));
    }
    String more = cells.size() > MOST_CELLS + 1 ? " 等 " + (cells.size() - 1) + " 处" : "";
    return String.join("、", names) + more;
  }

  private static String shown(CellRef cell, CellRef seenFrom) {
    return cell.sheet().equals(seenFrom.sheet()) ? cell.a1() : cell.toString();
  }
}
