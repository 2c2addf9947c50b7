package cn.sunledger.verify.judge;

import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Ledger.Said;
import cn.sunledger.verify.judge.Lookup.Moment;
import cn.sunledger.verify.judge.Operands.Pair;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what is said without figures: 持平, 大于, 小于, 无. */
final class AssertionJudge {
  private static final BigDecimal NEARLY = new BigDecimal("5");

  private final Lookup lookup;
  private final Ledger ledger;
  private final Operands operands;

  AssertionJudge(Lookup lookup, Ledger ledger, Operands operands) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.operands = operands;
  }

  /** Judges all of them but lists. */
  void judge(List<Assertion> assertions) {
    for (Assertion assertion : assertions) {
      if (assertion instanceof Assertion.Unchanged unchanged) {
        unchanged(unchanged);
      } else if (assertion instanceof Assertion.Order order) {
        order(order);
      } else if (assertion instanceof Assertion.Absence absence) {
        absence(absence);
      }
    }
  }

  private void unchanged(Assertion.Unchanged said) {
    List<Pair> pairs = pairs(said.statement(), said.basis());
    if (pairs.isEmpty()) {
      open(said, said.word().text(), "手头没有对比的数");
      return;
    }
    Pair best = null;
    for (Pair pair : pairs) {
      boolean equal = pair.now().value().compareTo(pair.before().value()) == 0;
      if (best == null || equal) {
        best = pair;
      }
    }
    Interval change = best.now().interval().minus(best.before().interval());
    int sign = change.value().signum();
    String equation = equation(best);
    boolean small =
        said.nearly()
            && best.before().value().signum() != 0
            && change.percentOf(best.before().interval()).abs().value().compareTo(NEARLY) <= 0;
    boolean tiny =
        sign != 0
            && change.abs().closeness(BigDecimal.ZERO.setScale(2, RoundingMode.UNNECESSARY))
                != Closeness.OFF;
    if (sign == 0 || small || tiny) {
      say(said, said.word().text(), "", ClaimVerdict.OK, Severity.INFO, best, "W-01", equation);
      return;
    }
    String expected =
        (sign > 0 ? "增加" : "减少") + change.abs().value().stripTrailingZeros().toPlainString() + "万元";
    say(
        said,
        said.word().text(),
        expected,
        ClaimVerdict.WRONG,
        said.nearly() ? Severity.WARNING : Severity.ERROR,
        best,
        said.nearly() ? "W-03" : "W-01",
        equation);
  }

  private List<Pair> pairs(Statement statement, Basis basis) {
    Unit unit = Unit.TEN_THOUSAND_YUAN;
    List<Pair> tables = operands.ofTables(statement, basis, unit);
    if (!tables.isEmpty()) {
      return tables;
    }
    return operands.said(statement, basis, unit);
  }

  private void order(Assertion.Order said) {
    Optional<Stage> right = said.right();
    Basis basis = new Basis(Basis.Kind.BUDGET, right, 0);
    if (!lookup.isFinalAccounts()) {
      open(said, said.word().text(), "预算文件中没有决算数");
      return;
    }
    Unit unit = Unit.TEN_THOUSAND_YUAN;
    List<Pair> pairs = new ArrayList<>();
    Optional<Mention> now =
        operands.level(said.statement(), new Moment(Optional.of(Stage.FINAL), 0));
    Optional<Mention> budget = operands.level(said.statement(), operands.before(basis));
    if (now.isPresent() && budget.isPresent()) {
      pairs.add(new Pair(truth(now.get(), unit), truth(budget.get(), unit)));
    } else {
      pairs.addAll(operands.ofTables(said.statement(), basis, unit));
    }
    if (pairs.isEmpty()) {
      open(said, said.word().text(), "没有可比较的决算数和预算数");
      return;
    }
    Pair pair = pairs.get(0);
    int sign = pair.now().value().compareTo(pair.before().value());
    boolean ok = Integer.signum(sign) == said.sign();
    String expected = sign > 0 ? "大于" : sign < 0 ? "小于" : "等于";
    say(
        said,
        said.word().text(),
        ok ? "" : expected,
        ok ? ClaimVerdict.OK : ClaimVerdict.WRONG,
        ok ? Severity.INFO : Severity.ERROR,
        pair,
        "W-02",
        equation(pair));
  }

  /** As it should be, where it is known to be wrong, which is said where it stands. */
  private Operand truth(Mention mention, Unit unit) {
    List<Operand> all = operands.all(mention, unit);
    return all.get(all.size() - 1);
  }

  private static String equation(Pair pair) {
    return pair.now().name()
        + " "
        + pair.now().value().toPlainString()
        + "，"
        + pair.before().name()
        + " "
        + pair.before().value().toPlainString();
  }

  /** 无政府性基金收支: the tables must hold nothing of it. */
  private void absence(Assertion.Absence said) {
    Subject subject = said.subject();
    List<Figure> found = new ArrayList<>();
    for (Figure figure : lookup.index().all()) {
      boolean planned = lookup.isFinalAccounts() && FigureIndex.isBudget(figure.stage());
      boolean own = figure.origin() == Figure.Origin.CURRENT && !figure.isPerformance() && !planned;
      boolean same =
          subject.funds().isEmpty()
              ? subject.measures().contains(figure.measure())
              : subject.funds().contains(figure.fund()) && fits(subject, figure);
      boolean now = figure.year() == 0 || figure.year() == lookup.year() || lookup.year() == 0;
      if (own && same && now && figure.item().isEmpty()) {
        found.add(figure);
      }
    }
    Optional<Figure> amount =
        found.stream().filter(f -> f.amount().value().signum() != 0).findFirst();
    String stated = said.word().text() + subject.text().strip();
    if (amount.isPresent()) {
      Figure figure = amount.get();
      ledger.say(
          new Said(
              said,
              Optional.empty(),
              stated,
              figure.amount().toString(),
              ClaimVerdict.WRONG,
              Severity.ERROR,
              figure.sources(),
              "N-11",
              figure.place() + "（" + figure.name() + "）为" + figure.amount()));
      return;
    }
    List<SourceCell> cells = found.stream().flatMap(f -> f.sources().stream()).limit(3).toList();
    ledger.say(
        new Said(
            said,
            Optional.empty(),
            stated,
            "",
            found.isEmpty() ? ClaimVerdict.UNVERIFIABLE : ClaimVerdict.OK,
            Severity.INFO,
            cells,
            "N-11",
            found.isEmpty() ? "表中没有这一项" : "表中这一项均为0或空白"));
  }

  private static boolean fits(Subject subject, Figure figure) {
    boolean income = figure.measure().startsWith("income");
    boolean carry = figure.measure().startsWith("carry");
    if (carry) {
      return subject.measures().stream().anyMatch(m -> m.startsWith("carry"));
    }
    boolean onlyIncome =
        !subject.measures().isEmpty()
            && subject.measures().stream().allMatch(m -> m.startsWith("income"));
    boolean onlyExpense =
        !subject.measures().isEmpty()
            && subject.measures().stream().noneMatch(m -> m.startsWith("income"));
    return income ? !onlyExpense : !onlyIncome;
  }

  private void open(Assertion said, String stated, String reason) {
    ledger.say(
        new Said(
            said,
            Optional.empty(),
            stated,
            "",
            ClaimVerdict.UNVERIFIABLE,
            Severity.INFO,
            List.of(),
            "",
            reason));
  }

  private void say(
      Assertion said,
      String stated,
      String expected,
      ClaimVerdict verdict,
      Severity severity,
      Pair pair,
      String rule,
      String reason) {
    List<SourceCell> sources = new ArrayList<>(pair.now().sources());
    sources.addAll(pair.before().sources());
    ledger.say(
        new Said(
            said, Optional.empty(), stated, expected, verdict, severity, sources, rule, reason));
  }
}
