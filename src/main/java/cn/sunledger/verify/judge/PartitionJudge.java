package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Severity;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.table.FigureIndex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks that parts give their whole, for wholes whose parts are known and for those whose parts
 * the text lists itself; amounts, last year's amounts and changes alike.
 */
final class PartitionJudge {
  private record Partition(String whole, List<List<String>> parts) {}

  /** Each part is one concept, or several that together are it. */
  private static final List<Partition> KNOWN =
      List.of(
          new Partition(
              "tp_total",
              List.of(List.of("tp_abroad"), List.of("tp_vehicle"), List.of("tp_reception"))),
          new Partition(
              "tp_total",
              List.of(
                  List.of("tp_abroad"), List.of("tp_vehicle_purchase"),
                  List.of("tp_vehicle_operation"), List.of("tp_reception"))),
          new Partition(
              "tp_vehicle",
              List.of(List.of("tp_vehicle_purchase"), List.of("tp_vehicle_operation"))),
          new Partition(
              "procurement_total",
              List.of(
                  List.of("procurement_goods"),
                  List.of("procurement_works"),
                  List.of("procurement_services"))),
          new Partition(
              "basic_expense", List.of(List.of("personnel_total"), List.of("public_total"))),
          new Partition(
              "income_grand_total",
              List.of(
                  List.of("income_current_year_total"),
                  List.of("use_nonfiscal_surplus"),
                  List.of("carry_in_total"))),
          new Partition(
              "expense_grand_total",
              List.of(
                  List.of("expense_current_year_total"),
                  List.of("surplus_distribution"),
                  List.of("carry_out_total"))));

  private final Lookup lookup;
  private final Ledger ledger;
  private final Reading reading;
  private final PartCulprit culprit;

