package cn.sunledger.verify.judge;

import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Lookup.Moment;
import cn.sunledger.verify.judge.Operands.Pair;
import cn.sunledger.verify.judge.Relation.Terms;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks rates of change against the figures and changes they are made of. */
final class RateJudge {
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final Ledger ledger;
  private final SlipSearch slips;
  private final Operands operands;

  RateJudge(Ledger ledger, Operands operands) {
    this.slips = new SlipSearch(ledger);
    this.ledger = ledger;
    this.operands = operands;
  }

  /** One way to compute a rate. */
  private record Way(
      Interval change,
      Interval base,
      List<SourceCell> sources,
      String equation,
      Optional<Mention> level,
      Terms above,
      Terms below) {}

  /** Judges all rates of change. */
  void judge(List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.role() == Role.RATE) {
        ledger.put(mention, mention.aside() ? aside() : one(mention, mentions));
      }
    }
  }

  private static Judgement aside() {
    return Judgement.open("原因或用途说明中的比率，不作核对");
  }

  private Judgement one(Mention mention, List<Mention> mentions) {
    List<Way> ways = new ArrayList<>();
    Optional<Mention> delta = ChangeJudge.deltaOf(mention, mentions);
    Unit unit = delta.map(d -> d.quantity().unit()).orElse(Unit.TEN_THOUSAND_YUAN);
    delta.ifPresent(d -> byDelta(mention, d, unit, ways));
    operands
        .said(mention.statement(), mention.basis(), unit)
        .forEach(p -> ways.add(byPair(mention, p, Optional.empty())));
    saidAgain(mention, unit, ways);
    for (Pair pair : operands.ofTables(mention.statement(), mention.basis(), unit)) {
      ways.add(byPair(mention, pair, Optional.empty()));
    }
    if (ways.isEmpty()) {
      return Judgement.open("没有可据以计算的增减额和基数");
    }
    Judgement judgement = decide(mention, ways, delta, unit);
    return judgement.isWrong()
        ? slipped(mention, judgement.expected().orElseThrow(), delta, unit).orElse(judgement)
        : judgement;
  }

  /** The rate is right, and the change or the amount that it belongs to has a wrong digit. */
  private Optional<Judgement> slipped(
      Mention rate, BigDecimal expected, Optional<Mention> delta, Unit unit) {
    Optional<Mention> now =
        operands.level(rate.statement(), new Moment(Optional.empty(), 0)).filter(m -> !m.aside());
    List<Operand> levels = operands.now(rate.statement(), unit);
    if (delta.isEmpty() || levels.isEmpty() || delta.get().sign() == 0) {
      return Optional.empty();
    }
    BigDecimal stated = rate.quantity().value().abs();
    if (!CauseFinder.slip(stated, expected).isEmpty()) {
      return Optional.empty();
    }
    BigDecimal level = levels.get(levels.size() - 1).value();
    BigDecimal change = ledger.truth(delta.get()).abs();
    int sign = delta.get().sign();
    Optional<BigDecimal> right =
        slips.of(delta.get(), stated, value -> isRate(value, level, sign, stated));
    Mention suspect = delta.get();
    if (right.isEmpty() && now.isPresent() && now.get().quantity().unit() == unit) {
      right = slips.of(now.get(), stated, value -> isRate(change, value, sign, stated));
      suspect = now.get();
    }
    if (right.isEmpty()) {
      return Optional.empty();
    }
    ledger.put(
        suspect,
        Judgement.wrong(
            right.get(),
            List.of(),
            "A-01",
            "与后面的" + rate.quantity().printed().strip() + "不符，按这一比率应为" + right.get().toPlainString(),
            CauseFinder.slip(suspect.quantity().value(), right.get())));
    return Optional.of(
        Judgement.ok(stated, List.of(), "A-01", "按改正后的" + right.get().toPlainString() + "计算"));
  }

  private static boolean isRate(BigDecimal change, BigDecimal level, int sign, BigDecimal stated) {
    BigDecimal base = sign < 0 ? level.add(change) : level.subtract(change);
    if (base.signum() <= 0) {
      return false;
    }
    return change
            .multiply(HUNDRED)
            .divide(base, stated.scale(), RoundingMode.HALF_UP)
            .compareTo(stated)
        == 0;
  }

  private void byDelta(Mention rate, Mention delta, Unit unit, List<Way> ways) {
    int sign =
        ledger
            .direction(delta)
            .flatMap(Judgement::expected)
            .map(BigDecimal::signum)
            .orElse(delta.sign());
    for (Operand now : operands.now(rate.statement(), unit)) {
      for (Operand change : operands.all(delta, unit)) {
        Interval signed = sign < 0 ? change.interval().negate() : change.interval();
        String equation =
            change.value().toPlainString()
                + " ÷ （"
                + now.value().toPlainString()
                + (sign < 0 ? " + " : " − ")
                + change.value().toPlainString()
                + "）";
        ways.add(
            new Way(
                change.interval().abs(),
                now.interval().minus(signed),
                now.sources(),
                equation,
                Optional.empty(),
                Terms.of(change),
                Terms.of(now).plus(Terms.of(change), sign < 0 ? 1 : -1)));
      }
    }
  }

  /** A level that was said twice: the rate may follow from the second one alone. */
  private void saidAgain(Mention rate, Unit unit, List<Way> ways) {
    List<Mention> before = operands.levels(rate, operands.before(rate.basis()));
    List<Mention> now = operands.levels(rate, new Moment(Optional.empty(), 0));
    if (before.isEmpty() || now.size() < 2) {
      return;
    }
    for (Mention level : now) {
      Pair pair = new Pair(operands.of(level, unit), operands.of(before.get(0), unit));
      ways.add(byPair(rate, pair, Optional.of(level)));
    }
  }

  private static Way byPair(Mention rate, Pair pair, Optional<Mention> level) {
    Interval change = pair.now().interval().minus(pair.before().interval());
    List<SourceCell> sources = new ArrayList<>(pair.now().sources());
    sources.addAll(pair.before().sources());
    String equation =
        "（"
            + pair.now().value().toPlainString()
            + " − "
            + pair.before().value().toPlainString()
            + "） ÷ "
            + pair.before().value().toPlainString();
    Terms before = Terms.of(pair.before());
    return new Way(
        change.abs(),
        pair.before().interval(),
        sources,
        equation,
        level,
        Terms.of(pair.now())
            .plus(before, -1)
            .times((rate.sign() != 0 ? rate.sign() : change.value().signum()) < 0 ? -1 : 1),
        before);
  }

  private Judgement decide(Mention mention, List<Way> ways, Optional<Mention> delta, Unit unit) {
    Way decisive = ways.get(0);
    BigDecimal stated = mention.quantity().value().abs();
    Judgement worst = null;
    for (Way way : ways) {
      if (way.base().value().signum() == 0) {
        worst = worst == null ? noBase(mention, way) : worst;
        continue;
      }
      Interval rate = way.change().percentOf(way.base()).abs();
      BigDecimal expected = rate.value().setScale(stated.scale(), RoundingMode.HALF_UP);
      String equation =
          way.equation() + " = " + rate.value().setScale(4, RoundingMode.HALF_UP) + "%";
      Closeness close = rate.closeness(stated);
      if (close == Closeness.EXACT) {
        delta.ifPresent(ledger::support);
        way.level()
            .or(() -> operands.level(mention.statement(), new Moment(Optional.empty(), 0)))
            .ifPresent(ledger::support);
        ledger.relate(Relation.rate(way.above(), way.below(), mention, unit, true));
        return Judgement.ok(expected, way.sources(), "A-01", equation);
      }
      Judgement judgement =
          close == Closeness.NEAR
              ? Judgement.rounding(expected, way.sources(), "A-01", equation)
              : Judgement.wrong(
                  expected, way.sources(), "A-01", equation, cause(mention, stated, expected));
      boolean better =
          worst == null
              || worst.isWrong() && !judgement.isWrong()
              || worst.isOpen()
              || worst.isWrong() == judgement.isWrong()
                  && worst.sources().isEmpty()
                  && !judgement.sources().isEmpty();
      worst = better ? judgement : worst;
      decisive = better ? way : decisive;
    }
    if (!worst.isOpen()) {
      ledger.relate(
          Relation.rate(decisive.above(), decisive.below(), mention, unit, !worst.isWrong()));
    }
    return mention.quantity().bound() && worst.isWrong() ? Judgement.open("只是界限或约数，不作核对") : worst;
  }

  private Judgement noBase(Mention mention, Way way) {
    boolean nothing = way.change().value().signum() == 0;
    if (!nothing || mention.quantity().value().signum() != 0) {
      ledger.remark(
          new Ledger.Remark(
              "A-11",
              Severity.WARNING,
              mention.paragraph(),
              mention.token().start(),
              mention.token().end(),
              "对比的基数为0，增减率没有意义，宜只写增减额",
              mention.quantity().printed(),
              ""));
    }
    return Judgement.open("对比的基数为0，不能计算比率");
  }

  /** 占比, 完成率 or the rate of another item, written where this one belongs. */
  private static String cause(Mention mention, BigDecimal stated, BigDecimal expected) {
    for (Mention other : mention.statement().whole().map(Statement::mentions).orElse(List.of())) {
      if (other.role() == Role.RATE
          && other.quantity().value().compareTo(mention.quantity().value()) == 0) {
        return "与总数的比率相同，可能抄自总数";
      }
    }
    return CauseFinder.slip(stated, expected);
  }
}
