package cn.sunledger.check.rules;

import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Ledger;
import cn.sunledger.check.report.Message;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport.NotChecked;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.ReconciliationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what one rule comes to: it holds, it is broken, or it could not run and says why. */
public final class Outcome {
  private final ReconciliationRule rule;
  private final Ledger ledger;
  private final List<Finding> findings = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private int passed;

  /**
   * For one rule.
   *
   * @param rule the rule
   * @param ledger takes the equations it asks for
   */
  public Outcome(ReconciliationRule rule, Ledger ledger) {
    this.rule = rule;
    this.ledger = ledger;
  }

  /** One comparison held. */
  void passed() {
    passed++;
  }

  /**
   * A comparison of amounts, to be weighed together with all others.
   *
   * @param equation the comparison
   */
  void compare(Equation equation) {
    ledger.add(equation);
  }

  /** The comparisons that other rules asked for. */
  Ledger ledger() {
    return ledger;
  }

  /**
   * The rule could not run.
   *
   * @param reason why, in Chinese
   */
  public void notApplicable(String reason) {
    notChecked.add(new NotChecked(rule.id(), rule.title(), reason));
  }

  /**
   * The rule is broken.
   *
   * @param table the table it is told under
   * @param cells where to look, the first cell first
   * @param values what stands for the placeholders of the rule's message
   */
  void found(DisclosureTable table, List<CellRef> cells, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("table", table.name());
    found(table.name(), cells, all);
  }

  /**
   * The rule is broken as printed, but numbers that were not rounded could have given it: a warning
   * at most.
   *
   * @param table the table it is told under
   * @param cells where to look, the first cell first
   * @param values what stands for the placeholders of the rule's message
   */
  void hinted(DisclosureTable table, List<CellRef> cells, Map<String, String> values) {
    found(table, cells, values);
    Finding last = findings.remove(findings.size() - 1);
    String hint = "；与按公开数计算的结果不一致，可能用未取整的数计算";
    findings.add(
        new Finding(
            last.rule(),
            Severity.WARNING.compareTo(last.severity()) > 0 ? Severity.WARNING : last.severity(),
            last.message().replaceFirst("。$", hint + "。"),
            last.table(),
            last.cells(),
            last.stated(),
            last.expected(),
            last.difference(),
            last.allowed(),
            last.cause(),
            last.symptoms(),
            last.accepted()));
  }

  /**
   * The rule is broken by the workbook as a whole.
   *
   * @param table name of the table it is told under; empty for none
   * @param cells where to look
   * @param values what stands for the placeholders of the rule's message
   */
  void found(String table, List<CellRef> cells, Map<String, String> values) {
    findings.add(
        new Finding(
            rule.id(),
            rule.severity(),
            Message.fill(rule.message(), values) + "。",
            table,
            cells.stream().distinct().toList(),
            values.getOrDefault("value", ""),
            values.getOrDefault("expected", ""),
            values.getOrDefault("difference", ""),
            "",
            values.getOrDefault("cause", ""),
            List.of(),
            Optional.empty()));
  }

  /** What is broken. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What could not run. */
  public List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }

  /** How many comparisons held, those of amounts left out. */
  public int passedCount() {
    return passed;
  }
}
