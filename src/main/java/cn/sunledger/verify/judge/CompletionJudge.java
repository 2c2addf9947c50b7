package cn.sunledger.verify.judge;

import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Lookup.Moment;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks rates of completion: what was carried out against the budget that is named. */
final class CompletionJudge {
  private final Lookup lookup;
  private final Ledger ledger;
  private final Operands operands;

  CompletionJudge(Lookup lookup, Ledger ledger, Operands operands) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.operands = operands;
  }

  /** A budget to divide by, and the stage it was called. */
  private record Budget(Operand operand, Optional<Stage> stage, boolean said) {}

  /** Judges all rates of completion. */
  void judge(List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.role() == Role.COMPLETION) {
        ledger.put(mention, mention.aside() ? Judgement.open("原因或用途说明中的比率，不作核对") : one(mention));
      }
    }
  }

  private Judgement one(Mention mention) {
    Unit unit = Unit.TEN_THOUSAND_YUAN;
    Statement statement = mention.statement();
    List<Operand> finals = finals(statement, unit);
    List<Budget> budgets = budgets(statement, unit);
    if (finals.isEmpty() || budgets.isEmpty()) {
      return Judgement.open("没有可据以计算的预算数和执行数");
    }
    Optional<Stage> named = mention.denominator().flatMap(Subject::stage);
    BigDecimal stated = mention.quantity().value();
    Judgement worst = null;
    Relation decisive = null;
    for (Budget budget : ordered(budgets, named)) {
      for (Operand done : finals) {
        Judgement judgement = divide(mention, stated, done, budget.operand());
        if (judgement.isOk()) {
          ledger.relate(relation(mention, done, budget, true));
          checkWord(mention, named, budget);
          return judgement;
        }
        boolean better =
            worst == null
                || worst.isOpen()
                || worst.isWrong() && !judgement.isWrong() && !judgement.isOpen();
        worst = better ? judgement : worst;
        decisive = better ? relation(mention, done, budget, !judgement.isWrong()) : decisive;
      }
    }
    if (!worst.isOpen()) {
      ledger.relate(decisive);
    }
    if (worst.isOpen() && budgets.stream().allMatch(b -> b.operand().value().signum() == 0)) {
      withoutBudget(mention, finals);
    }
    return mention.quantity().bound() && worst.isWrong() ? Judgement.open("只是界限或约数，不作核对") : worst;
  }

  private static Relation relation(Mention rate, Operand done, Budget budget, boolean holds) {
    return Relation.rate(
        Relation.Terms.of(done),
        Relation.Terms.of(budget.operand()),
        rate,
        Unit.TEN_THOUSAND_YUAN,
        holds);
  }

  /** A rate of no budget. */
  private void withoutBudget(Mention mention, List<Operand> finals) {
    if (finals.stream().allMatch(done -> done.value().signum() == 0)) {
      return;
    }
    ledger.remark(
        new Ledger.Remark(
            "A-05",
            Severity.WARNING,
            mention.paragraph(),
            mention.from(),
            mention.token().end(),
            "预算数为0，完成率没有意义，宜只写决算数",
            mention.quantity().printed().strip(),
            ""));
  }

  private static Judgement divide(
      Mention mention, BigDecimal stated, Operand done, Operand budget) {
    if (budget.value().signum() == 0) {
      return Judgement.open("预算数为0，不能计算完成率");
    }
    Interval rate = done.interval().percentOf(budget.interval());
    BigDecimal expected = rate.value().setScale(stated.scale(), RoundingMode.HALF_UP);
    String equation =
        done.value().toPlainString()
            + " ÷ "
            + budget.value().toPlainString()
            + " = "
            + rate.value().setScale(4, RoundingMode.HALF_UP)
            + "%";
    List<SourceCell> sources = new ArrayList<>(done.sources());
    sources.addAll(budget.sources());
    return switch (rate.closeness(stated)) {
      case EXACT -> Judgement.ok(expected, sources, "A-03", equation);
      case NEAR -> Judgement.rounding(expected, sources, "A-03", equation);
      default ->
          Judgement.wrong(
              expected, sources, "A-03", equation, cause(stated, expected, done, budget, mention));
    };
  }

  private static String cause(
      BigDecimal stated, BigDecimal expected, Operand done, Operand budget, Mention mention) {
    if (done.value().signum() != 0) {
      BigDecimal reverse =
          budget
              .interval()
              .percentOf(done.interval())
              .value()
              .setScale(stated.scale(), RoundingMode.HALF_UP);
      if (reverse.compareTo(stated) == 0) {
        return "分子分母颠倒";
      }
    }
    boolean copied =
        mention.statement().whole().map(Statement::mentions).orElse(List.of()).stream()
            .anyMatch(
                m -> m.role() == Role.COMPLETION && m.quantity().value().compareTo(stated) == 0);
    return copied ? "与总数的完成率相同，可能抄自总数" : CauseFinder.slip(stated, expected);
  }

  /** The budget that the words name first. */
  private static List<Budget> ordered(List<Budget> budgets, Optional<Stage> named) {
    List<Budget> ordered = new ArrayList<>();
    budgets.stream()
        .filter(b -> named.isPresent() && b.stage().equals(named))
        .forEach(ordered::add);
    budgets.stream().filter(b -> !ordered.contains(b)).forEach(ordered::add);
    return ordered;
  }

  private List<Operand> finals(Statement statement, Unit unit) {
    List<Operand> finals = new ArrayList<>();
    operands
        .level(statement, new Moment(Optional.of(Stage.FINAL), 0))
        .ifPresent(m -> finals.addAll(operands.all(m, unit)));
    if (finals.isEmpty()) {
      for (Figure figure : figures(statement, Optional.of(Stage.FINAL))) {
        finals.addAll(Operands.both(figure, unit));
      }
    }
    return finals;
  }

  private List<Budget> budgets(Statement statement, Unit unit) {
    List<Budget> budgets = new ArrayList<>();
    for (Mention level : statement.mentions(Role.LEVEL)) {
      boolean budget = level.stage().map(FigureIndex::isBudget).orElse(false);
      if (budget
          && level.isMoney()
          && !level.aside()
          && (level.year() == 0 || level.year() == lookup.year())) {
        for (Operand operand : operands.all(level, unit)) {
          budgets.add(new Budget(operand, level.stage(), true));
        }
      }
    }
    if (budgets.isEmpty()) {
      for (Figure figure : figures(statement, Optional.of(Stage.BUDGET_FULL_YEAR))) {
        for (Operand operand : Operands.both(figure, unit)) {
          budgets.add(new Budget(operand, Optional.of(figure.stage()), false));
        }
      }
    }
    return budgets;
  }

  private List<Figure> figures(Statement statement, Optional<Stage> stage) {
    Subject subject = statement.subject();
    if (!subject.covered() || !subject.isKnown()) {
      return List.of();
    }
    return lookup.find(subject, statement.place(), new Moment(stage, 0)).preferred();
  }

  /** 年初预算数为…，完成全年预算的…: the budget must be called what it was called. */
  private void checkWord(Mention mention, Optional<Stage> named, Budget used) {
    String word = mention.denominator().map(Subject::text).orElse("");
    boolean whole = word.contains("全年") || word.contains("调整");
    boolean initial = word.contains("年初");
    boolean clash =
        used.said()
            && (whole && used.stage().equals(Optional.of(Stage.BUDGET_INITIAL))
                || initial && usedIsWhole(mention, used));
    if (!clash) {
      return;
    }
    ledger.remark(
        new Ledger.Remark(
            "A-04",
            Severity.WARNING,
            mention.paragraph(),
            mention.from(),
            mention.token().end(),
            initial ? "前文写的是全年（调整）预算数，这里写成完成年初预算" : "前文写的是年初预算数，这里写成完成全年预算；比率是按年初预算数算的",
            initial ? "年初预算" : "全年预算",
            initial ? "全年预算" : "年初预算"));
  }

  private static boolean usedIsWhole(Mention mention, Budget used) {
    return used.stage().equals(Optional.of(Stage.BUDGET_FULL_YEAR))
        && mention.statement().mentions(Role.LEVEL).stream()
            .anyMatch(
                m ->
                    m.stage().equals(used.stage())
                        && m.statement().subject().text().contains("全年"));
  }
}
