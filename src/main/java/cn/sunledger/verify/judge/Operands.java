package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Lookup.Moment;
import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the numbers that a change, a rate or a share is made of, in the tables and in the text. */
final class Operands {
  private final Lookup lookup;
  private static final int USUAL_DIGITS = 2;

  private final Ledger ledger;
  private final Set<Integer> exact = new HashSet<>();

  Operands(Lookup lookup, Ledger ledger, Reading reading) {
    this.lookup = lookup;
    this.ledger = ledger;
    for (Mention mention : reading.mentions()) {
      if (mention.isMoney() && mention.quantity().value().scale() >= USUAL_DIGITS) {
        exact.add(mention.paragraph());
      }
    }
  }

  /**
   * The digits that a printed amount stands for: where others of its paragraph show two, one that
   * shows fewer has lost its zeros, and is no rounded number.
   */
  private int digits(Mention mention, BigDecimal value) {
    Unit unit = mention.quantity().unit();
    Optional<BigDecimal> shown =
        ledger
            .agreed(mention)
            .filter(figure -> unit.isMoney() && figure.amount().unit().isMoney())
            .map(figure -> figure.amount().in(unit).value())
            .filter(same -> same.compareTo(value) == 0);
    if (shown.isPresent()) {
      return Math.max(value.scale(), shown.get().scale());
    }
    boolean whole = unit == Unit.TEN_THOUSAND_YUAN;
    return whole && exact.contains(mention.paragraph())
        ? Math.max(value.scale(), USUAL_DIGITS)
        : value.scale();
  }

  /**
   * Two figures of one table or of two tables of the same kind: now and what it is compared with.
   *
   * @param now this one
   * @param before the one compared with
   */
  record Pair(Operand now, Operand before) {}

  /** A figure of a table in a unit of the text. */
  static Operand of(Figure figure, Unit unit) {
    boolean money = unit.isMoney() && figure.amount().unit().isMoney();
    BigDecimal value = money ? figure.amount().in(unit).value() : figure.amount().value();
    return new Operand(
        Interval.of(value, value.scale()), figure.sources(), figure.place(), List.of());
  }

  /**
   * A figure of a table in a unit of the text, and rounded as a text prints it: a rate may be
   * worked out from either.
   */
  static List<Operand> both(Figure figure, Unit unit) {
    Operand exact = of(figure, unit);
    BigDecimal rounded = exact.value().setScale(USUAL_DIGITS, RoundingMode.HALF_UP);
    return unit != Unit.TEN_THOUSAND_YUAN || rounded.compareTo(exact.value()) == 0
        ? List.of(exact)
        : List.of(
            exact,
            new Operand(
                Interval.of(rounded, USUAL_DIGITS), exact.sources(), exact.name(), List.of()));
  }

  /** A figure of the text as printed, in another unit. */
  Operand of(Mention mention, Unit unit) {
    return of(
        mention, mention.quantity().value(), unit, "文中的" + mention.quantity().printed().strip());
  }

  /**
   * A figure of the text as printed; and as it should be where it is known to be wrong, else with
   * the digits that the table has and the text has not.
   */
  List<Operand> all(Mention mention, Unit unit) {
    Operand printed = of(mention, unit);
    BigDecimal truth = ledger.truth(mention);
    if (truth.compareTo(mention.quantity().value()) != 0) {
      return List.of(printed, of(mention, truth, unit, "应为的" + truth.toPlainString()));
    }
    return ledger
        .agreed(mention)
        .filter(figure -> figure.amount().unit().isMoney() && unit.isMoney())
        .map(figure -> of(figure, unit))
        .filter(exact -> exact.value().compareTo(printed.value()) != 0)
        .map(exact -> List.of(printed, exact))
        .orElse(List.of(printed));
  }

  private Operand of(Mention mention, BigDecimal number, Unit unit, String name) {
    Amount amount = new Amount(number, mention.quantity().unit());
    boolean money = unit.isMoney() && amount.unit().isMoney();
    BigDecimal value = money ? amount.in(unit).value() : number;
    List<cn.sunledger.model.SourceCell> sources =
        ledger.of(mention).map(Judgement::sources).orElse(List.of());
    int digits = money ? value.scale() - number.scale() + digits(mention, number) : value.scale();
    boolean printed = number.equals(mention.quantity().value()) && ledger.agreed(mention).isEmpty();
    return new Operand(
        Interval.of(value, digits), sources, name, printed ? List.of(mention) : List.of());
  }

