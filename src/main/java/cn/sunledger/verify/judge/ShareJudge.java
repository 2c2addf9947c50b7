package cn.sunledger.verify.judge;

import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Stage;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Lookup.Moment;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Statement.Place;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks shares. A share is right where any whole that the words leave open gives it; it is wrong
 * only where none does and the whole is known.
 */
final class ShareJudge {
  private static final String UNITS = "所依据的两个数单位相差万倍，请先核对单位";
  private static final Set<Topic> ALL_FUNDS = Set.of(Topic.INCOME, Topic.EXPENSE, Topic.TOTAL);
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final Lookup lookup;
  private final Operands operands;
  private final Reading reading;

  ShareJudge(Lookup lookup, Operands operands, Reading reading) {
    this.lookup = lookup;
    this.operands = operands;
    this.reading = reading;
  }

  /** A whole, whether it is surely the one that is meant, and whether it probably is. */
  private record Whole(Operand operand, boolean sure, boolean likely) {
    Whole(Operand operand, boolean sure) {
      this(operand, sure, sure);
    }
  }

  /** Judges all shares. */
  Map<Mention, Judgement> judge(List<Mention> mentions) {
    Map<Mention, Judgement> judged = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (mention.role() == Role.SHARE) {
        judged.put(mention, mention.aside() ? Judgement.open("原因或用途说明中的比率，不作核对") : one(mention));
      }
    }
    return judged;
  }

  private Judgement one(Mention mention) {
    Unit unit = Unit.TEN_THOUSAND_YUAN;
    List<Operand> parts = parts(mention, unit);
    if (parts.isEmpty()) {
      return Judgement.open("没有可据以计算占比的数");
    }
    List<Whole> wholes = wholes(mention, unit);
    if (wholes.isEmpty()) {
      return Judgement.open("没有可据以计算占比的总数");
    }
    BigDecimal stated = mention.quantity().value();
    Judgement worst = null;
    boolean sure = false;
    boolean slip = false;
    for (Whole whole : wholes) {
      Judgement judgement = best(stated, parts, whole.operand());
      slip |= judgement.isOpen() && judgement.reason().equals(UNITS);
      if (judgement.isOk()) {
        return judgement;
      }
      boolean better =
          worst == null
              || worst.isOpen()
              || worst.isWrong() && whole.sure() && !sure
              || worst.isWrong() && whole.sure() && isNearer(stated, judgement, worst)
              || worst.isWrong() && !judgement.isWrong() && !judgement.isOpen();
      if (better) {
        worst = judgement;
        sure |= whole.sure();
      }
    }
    if (worst.isWrong() && isBalanced(mention, worst)) {
      return Judgement.rounding(
          worst.expected().orElseThrow(),
          worst.sources(),
          "A-06",
          worst.reason() + "；各项占比之和为100%，可能为配平");
    }
    if (worst.isWrong() && slip) {
      return Judgement.open(UNITS);
    }
    if (worst.isWrong() && !sure) {
      Optional<Whole> agreed = agreed(mention, wholes, unit);
      if (agreed.isPresent()) {
        worst = best(stated, parts, agreed.get().operand());
        sure = true;
      }
    }
    if (worst.isWrong() && (!sure || mention.quantity().bound())) {
      return Judgement.open("未能确定占比的总数是哪一个");
    }
    return worst;
  }

  /** One of the two amounts is printed in 元 instead of 万元, which is said where it stands. */
  private static boolean isUnitSlip(BigDecimal stated, BigDecimal share) {
    BigDecimal low = stated.multiply(new BigDecimal("0.99"));
    BigDecimal high = stated.multiply(new BigDecimal("1.01"));
    return stated.signum() > 0
        && List.of(share.movePointRight(4), share.movePointLeft(4)).stream()
            .anyMatch(other -> other.compareTo(low) >= 0 && other.compareTo(high) <= 0);
  }

  /** The whole that makes the other shares of the enumeration right. */
  private Optional<Whole> agreed(Mention mention, List<Whole> wholes, Unit unit) {
    List<Mention> others =
        siblings(mention).stream()
            .filter(other -> other != mention && other.quantity().value().signum() != 0)
            .toList();
    for (Whole whole : wholes) {
      int right = 0;
      for (Mention other : others) {
        List<Operand> parts = parts(other, unit);
        boolean fits =
            !parts.isEmpty() && best(other.quantity().value(), parts, whole.operand()).isOk();
        right += fits ? 1 : 0;
      }
      boolean enough = right > 1 || right == 1 && whole.likely();
      if (enough && right == others.size()) {
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }

  private List<Mention> siblings(Mention mention) {
    return reading.mentions().stream()
        .filter(other -> other.role() == Role.SHARE && !other.aside())
        .filter(other -> other.paragraph() == mention.paragraph())
        .filter(
            other -> other.statement().place().sentence() == mention.statement().place().sentence())
        .filter(
            other ->
                other
                    .denominator()
                    .map(Subject::text)
                    .equals(mention.denominator().map(Subject::text)))
        .toList();
  }

  private static boolean isNearer(BigDecimal stated, Judgement one, Judgement other) {
    return one.isWrong()
        && one.expected()
                .orElseThrow()
                .subtract(stated)
                .abs()
                .compareTo(other.expected().orElseThrow().subtract(stated).abs())
            < 0;
  }

  /** One unit of the last digit off, so that all shares of the enumeration add up to 100. */
  private boolean isBalanced(Mention mention, Judgement wrong) {
    BigDecimal stated = mention.quantity().value();
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-stated.scale());
    if (stated.subtract(wrong.expected().orElseThrow()).abs().compareTo(unit) > 0) {
      return false;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Mention other : siblings(mention)) {
      sum = sum.add(other.quantity().value());
    }
    return sum.compareTo(HUNDRED) == 0;
  }

  private static Judgement best(BigDecimal stated, List<Operand> parts, Operand whole) {
    Judgement last = null;
    for (Operand part : parts) {
      last = divide(stated, part, whole);
      if (!last.isWrong()) {
        return last;
      }
    }
    return last;
  }

  private static Judgement divide(BigDecimal stated, Operand part, Operand whole) {
    if (whole.value().signum() == 0) {
      return Judgement.open("总数为0，不能计算占比");
    }
    Interval share = part.interval().percentOf(whole.interval());
    BigDecimal expected = share.value().setScale(stated.scale(), RoundingMode.HALF_UP);
    String equation =
        part.value().toPlainString()
            + " ÷ "
            + whole.value().toPlainString()
            + " = "
            + share.value().setScale(4, RoundingMode.HALF_UP)
            + "%";
    List<SourceCell> sources = new ArrayList<>(part.sources());
    sources.addAll(whole.sources());
    Closeness close = share.closeness(stated);
    if (close == Closeness.OFF && isUnitSlip(stated, share.value())) {
      return Judgement.open(UNITS);
    }
    return switch (close) {
      case EXACT -> Judgement.ok(expected, sources, "A-06", equation);
      case NEAR -> Judgement.rounding(expected, sources, "A-06", equation);
      default ->
          Judgement.wrong(expected, sources, "A-06", equation, CauseFinder.slip(stated, expected));
    };
  }

  private List<Operand> parts(Mention mention, Unit unit) {
    List<Mention> own = mention.statement().mentions();
    for (int i = own.indexOf(mention) - 1; i >= 0; i--) {
      Mention level = own.get(i);
      if (level.role() == Role.LEVEL && level.isMoney()) {
        return operands.all(level, unit);
      }
    }
    return mention.statement().mentions(Role.LEVEL).isEmpty()
        ? operands.now(mention.statement(), unit)
        : List.of();
  }

  private List<Whole> wholes(Mention mention, Unit unit) {
    List<Whole> wholes = new ArrayList<>();
    Statement statement = mention.statement();
    Optional<Subject> named = mention.denominator();
    boolean explicit = named.isPresent() && named.get().isKnown();
    if (explicit) {
      named(named.get(), statement, unit, wholes);
    }
    boolean generic = named.isPresent() && !explicit;
    Optional<Statement> whole = statement.whole();
    if (!explicit && whole.isPresent()) {
      boolean near = near(whole.get(), statement);
      levels(whole.get(), unit, !generic && near, wholes);
      boolean unsaid = whole.get().mentions(Role.LEVEL).isEmpty();
      if (unsaid && near && whole.get().subject().isKnown() && whole.get().subject().covered()) {
        named(whole.get().subject(), statement, unit, wholes);
      }
    }
    earlier(statement, unit, wholes);
    if (!explicit) {
      ofSection(statement, unit, wholes);
    }
    sumOfSiblings(statement, named, unit, wholes);
    return wholes;
  }

  private static boolean near(Statement whole, Statement part) {
    return whole.place().section() == part.place().section()
        && part.place().paragraph() - whole.place().paragraph() <= 12;
  }

  private void named(Subject subject, Statement statement, Unit unit, List<Whole> wholes) {
    for (Statement other : reading.statements()) {
      boolean said =
          other.place().paragraph() <= statement.place().paragraph()
              && other != statement
              && (!isSibling(other, statement) || other.subject().funds().equals(subject.funds()))
              && other.subject().measures().stream().anyMatch(subject.measures()::contains)
              && (subject.funds().isEmpty()
                  || other.subject().funds().equals(subject.funds())
                  || other.subject().funds().isEmpty())
              && !other.subject().isItem();
      if (said) {
        boolean here = other.place().section() == statement.place().section();
        levels(other, unit, here && subject.covered(), wholes);
      }
    }
    Candidates found = lookup.find(subject.bare(), placeOf(subject, statement), moment(statement));
    for (Figure figure : found.preferred()) {
      wholes.add(new Whole(Operands.of(figure, unit), found.certain()));
    }
    for (Figure figure : found.others()) {
      boolean otherColumn = found.preferred().stream().anyMatch(f -> f.table() == figure.table());
      boolean otherFund =
          ALL_FUNDS.contains(statement.place().topic())
              && found.preferred().stream().anyMatch(f -> f.fund() != figure.fund());
      if (!found.certain() || !otherColumn && !otherFund) {
        wholes.add(new Whole(Operands.of(figure, unit), false));
      }
    }
  }

  /** 占本年支出合计的: of all funds, whatever the section is about. */
  private static Place placeOf(Subject subject, Statement statement) {
    Place place = statement.place();
    boolean sum =
        subject.funds().isEmpty()
            && subject.measures().stream().anyMatch(m -> m.endsWith("_total"))
            && subject.measures().stream()
                .allMatch(m -> m.startsWith("income_") || m.startsWith("expense_"));
    if (!sum) {
      return place;
    }
    boolean income = subject.measures().stream().anyMatch(m -> m.startsWith("income_"));
    return new Place(
        place.paragraph(),
        place.sentence(),
        place.section(),
        income ? Topic.INCOME : Topic.EXPENSE,
        place.annex(),
        place.level(),
        place.opening());
  }

  private Moment moment(Statement statement) {
    Optional<Stage> stage = Optional.empty();
    int year = 0;
    for (Mention level : statement.mentions(Role.LEVEL)) {
      stage = level.stage();
      year = level.year();
    }
    return new Moment(stage, year);
  }

  private void levels(Statement whole, Unit unit, boolean sure, List<Whole> wholes) {
    for (Mention level : whole.mentions(Role.LEVEL)) {
      if (level.isMoney() && !level.aside()) {
        operands.all(level, unit).forEach(operand -> wholes.add(new Whole(operand, sure)));
      }
    }
  }

  /** The sum of the section's table, for the shares of its lines. */
  private void ofSection(Statement statement, Unit unit, List<Whole> wholes) {
    Topic topic = statement.place().topic();
    boolean income = topic == Topic.INCOME;
    boolean expense = topic == Topic.EXPENSE || topic == Topic.GPB || topic == Topic.FISCAL_EXPENSE;
    if (!income && !expense) {
      return;
    }
    String side = income ? "income" : "expense";
    Subject sum =
        new Subject(
            Set.of(side + "_current_year_total", side + "_grand_total"),
            Set.of(),
            "",
            List.of(),
            "",
            Optional.empty(),
            0,
            true,
            false,
            "");
    Candidates found = lookup.find(sum, statement.place(), moment(statement));
    for (Figure figure : found.preferred()) {
      wholes.add(new Whole(Operands.of(figure, unit), wholes.isEmpty(), true));
    }
  }

  /** Another item of the same enumeration, which is no whole of this one. */
  private static boolean isSibling(Statement other, Statement statement) {
    return other.place().paragraph() == statement.place().paragraph()
        && other.place().sentence() == statement.place().sentence()
        && other.mentions().stream().anyMatch(m -> m.role() == Role.SHARE);
  }

  /** Amounts said before in the section, which the words may go back to. */
  private void earlier(Statement statement, Unit unit, List<Whole> wholes) {
    for (Statement other : reading.statements()) {
      if (other == statement || other.place().paragraph() > statement.place().paragraph()) {
        break;
      }
      if (!isSibling(other, statement)
          && other.place().section() == statement.place().section()
          && other.subject().isKnown()) {
        levels(other, unit, false, wholes);
      }
    }
  }

  /** 占“三公”经费的31.14%, where the sum of the three is nowhere printed. */
  private void sumOfSiblings(
      Statement statement, Optional<Subject> named, Unit unit, List<Whole> wholes) {
    List<Statement> siblings =
        reading.statements().stream()
            .filter(s -> s.place().paragraph() == statement.place().paragraph())
            .filter(s -> s.place().sentence() == statement.place().sentence())
            .filter(s -> s.mentions().stream().anyMatch(m -> m.role() == Role.SHARE))
            .toList();
    if (siblings.size() < 2) {
      return;
    }
    Interval sum = Interval.of(BigDecimal.ZERO, 9);
    for (Statement sibling : siblings) {
      Optional<Mention> level =
          sibling.mentions(Role.LEVEL).stream().filter(Mention::isMoney).reduce((a, b) -> b);
      if (level.isEmpty()) {
        return;
      }
      List<Operand> known = operands.all(level.get(), unit);
      sum = sum.plus(known.get(known.size() - 1).interval());
    }
    boolean threePublic =
        siblings.size() > 2
            && named.map(subject -> subject.isConcept("tp_total")).orElse(false)
            && siblings.stream().anyMatch(s -> s.subject().isConcept("tp_reception"))
            && siblings.stream().anyMatch(s -> s.subject().isConcept("tp_abroad"));
    boolean known = wholes.stream().anyMatch(Whole::sure);
    wholes.add(new Whole(new Operand(sum, List.of(), "各项之和"), threePublic && !known, true));
  }
}
