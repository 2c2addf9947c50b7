package cn.sunledger.verify.judge;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the amounts that a share may be a share of. */
final class ShareWholes {
  private static final Set<Topic> ALL_FUNDS = Set.of(Topic.INCOME, Topic.EXPENSE, Topic.TOTAL);

  private final Lookup lookup;
  private final Operands operands;
  private final Reading reading;

  ShareWholes(Lookup lookup, Operands operands, Reading reading) {
    this.lookup = lookup;
    this.operands = operands;
    this.reading = reading;
  }

  /** A whole, whether it is surely the one that is meant, and whether it probably is. */
  record Whole(Operand operand, boolean sure, boolean likely) {
    Whole(Operand operand, boolean sure) {
      this(operand, sure, sure);
    }
  }

  /** All of them, those that the words name first. */
  List<Whole> of(Mention mention, Unit unit) {
    List<Whole> wholes = new ArrayList<>();
    Statement statement = mention.statement();
    Optional<Subject> named = mention.denominator();
    boolean explicit = named.isPresent() && named.get().isKnown();
    if (explicit) {
      named(named.get(), mention, unit, wholes);
    }
    boolean generic = named.isPresent() && !explicit;
    Optional<Statement> whole = statement.whole();
    if (!explicit && whole.isPresent()) {
      boolean near = near(whole.get(), statement);
      levels(whole.get(), unit, !generic && near, wholes);
      boolean unsaid = whole.get().mentions(Role.LEVEL).isEmpty();
      if (unsaid && near && whole.get().subject().isKnown() && whole.get().subject().covered()) {
        named(whole.get().subject(), mention, unit, wholes);
      }
    }
    earlier(statement, unit, wholes);
    if (!explicit) {
      ofSection(mention, unit, wholes);
    }
    sumOfSiblings(statement, named, unit, wholes);
    return wholes;
  }

  private static boolean near(Statement whole, Statement part) {
    return whole.place().section() == part.place().section()
        && part.place().paragraph() - whole.place().paragraph() <= 12;
  }

  private void named(Subject subject, Mention share, Unit unit, List<Whole> wholes) {
    Statement statement = share.statement();
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
    Candidates found = lookup.find(subject.bare(), placeOf(subject, statement), moment(share));
    for (Figure figure : found.preferred()) {
      add(figure, unit, found.certain(), found.certain(), wholes);
    }
    for (Figure figure : found.others()) {
      boolean otherColumn = found.preferred().stream().anyMatch(f -> f.table() == figure.table());
      boolean otherFund =
          ALL_FUNDS.contains(statement.place().topic())
              && found.preferred().stream().anyMatch(f -> f.fund() != figure.fund());
      if (!found.certain() || !otherColumn && !otherFund) {
        add(figure, unit, false, false, wholes);
      }
    }
  }

  private static void add(
      Figure figure, Unit unit, boolean sure, boolean likely, List<Whole> wholes) {
    for (Operand operand : Operands.both(figure, unit)) {
      wholes.add(new Whole(operand, sure, likely));
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

  /** Stage and year of the amount that the share is said of. */
  private static Moment moment(Mention share) {
    return ShareJudge.part(share)
        .map(level -> new Moment(level.stage(), level.year()))
        .orElse(new Moment(Optional.empty(), 0));
  }

  private void levels(Statement whole, Unit unit, boolean sure, List<Whole> wholes) {
    for (Mention level : whole.mentions(Role.LEVEL)) {
      if (level.isMoney() && !level.aside()) {
        operands.all(level, unit).forEach(operand -> wholes.add(new Whole(operand, sure)));
      }
    }
  }

  /** The sum of the section's table, for the shares of its lines. */
  private void ofSection(Mention share, Unit unit, List<Whole> wholes) {
    Statement statement = share.statement();
    Topic topic = statement.place().topic();
    boolean income = topic == Topic.INCOME;
    boolean expense =
        topic == Topic.EXPENSE
            || topic == Topic.GPB
            || topic == Topic.FISCAL_EXPENSE
            || topic == Topic.GOV_FUND
            || topic == Topic.STATE_CAPITAL;
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
    Candidates found = lookup.find(sum, statement.place(), moment(share));
    for (Figure figure : found.preferred()) {
      add(figure, unit, wholes.isEmpty(), true, wholes);
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
    Interval printed = Interval.of(BigDecimal.ZERO, 9);
    Interval exact = printed;
    List<Mention> terms = new ArrayList<>();
    for (Statement sibling : siblings) {
      Optional<Mention> level =
          sibling.mentions(Role.LEVEL).stream().filter(Mention::isMoney).reduce((a, b) -> b);
      if (level.isEmpty()) {
        return;
      }
      List<Operand> known = operands.all(level.get(), unit);
      printed = printed.plus(known.get(0).interval());
      exact = exact.plus(known.get(known.size() - 1).interval());
      terms.addAll(known.get(0).terms());
    }
    boolean threePublic =
        siblings.size() > 2
            && named.map(subject -> subject.isConcept("tp_total")).orElse(false)
            && siblings.stream().anyMatch(s -> s.subject().isConcept("tp_reception"))
            && siblings.stream().anyMatch(s -> s.subject().isConcept("tp_abroad"));
    boolean known = wholes.stream().anyMatch(Whole::sure);
    List<Mention> all = terms.size() == siblings.size() ? terms : List.of();
    for (Interval sum : List.of(exact, printed)) {
      wholes.add(new Whole(new Operand(sum, List.of(), "各项之和", all), threePublic && !known, true));
    }
  }
}