  /** Pairs of the tables for a change of a statement. */
  List<Pair> ofTables(Statement statement, Basis basis, Unit unit) {
    List<Pair> pairs = new ArrayList<>();
    for (Subject subject : statement.readings()) {
      if (!subject.covered() || !subject.isKnown()) {
        continue;
      }
      Candidates now = lookup.find(subject, statement.place(), now(statement, basis));
      Candidates before = lookup.find(subject, statement.place(), before(basis));
      for (Figure a : now.preferred()) {
        for (Figure b : before.preferred()) {
          if (alike(a, b)) {
            List<Operand> nows = both(a, unit);
            List<Operand> befores = both(b, unit);
            pairs.add(new Pair(nows.get(0), befores.get(0)));
            if (nows.size() + befores.size() > 2) {
              pairs.add(new Pair(nows.get(nows.size() - 1), befores.get(befores.size() - 1)));
            }
          }
        }
      }
    }
    return pairs;
  }

  private Moment now(Statement statement, Basis basis) {
    boolean budget =
        basis.kind() == Basis.Kind.LAST_YEAR
            && lookup.isFinalAccounts()
            && basis.stage().map(FigureIndex::isBudget).orElse(false)
            && statement.mentions(Role.LEVEL).stream()
                .allMatch(m -> m.stage().map(FigureIndex::isBudget).orElse(false));
    return new Moment(budget ? basis.stage() : Optional.empty(), 0);
  }

  /** Stage and year of what a change is a change from. */
  Moment before(Basis basis) {
    if (basis.kind() == Basis.Kind.BUDGET) {
      return new Moment(
          basis.stage().or(() -> Optional.of(cn.sunledger.model.Stage.BUDGET_FULL_YEAR)), 0);
    }
    int year = basis.year() != 0 ? basis.year() : lookup.year() == 0 ? -1 : lookup.year() - 1;
    return new Moment(basis.stage(), year);
  }

  /** Whether two figures may be compared: same concept, same fund, same kind of table. */
  private static boolean alike(Figure a, Figure b) {
    boolean tables =
        a.tableId().equals(b.tableId())
            || a.tableId().isEmpty()
            || b.tableId().isEmpty()
            || a.stage() != b.stage()
                && !(FigureIndex.isBudget(a.stage()) && FigureIndex.isBudget(b.stage()));
    return tables
        && a.measure().equals(b.measure())
        && (a.fund() == b.fund() || a.measure().startsWith("tp_"))
        && a.item().isPresent() == b.item().isPresent();
  }

  /**
   * The levels of a statement in the text for a moment that were said before a figure, last first.
   */
  List<Mention> levels(Mention figure, Moment moment) {
    List<Mention> own = figure.statement().mentions();
    List<Mention> levels = new ArrayList<>();
    for (Mention mention : own.subList(0, Math.max(0, own.indexOf(figure)))) {
      if (mention.role() == Role.LEVEL
          && mention.isMoney()
          && !mention.aside()
          && sameMoment(mention, moment)) {
        levels.add(0, mention);
      }
    }
    return levels;
  }

  /** The level of a statement in the text for a moment, the first one said. */
  Optional<Mention> level(Statement statement, Moment moment) {
    return statement.mentions(Role.LEVEL).stream()
        .filter(m -> m.isMoney() && !m.aside() && sameMoment(m, moment))
        .findFirst();
  }

  private boolean sameMoment(Mention mention, Moment moment) {
    int a = mention.year() == 0 ? lookup.year() : mention.year();
    int b = moment.year() == 0 ? lookup.year() : moment.year();
    return a == b && isBudget(mention.stage()) == isBudget(moment.stage());
  }

  private boolean isBudget(Optional<cn.sunledger.model.Stage> stage) {
    return stage.map(FigureIndex::isBudget).orElse(!lookup.isFinalAccounts());
  }

  /** The level that a statement speaks of now: in the text, else in the tables. */
  List<Operand> now(Statement statement, Unit unit) {
    Optional<Mention> said = level(statement, new Moment(Optional.empty(), 0));
    if (said.isPresent()) {
      return all(said.get(), unit);
    }
    for (Subject subject : statement.readings()) {
      Candidates found = lookup.find(subject, statement.place(), new Moment(Optional.empty(), 0));
      if (subject.covered() && !found.preferred().isEmpty()) {
        return List.of(of(found.preferred().get(0), unit));
      }
    }
    return List.of();
  }

  /** Both levels printed in the statement itself, as printed and as they should be. */
  List<Pair> said(Statement statement, Basis basis, Unit unit) {
    Optional<Mention> now = level(statement, new Moment(Optional.empty(), 0));
    Optional<Mention> before = level(statement, before(basis));
    List<Pair> pairs = new ArrayList<>();
    if (now.isPresent() && before.isPresent() && now.get() != before.get()) {
      for (Operand a : all(now.get(), unit)) {
        for (Operand b : all(before.get(), unit)) {
          pairs.add(new Pair(a, b));
        }
      }
    }
    return pairs;
  }
}