  PartitionJudge(Lookup lookup, Ledger ledger, Reading reading) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.reading = reading;
    this.culprit = new PartCulprit(ledger, reading);
  }

  /** Judges all sums of one role. */
  void judge(Role role) {
    Map<Integer, List<Statement>> sections = new LinkedHashMap<>();
    for (Statement statement : reading.statements()) {
      sections.computeIfAbsent(statement.place().section(), k -> new ArrayList<>()).add(statement);
    }
    sections.values().forEach(section -> known(section, role));
    for (Statement whole : reading.statements()) {
      listed(whole, role);
    }
  }

  private void known(List<Statement> section, Role role) {
    for (Partition partition : KNOWN) {
      for (Statement whole : section) {
        if (!whole.subject().isConcept(partition.whole()) || !whole.subject().covered()) {
          continue;
        }
        for (Mention mention : whole.mentions(role)) {
          if (mention.isMoney() && !mention.aside()) {
            parts(partition, mention, section).ifPresent(parts -> compare(mention, parts, true));
          }
        }
      }
    }
  }

  private Optional<List<Mention>> parts(
      Partition partition, Mention whole, List<Statement> section) {
    List<Mention> parts = new ArrayList<>();
    for (List<String> names : partition.parts()) {
      for (String name : names) {
        Optional<Mention> part = partOf(name, whole, section);
        if (part.isPresent()) {
          parts.add(part.get());
        } else if (!isUnchanged(name, whole, section)) {
          return Optional.empty();
        }
      }
    }
    return parts.size() < 2 ? Optional.empty() : Optional.of(parts);
  }

  private Optional<Mention> partOf(String name, Mention whole, List<Statement> section) {
    Mention found = null;
    for (Statement statement : section) {
      if (!statement.subject().isConcept(name)
          || statement == whole.statement()
          || statement.subject().measures().size() > 1
          || !statement.subject().funds().equals(whole.statement().subject().funds())
              && !statement.subject().funds().isEmpty()
          || statement.place().paragraph() < whole.statement().place().paragraph()) {
        continue;
      }
      for (Mention mention : statement.mentions(whole.role())) {
        boolean same = mention.isMoney() && !mention.aside() && sameSlot(mention, whole);
        if (same && found == null) {
          found = mention;
        } else if (same
            && found.quantity().value().compareTo(mention.quantity().value()) != 0
            && ledger.truth(found).compareTo(ledger.truth(mention)) != 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private boolean isUnchanged(String name, Mention whole, List<Statement> section) {
    return whole.role() == Role.DELTA
        && reading.assertions().stream()
            .anyMatch(
                a ->
                    a instanceof Assertion.Unchanged u
                        && u.statement().subject().isConcept(name)
                        && u.basis().kind() == whole.basis().kind()
                        && section.contains(u.statement()));
  }

  private boolean sameSlot(Mention a, Mention b) {
    if (a.role() == Role.DELTA) {
      return a.basis().kind() == b.basis().kind() && sameBasisYear(a.basis(), b.basis());
    }
    int first = a.year() == 0 ? lookup.year() : a.year();
    int second = b.year() == 0 ? lookup.year() : b.year();
    return first == second && isBudget(a) == isBudget(b);
  }

  private static boolean sameBasisYear(Basis a, Basis b) {
    return a.year() == b.year() || a.year() == 0 || b.year() == 0;
  }

  private boolean isBudget(Mention mention) {
    return mention.stage().map(FigureIndex::isBudget).orElse(!lookup.isFinalAccounts());
  }

  /** The parts that the text itself lists behind 其中. */
  private void listed(Statement whole, Role role) {
    List<Statement> parts =
        reading.statements().stream()
            .filter(s -> s.whole().isPresent() && s.whole().get() == whole)
            .filter(s -> s.place().paragraph() == whole.place().paragraph())
            .toList();
    if (parts.size() < 2) {
      return;
    }
    for (Mention mention : whole.mentions(role)) {
      if (!mention.isMoney() || mention.aside()) {
        continue;
      }
      List<Mention> figures = new ArrayList<>();
      for (Statement part : parts) {
        part.mentions(role).stream()
            .filter(m -> m.isMoney() && !m.aside() && sameSlot(m, mention))
            .findFirst()
            .ifPresent(figures::add);
      }
      if (figures.size() == parts.size()
          && figures.get(0).token().start() > mention.token().end()) {
        compare(mention, figures, sharesAreComplete(parts));
      }
    }
  }

  private static boolean sharesAreComplete(List<Statement> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Statement part : parts) {
      List<Mention> shares = part.mentions(Role.SHARE);
      if (shares.size() != 1) {
        return false;
      }
      sum = sum.add(shares.get(0).quantity().value());
    }
    return sum.subtract(new BigDecimal("100")).abs().compareTo(new BigDecimal("0.1")) <= 0;
  }

  private void compare(Mention whole, List<Mention> parts, boolean complete) {
    Unit unit = whole.quantity().unit();
    Function<Mention, Interval> signed =
        mention -> {
          BigDecimal value =
              new Amount(ledger.truth(mention), mention.quantity().unit()).in(unit).value();
          Interval interval = Interval.of(value, value.scale());
          return mention.role() == Role.DELTA && sign(mention) < 0 ? interval.negate() : interval;
        };
    Interval sum = Interval.of(BigDecimal.ZERO, 9);
    for (Mention part : parts) {
      sum = sum.plus(signed.apply(part));
    }
    Interval stated = signed.apply(whole);
    Interval gap = stated.minus(sum);
    boolean holds = gap.low().signum() <= 0 && gap.high().signum() >= 0;
    if (holds) {
      ledger.relate(relation(whole, parts, true));
      holds(whole, parts, sum);
      return;
    }
    boolean slip =
        parts.size() > 2
            && !CauseFinder.slip(stated.value(), sum.value()).isEmpty()
            && sum.value().stripTrailingZeros().precision() >= 4;
    if (complete || slip) {
      ledger.relate(relation(whole, parts, false));
      breaks(whole, parts, sum, signed);
    }
  }

  private Relation relation(Mention whole, List<Mention> parts, boolean holds) {
    List<Relation.Term> terms = new ArrayList<>();
    boolean change = whole.role() == Role.DELTA;
    terms.add(new Relation.Term(whole, change && sign(whole) < 0 ? 1 : -1));
    parts.forEach(part -> terms.add(new Relation.Term(part, change && sign(part) < 0 ? -1 : 1)));
    return Relation.sum(terms, whole.quantity().unit(), holds);
  }

  private int sign(Mention mention) {
    return ledger
        .direction(mention)
        .filter(Judgement::isWrong)
        .flatMap(Judgement::expected)
        .map(BigDecimal::signum)
        .orElse(mention.sign());
  }

  private void holds(Mention whole, List<Mention> parts, Interval sum) {
    ledger.support(whole);
    parts.forEach(ledger::support);
    if (ledger.isUndecided(whole)) {
      boolean exact = sum.value().abs().compareTo(whole.quantity().value().abs()) == 0;
      String reason = "各分项之和为" + sum.value().toPlainString();
      BigDecimal expected = sum.value().abs();
      ledger.put(
          whole,
          exact
              ? Judgement.ok(expected, List.of(), rule(whole), reason)
              : Judgement.ok(
                  whole.quantity().value(), List.of(), rule(whole), reason + "，差额在尾数之内"));
    }
  }

  /**
   * Whether a part is said elsewhere with a number that makes the sum right: then this one is
   * wrong.
   */
  private boolean saidRight(
      Mention whole, List<Mention> loose, Interval sum, Function<Mention, Interval> signed) {
    for (Mention part : loose) {
      for (Mention other : reading.mentions()) {
        boolean same =
            other != part
                && other.role() == part.role()
                && other.isMoney()
                && !other.aside()
                && sameSlot(other, part)
                && other.statement().subject().names(part.statement().subject());
        if (!same) {
          continue;
        }
        Interval gap =
            signed.apply(whole).minus(sum).plus(signed.apply(part)).minus(signed.apply(other));
        if (gap.low().signum() <= 0 && gap.high().signum() >= 0) {
          BigDecimal expected = signed.apply(other).value().abs();
          ledger.put(
              part,
              Judgement.wrong(
                  expected,
                  List.of(),
                  "N-22",
                  "同一事项另一处写为"
                      + other.quantity().printed().strip()
                      + "，各项之和才与"
                      + whole.quantity().printed().strip()
                      + "相符",
                  CauseFinder.slip(part.quantity().value(), expected)));
          return true;
        }
      }
    }
    return false;
  }

  static String rule(Mention whole) {
    return whole.role() == Role.DELTA ? "A-09" : "A-07";
  }

  private boolean isFirm(Mention mention) {
    return ledger.of(mention).map(j -> !j.isOpen() && j.firm()).orElse(false);
  }

  private void breaks(
      Mention whole, List<Mention> parts, Interval sum, Function<Mention, Interval> signed) {
    List<Mention> loose = parts.stream().filter(part -> !isFirm(part)).toList();
    String sums = sum.value().toPlainString();
    if (!isFirm(whole) && saidRight(whole, loose, sum, signed)) {
      return;
    }
    if (culprit.find(new PartCulprit.Broken(whole, parts, loose, isFirm(whole), sum, signed))) {
      return;
    }
    if (!isFirm(whole) && ledger.isUndecided(whole)) {
      ledger.put(
          whole,
          Judgement.wrong(
              sum.value().abs(),
              List.of(),
              rule(whole),
              "各分项之和为" + sums,
              loose.size() == parts.size() ? "也可能是某一分项有误" : ""));
      return;
    }
    if (!isFirm(whole) || loose.isEmpty()) {
      return;
    }
    if (loose.size() == 1 && ledger.isUndecided(loose.get(0))) {
      Mention part = loose.get(0);
      BigDecimal rest =
          signed.apply(whole).value().subtract(sum.value()).add(signed.apply(part).value());
      ledger.put(
          part,
          Judgement.wrong(
              rest.abs(),
              ledger.of(whole).map(Judgement::sources).orElse(List.of()),
              rule(whole),
              "总数减去其他分项为" + rest.toPlainString(),
              ""));
      return;
    }
    ledger.remark(
        new Ledger.Remark(
            rule(whole),
            Severity.ERROR,
            loose.get(0).paragraph(),
            loose.get(0).from(),
            loose.get(loose.size() - 1).token().end(),
            "各分项之和为" + sums + "，与总数" + whole.quantity().printed().strip() + "不符",
            sums,
            whole.quantity().printed().strip()));
  }
}
