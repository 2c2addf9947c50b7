package cn.sunledger.check;

import cn.sunledger.check.diagnosis.Diagnostician;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Ledger;
import cn.sunledger.check.equation.Verdict;
import cn.sunledger.check.formula.Binding;
import cn.sunledger.check.formula.FormulaBinder;
import cn.sunledger.check.report.FindingWriter;
import cn.sunledger.check.report.RoundingSummary;
import cn.sunledger.check.rules.CheckContext;
import cn.sunledger.check.rules.Checks;
import cn.sunledger.check.rules.Outcome;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.CheckReport.NotChecked;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One check of one workbook. */
final class CheckRun {
  private final RuleBook book;
  private final Companions companions;
  private final Ledger ledger = new Ledger();
  private final List<Finding> findings = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private int passed;
  private int broken;

  CheckRun(RuleBook book, Companions companions) {
    this.book = book;
    this.companions = companions;
  }

  /**
   * The comparisons that a check of a workbook by itself executes.
   *
   * @param book the rule book
   * @param disclosure the workbook
   */
  static List<Equation> comparisons(RuleBook book, Disclosure disclosure) {
    CheckRun run = new CheckRun(book, Companions.of(disclosure, List.of(), book));
    run.bind();
    return new Readings(run.ledger.equations()).accepted();
  }

  /** The comparisons of a workbook that is supposed instead of the one under check. */
  private List<Equation> comparisonsOf(Disclosure variant, Readings readings) {
    CheckRun run = new CheckRun(book, companions.with(variant, book));
    run.bind();
    return readings.likewise(run.ledger.equations());
  }

  CheckReport report() {
    bind();
    List<Equation> equations = ledger.equations();
    Readings readings = new Readings(equations);
    notChecked.addAll(readings.rejected());
    FindingWriter writer = new FindingWriter(book);
    List<Finding> diagnosed =
        new Diagnostician(companions.current(), variant -> comparisonsOf(variant, readings))
            .explain(readings.accepted()).stream().map(writer::write).toList();
    List<Finding> merged = Merging.merge(diagnosed, findings, symptoms());
    findings.clear();
    findings.addAll(merged);
    findings.addAll(
        RoundingSummary.of(readings.accepted(), companions.current().disclosure().tables()));
    findings.sort(Comparator.comparing(Finding::severity));
    int exact = 0;
    for (Equation equation : readings.accepted()) {
      exact += equation.balance(Edits.NONE).verdict() == Verdict.EXACT ? 1 : 0;
    }
    return new CheckReport(
        findings, notChecked, readings.accepted().size() + passed + broken, exact + passed);
  }

  /** 行次 that repeat because the row does: by rule the one that says it better. */
  private Map<String, String> symptoms() {
    Map<String, String> symptomOf = new HashMap<>();
    for (ReconciliationRule rule : book.rules()) {
      String other = rule.scope().options().get("symptom_of");
      if (other != null) {
        symptomOf.put(rule.id(), other);
      }
    }
    return symptomOf;
  }

  /** Formulas first, rules for any table last: what is said of a cell is not said again. */
  private void bind() {
    Disclosure disclosure = companions.current().disclosure();
    FormulaBinder binder = new FormulaBinder(book, companions.bySource());
    List<ReconciliationRule> rules =
        book.rules().stream()
            .filter(rule -> applies(rule, disclosure))
            .sorted(Comparator.comparing(rule -> rule.scope().anyTable()))
            .toList();
    for (ReconciliationRule rule : rules) {
      if (!rule.formulas().isEmpty()) {
        Binding binding = binder.bind(rule);
        binding.equations().forEach(ledger::add);
        binding
            .missing()
            .forEach(reason -> notChecked.add(new NotChecked(rule.id(), rule.title(), reason)));
      }
    }
    for (ReconciliationRule rule : rules) {
      if (rule.formulas().isEmpty()) {
        Outcome outcome = new Outcome(rule, ledger);
        Checks.run(
            new CheckContext(rule, companions.current(), companions.others(), book), outcome);
        findings.addAll(outcome.findings());
        notChecked.addAll(outcome.notChecked());
        passed += outcome.passedCount();
        broken += outcome.findings().size();
      }
    }
  }

  private static boolean applies(ReconciliationRule rule, Disclosure disclosure) {
    return rule.inForce(disclosure.year())
        && (rule.scope().documents().isEmpty()
            || rule.scope().documents().contains(disclosure.document())
            || disclosure.tables().stream()
                .anyMatch(table -> rule.scope().documents().contains(table.document())));
  }
}
