package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule's good examples pass, its bad ones are found, and the marked cell is the one blamed.
 */
class RuleExamplesTest {

  @TestFactory
  List<DynamicTest> examples() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ReconciliationRule rule : National.BOOK.rules()) {
      for (int i = 0; i < rule.good().size(); i++) {
        RuleExample example = rule.good().get(i);
        tests.add(dynamicTest(rule.id() + " good " + (i + 1), () -> good(rule, example)));
      }
      for (int i = 0; i < rule.bad().size(); i++) {
        RuleExample example = rule.bad().get(i);
        tests.add(dynamicTest(rule.id() + " bad " + (i + 1), () -> bad(rule, example)));
      }
    }
    return tests;
  }

  private static void good(ReconciliationRule rule, RuleExample example) {
    CheckReport report = check(Example.of(example));
    List<String> found =
        report.findings().stream()
            .filter(finding -> mentions(finding, rule.id()))
            .map(Finding::message)
            .toList();
    assertEquals(List.of(), found);
    long skipped =
        report.notChecked().stream().filter(skip -> skip.rule().equals(rule.id())).count();
    assertTrue(
        skipped < Math.max(1, rule.formulas().size()), () -> "did not run: " + report.notChecked());
  }

  private static void bad(ReconciliationRule rule, RuleExample example) {
    Example parsed = Example.of(example);
    CheckReport report = check(parsed);
    List<Finding> found =
        report.findings().stream().filter(finding -> mentions(finding, rule.id())).toList();
    assertTrue(!found.isEmpty(), () -> "not found; instead " + report);
    Set<CellRef> blamed = parsed.blamed();
    if (!blamed.isEmpty()) {
      Set<CellRef> first =
          found.stream()
              .filter(finding -> !finding.cells().isEmpty())
              .map(finding -> finding.cells().get(0))
              .collect(Collectors.toSet());
      assertTrue(
          first.stream().anyMatch(blamed::contains),
          () -> "blamed " + first + " instead of " + blamed + ": " + found);
    }
    for (Finding finding : found) {
      assertTrue(!finding.message().contains("${"), finding::message);
      assertEquals(rule.id(), named(finding, rule.id()));
    }
  }

  private static String named(Finding finding, String id) {
    return mentions(finding, id) ? id : finding.rule();
  }

  /** A rule tells its breach itself, or as a symptom of the mistake that caused it. */
  private static boolean mentions(Finding finding, String id) {
    return finding.rule().equals(id)
        || finding.symptoms().stream().anyMatch(symptom -> symptom.rule().equals(id));
  }

  private static CheckReport check(Example example) {
    Disclosure disclosure = National.RECOGNIZER.recognise(example.workbook());
    List<Disclosure> others =
        example.others().stream().map(National.RECOGNIZER::recognise).toList();
    return new RuleChecker(National.BOOK).check(disclosure, others);
  }
}
