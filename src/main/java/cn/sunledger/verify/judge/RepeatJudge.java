package cn.sunledger.verify.judge;

import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.text.Token.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what the text says twice of one thing, where no table decides, and last year's figures.
 */
final class RepeatJudge {
  private final Lookup lookup;
  private final Ledger ledger;
  private final Reading reading;

  RepeatJudge(Lookup lookup, Ledger ledger, Reading reading) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.reading = reading;
  }

  /** Judges amounts and changes that are said more than once. */
  void judge() {
    Map<String, List<Mention>> same = new LinkedHashMap<>();
    for (Mention mention : reading.mentions()) {
      key(mention).ifPresent(key -> same.computeIfAbsent(key, k -> new ArrayList<>()).add(mention));
    }
    same.values().forEach(this::compare);
    reading.statements().forEach(this::twice);
  }

  /** Two amounts of one subject, stage and year in one statement: they must agree. */
  private void twice(Statement statement) {
    Map<String, List<Mention>> moments = new LinkedHashMap<>();
    for (Mention mention : statement.mentions(Role.LEVEL)) {
      boolean figure =
          mention.isMoney()
              && !mention.aside()
              && !mention.quantity().bound()
              && statement.subject().covered()
              && statement.subject().isItem();
      if (figure) {
        boolean budget =
            mention.stage().map(FigureIndex::isBudget).orElse(!lookup.isFinalAccounts());
        int year = mention.year() == 0 ? lookup.year() : mention.year();
        boolean full = lookup.isFinalAccounts() && budget;
        String key = budget + "/" + year + (full ? mention.stage().map(Enum::name).orElse("") : "");
        moments.computeIfAbsent(key, k -> new ArrayList<>()).add(mention);
      }
    }
    moments.values().forEach(this::compare);
  }

  /** Judges last year's amounts by this year's and the changes the text prints. */
  void impliedLevels() {
    reading.mentions().forEach(this::implied);
  }

  private Optional<String> key(Mention mention) {
    Subject subject = mention.statement().subject();
    boolean figure = mention.role() == Role.LEVEL || mention.role() == Role.DELTA;
    if (!figure
        || !mention.isMoney()
        || mention.aside()
        || mention.quantity().bound()
        || !subject.covered()
        || subject.generic()
        || !isUnique(subject)) {
      return Optional.empty();
    }
    boolean budget = mention.stage().map(FigureIndex::isBudget).orElse(!lookup.isFinalAccounts());
    int year = mention.year() == 0 ? lookup.year() : mention.year();
    String name =
        subject.measures().stream().sorted().collect(Collectors.joining(","))
            + subject.funds().stream().map(Enum::name).sorted().collect(Collectors.joining(","))
            + subject.label()
            + subject.path().stream().map(Level::name).collect(Collectors.joining("/"));
    String moment =
        mention.role() == Role.DELTA
            ? mention.basis().kind() + "/" + mention.basis().stage().map(Enum::name).orElse("")
            : budget + mention.stage().map(Enum::name).orElse("") + "/" + year;
    return Optional.of(mention.role() + "|" + name + "|" + moment);
  }

  /** Names that mean one thing wherever they stand. */
  private static boolean isUnique(Subject subject) {
    boolean concept =
        !subject.isItem()
            && subject.measures().size() == 1
            && subject.measures().stream()
                .anyMatch(
                    m ->
                        m.startsWith("tp_")
                            || m.startsWith("procurement_total")
                            || m.equals("org_running_cost")
                            || m.equals("meeting_cost")
                            || m.equals("training_cost")
                            || m.equals("use_nonfiscal_surplus")
                            || m.equals("procurement_sme"));
    return concept || subject.path().size() == 3 || !subject.code().isEmpty();
  }

  private void compare(List<Mention> mentions) {
    if (mentions.size() < 2) {
      return;
    }
    for (Mention mention : mentions) {
      if (!ledger.isUndecided(mention)) {
        continue;
      }
      Optional<Mention> other = mentions.stream().filter(m -> differs(m, mention)).findFirst();
      mentions.stream()
          .filter(m -> m != mention)
          .forEach(m -> relate(mention, m, !differs(m, mention)));
      if (other.isEmpty()) {
        if (ledger.of(mention).map(Judgement::isOpen).orElse(true)) {
          continue;
        }
      } else if (!ledger.isSupported(mention)) {
        BigDecimal expected = inUnit(other.get(), mention);
        boolean firm = !ledger.isUndecided(other.get()) || ledger.isSupported(other.get());
        ledger.put(
            mention,
            Judgement.wrong(
                expected,
                ledger.of(other.get()).map(Judgement::sources).orElse(List.of()),
                "N-22",
                "同一事项另一处写为" + other.get().quantity().printed().strip(),
                firm ? "" : "两处必有一处有误"));
      }
    }
  }

  private void relate(Mention one, Mention other, boolean holds) {
    ledger.relate(
        Relation.sum(
            List.of(new Relation.Term(one, 1), new Relation.Term(other, -1)),
            one.quantity().unit(),
            holds));
  }

  private static BigDecimal inUnit(Mention from, Mention to) {
    return from.quantity().amount().in(to.quantity().unit()).value();
  }

  /** Apart by more than the digits of the coarser one. */
  private static boolean differs(Mention one, Mention other) {
    BigDecimal a = one.quantity().value().abs();
    BigDecimal b = inUnit(other, one).abs();
    BigDecimal apart = a.subtract(b).abs();
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(
            -Math.min(one.quantity().value().scale(), other.quantity().value().scale()));
    return apart.compareTo(unit) > 0;
  }

  /** 去年同期4.91万元，…增加0.88万元: last year's figure must be this year's less the increase. */
  private void implied(Mention prior) {
    boolean last =
        prior.role() == Role.LEVEL
            && prior.isMoney()
            && !prior.aside()
            && prior.year() != 0
            && prior.year() == lookup.year() - 1
            && lookup.year() != 0
            && ledger.isUndecided(prior)
            && prior.statement().subject().covered()
            && prior.statement().subject().isKnown();
    if (!last) {
      return;
    }
    for (Mention delta : reading.mentions()) {
      boolean same =
          delta.role() == Role.DELTA
              && delta.isMoney()
              && !delta.aside()
              && delta.sign() != 0
              && delta.statement().subject().names(prior.statement().subject())
              && delta.statement().place().annex() == prior.statement().place().annex()
              && delta.basis().kind() == Basis.Kind.LAST_YEAR;
      if (!same) {
        continue;
      }
      Optional<Mention> now = now(prior, delta);
      if (now.isPresent()) {
        decide(prior, delta, now.get());
        return;
      }
    }
  }

  private Optional<Mention> now(Mention prior, Mention delta) {
    return reading.mentions().stream()
        .filter(m -> m.role() == Role.LEVEL && m.isMoney() && !m.aside())
        .filter(m -> m.statement().subject().names(prior.statement().subject()))
        .filter(m -> m.statement().place().annex() == delta.statement().place().annex())
        .filter(m -> m.year() == 0 || m.year() == lookup.year())
        .filter(
            m ->
                !m.stage().map(FigureIndex::isBudget).orElse(!lookup.isFinalAccounts())
                    || !lookup.isFinalAccounts())
        .findFirst();
  }

  private void decide(Mention prior, Mention delta, Mention now) {
    BigDecimal change = inUnit(delta, prior);
    BigDecimal unit =
        BigDecimal.ONE.scaleByPowerOfTen(
            -Math.min(prior.quantity().value().scale(), delta.quantity().value().scale()));
    for (BigDecimal level : List.of(inUnit(now, prior), ledger.truth(now))) {
      BigDecimal apart = before(level, change, delta).subtract(prior.quantity().value()).abs();
      if (apart.compareTo(unit) <= 0) {
        ledger.support(prior);
        ledger.relate(before(prior, delta, now, true));
        return;
      }
    }
    if (ledger.isSupported(prior)) {
      return;
    }
    BigDecimal level = ledger.truth(now);
    BigDecimal expected = before(level, change, delta);
    String equation =
        "本年"
            + level.toPlainString()
            + (delta.sign() > 0 ? " − 增加" : " + 减少")
            + change.toPlainString()
            + " = "
            + expected.toPlainString();
    ledger.relate(before(prior, delta, now, false));
    boolean copied = prior.quantity().value().compareTo(now.quantity().value()) == 0;
    ledger.put(
        prior,
        Judgement.wrong(
            expected,
            ledger.of(now).map(Judgement::sources).orElse(List.of()),
            "A-10",
            equation,
            copied ? "与本年数相同，可能误把本年数写成上年数" : ""));
  }

  private static Relation before(Mention prior, Mention delta, Mention now, boolean holds) {
    return Relation.sum(
        List.of(
            new Relation.Term(prior, 1),
            new Relation.Term(now, -1),
            new Relation.Term(delta, delta.sign() > 0 ? 1 : -1)),
        prior.quantity().unit(),
        holds);
  }

  private static BigDecimal before(BigDecimal level, BigDecimal change, Mention delta) {
    return delta.sign() > 0 ? level.subtract(change) : level.add(change);
  }
}
