package cn.sunledger.check.report;

import cn.sunledger.check.diagnosis.Diagnosis;
import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Edits;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Finding;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the finding for a diagnosis. */
public final class FindingWriter {
  private static final int NAMED = 4;

  private final RuleBook book;

  /**
   * With the rule book, for the rules that diagnoses are told under.
   *
   * @param book the rule book
   */
  public FindingWriter(RuleBook book) {
    this.book = book;
  }

  /**
   * The finding: where to look first, what is printed, what was expected, and what follows from it.
   *
   * @param diagnosis the mistake and what fails because of it
   */
  public Finding write(Diagnosis diagnosis) {
    Equation first = diagnosis.failing().get(0);
    Balance balance = first.balance(diagnosis.before());
    Optional<ReconciliationRule> told = book.rule(diagnosis.rule());
    ReconciliationRule rule = told.orElse(first.rule());
    String cause = cause(diagnosis);
    String sentence = sentence(first, balance);
    String message =
        told.isPresent() && !diagnosis.cause().isEmpty()
            ? diagnosis.table().name() + "：" + diagnosis.cause() + "。例如 " + sentence
            : sentence + (cause.isEmpty() ? "" : "；" + cause);
    Place blamed = diagnosis.blamed().isEmpty() ? null : diagnosis.blamed().get(0);
    BigDecimal right = blamed == null ? null : diagnosis.right().values().get(blamed.cell());
    List<Finding> symptoms = new ArrayList<>();
    for (Equation equation : diagnosis.failing()) {
      if (equation != first || told.isPresent()) {
        symptoms.add(symptom(equation, diagnosis.before()));
      }
    }
    return new Finding(
        rule.id(),
        severity(diagnosis),
        message + "。",
        told.isPresent() ? diagnosis.table().name() : first.table().name(),
        cells(diagnosis),
        right == null ? balance.left().toPlainString() : blamed.shown(),
        right == null ? balance.right().toPlainString() : right.toPlainString(),
        right == null
            ? balance.difference().toPlainString()
            : diagnosis.before().shown(blamed).subtract(right).toPlainString(),
        balance.allowed().toPlainString(),
        cause.isEmpty() ? diagnosis.cause() : cause,
        symptoms,
        Optional.empty());
  }

  private static Finding symptom(Equation equation, Edits before) {
    Balance balance = equation.balance(before);
    return new Finding(
        equation.rule().id(),
        equation.rule().severity(),
        sentence(equation, balance) + "。",
        equation.table().name(),
        equation.places().stream().map(Place::cell).toList(),
        balance.left().toPlainString(),
        balance.right().toPlainString(),
        balance.difference().toPlainString(),
        balance.allowed().toPlainString(),
        "",
        List.of(),
        Optional.empty());
  }

  private static String sentence(Equation equation, Balance balance) {
    Phrase phrase = new Phrase(equation, balance);
    String template = equation.rule().message();
    if (template.isEmpty()) {
      return phrase.sentence();
    }
    Place place = equation.places().get(0);
    return Message.fill(
        template,
        Map.of(
            "table", equation.table().name(),
            "line", Names.line(place.line()),
            "column", Names.column(place.column()),
            "left", balance.left().toPlainString(),
            "right", balance.right().toPlainString(),
            "difference", balance.difference().abs().toPlainString(),
            "unit", balance.unit().label(),
            "comparison", phrase.comparison()));
  }

  private static Severity severity(Diagnosis diagnosis) {
    return diagnosis.failing().stream()
        .map(equation -> equation.rule().severity())
        .min(Severity::compareTo)
        .orElse(Severity.ERROR);
  }

  private static String cause(Diagnosis diagnosis) {
    if (!diagnosis.rule().isEmpty()) {
      return diagnosis.cause();
    }
    if (diagnosis.candidates().size() > 1) {
      return "无法判断哪一个有误，请先核对："
          + diagnosis.candidates().entrySet().stream()
              .limit(NAMED)
              .map(entry -> named(entry.getKey()) + "（应为 " + plain(entry.getValue()) + "？）")
              .collect(Collectors.joining("、"))
          + (lacks(diagnosis) ? "；也可能漏列了一行" : "");
    }
    if (diagnosis.blamed().isEmpty()) {
      return "";
    }
    Place place = diagnosis.blamed().get(0);
    String right = plain(diagnosis.right().values().get(place.cell()));
    String how = diagnosis.cause().isEmpty() ? "" : "（" + diagnosis.cause() + "）";
    return "疑为" + named(place) + " " + place.shown() + " 应为 " + right + how;
  }

  /** A sum over lines that comes to less than its total may lack a line. */
  private static boolean lacks(Diagnosis diagnosis) {
    return diagnosis.failing().stream()
        .allMatch(
            equation ->
                equation.axis() == Axis.COLUMN
                    && equation.left().size() == 1
                    && (equation.right().size() > 1 || isTotal(equation))
                    && equation.balance(diagnosis.before()).difference().signum() > 0);
  }

  private static boolean isTotal(Equation equation) {
    return !equation.right().isEmpty()
        && equation.left().get(0).place().line().role() == LineRole.TOTAL;
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  private static String named(Place place) {
    return Names.place(place);
  }

  /** The blamed cells first, then the candidates, then every other operand. */
  private static List<CellRef> cells(Diagnosis diagnosis) {
    Set<CellRef> cells = new LinkedHashSet<>();
    cells.addAll(diagnosis.look());
    diagnosis.blamed().forEach(place -> cells.add(place.cell()));
    diagnosis.candidates().keySet().forEach(place -> cells.add(place.cell()));
    diagnosis
        .failing()
        .forEach(equation -> equation.places().forEach(place -> cells.add(place.cell())));
    return List.copyOf(cells);
  }
}
