package cn.sunledger.verify.judge;

import cn.sunledger.model.Severity;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.Operands.Pair;
import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks changes: this figure less the one compared with, and the word that says which way. */
final class ChangeJudge {
  private final Lookup lookup;
  private final Ledger ledger;
  private final Operands operands;

  ChangeJudge(Lookup lookup, Ledger ledger, Operands operands) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.operands = operands;
  }

  /** Judges all changes. */
  void judge(List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.role() != Role.DELTA || !mention.isMoney()) {
        continue;
      }
      if (mention.aside()) {
        ledger.put(mention, Judgement.open("原因或用途说明中的数，不作核对"));
        continue;
      }
      one(mention);
    }
  }

  private void one(Mention mention) {
    Unit unit = mention.quantity().unit();
    Statement statement = mention.statement();
    List<Pair> tables = operands.ofTables(statement, mention.basis(), unit);
    if (!tables.isEmpty()) {
      byPairs(mention, tables, true);
      return;
    }
    List<Pair> said = operands.said(statement, mention.basis(), unit);
    if (!said.isEmpty()) {
      byPairs(mention, said, false);
      return;
    }
    boolean known = statement.subject().isKnown() && statement.subject().covered();
    ledger.put(
        mention,
        Judgement.open(
            !known
                ? "未能确定是哪一项的增减额"
                : mention.basis().kind() == Basis.Kind.BUDGET ? "手头没有列出这一项预算数的表" : "手头没有上年的数"));
  }

  private void byPairs(Mention mention, List<Pair> pairs, boolean firm) {
    BigDecimal stated = mention.quantity().value().abs();
    String rule = firm ? "B-23" : "A-02";
    Optional<Pair> best = Optional.empty();
    Closeness closest = Closeness.OFF;
    for (Pair pair : pairs) {
      Interval change = pair.now().interval().minus(pair.before().interval());
      boolean sameWay = change.value().signum() == 0 || mention.sign() == change.value().signum();
      Closeness close = near(change.abs(), stated);
      if (best.isEmpty() || close.compareTo(closest) < 0 && sameWay) {
        best = Optional.of(pair);
        closest = close;
      }
    }
    Pair pair = best.orElseThrow();
    Interval change = pair.now().interval().minus(pair.before().interval());
    BigDecimal expected = change.abs().value().setScale(stated.scale(), RoundingMode.HALF_UP);
    List<SourceCell> sources = new ArrayList<>(pair.now().sources());
    sources.addAll(pair.before().sources());
    String equation =
        pair.now().name()
            + " "
            + plain(pair.now())
            + " − "
            + pair.before().name()
            + " "
            + plain(pair.before())
            + " = "
            + change.value().toPlainString();
    ledger.put(
        mention,
        switch (closest) {
          case EXACT -> Judgement.ok(expected, sources, rule, equation);
          case NEAR -> Judgement.rounding(expected, sources, rule, equation);
          default ->
              Judgement.wrong(expected, sources, rule, equation, cause(mention, pair, expected));
        });
    if (!firm) {
      ledger.relate(
          new Relation(
              Relation.Terms.of(pair.now())
                  .plus(Relation.Terms.of(pair.before()), -1)
                  .plus(
                      said(mention),
                      (mention.sign() != 0 ? mention.sign() : change.value().signum()) < 0
                          ? 1
                          : -1),
              Relation.Terms.NONE,
              Optional.empty(),
              Optional.of(mention.quantity().unit()),
              closest != Closeness.OFF));
    }
    direction(mention, change.value(), sources, equation);
  }

  private static Relation.Terms said(Mention mention) {
    return new Relation.Terms(List.of(new Relation.Term(mention, 1)), BigDecimal.ZERO);
  }

  private static String plain(Operand operand) {
    return operand.value().toPlainString();
  }

  /** A difference of two rounded numbers may be off by one unit of the last digit. */
  private static Closeness near(Interval change, BigDecimal stated) {
    Closeness close = change.closeness(stated);
    if (close != Closeness.OFF) {
      return close;
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-stated.scale());
    boolean one = stated.subtract(change.value()).abs().compareTo(unit) <= 0;
    boolean many = change.value().abs().compareTo(unit.multiply(BigDecimal.TEN)) > 0;
    return one && many ? Closeness.NEAR : Closeness.OFF;
  }

  private static String cause(Mention mention, Pair pair, BigDecimal expected) {
    BigDecimal stated = mention.quantity().value();
    if (stated.compareTo(pair.now().value()) == 0) {
      return "写成了本年数本身";
    }
    if (stated.compareTo(pair.before().value()) == 0) {
      return "写成了对比的数本身";
    }
    return CauseFinder.slip(stated, expected);
  }

  private void direction(
      Mention mention, BigDecimal change, List<SourceCell> sources, String equation) {
    if (mention.sign() == 0 || mention.signToken().isEmpty()) {
      return;
    }
    String word = mention.signToken().get().text();
    int digits = mention.quantity().value().scale();
    if (change.setScale(digits, RoundingMode.HALF_UP).signum() == 0) {
      ledger.direction(
          mention,
          mention.quantity().value().signum() == 0
              ? Judgement.open("增减额为0，宜写“持平”")
              : Judgement.open("按表为持平"));
      if (mention.quantity().value().signum() == 0) {
        ledger.remark(
            new Ledger.Remark(
                "A-12",
                Severity.WARNING,
                mention.paragraph(),
                mention.signToken().get().start(),
                mention.token().end(),
                "没有增减却写“" + word + "0”，宜写“持平”",
                word + "0",
                "持平"));
      }
      return;
    }
    boolean right = change.signum() == mention.sign();
    BigDecimal expected = new BigDecimal(change.signum());
    ledger.direction(
        mention,
        right
            ? Judgement.ok(expected, sources, "W-01", equation)
            : Judgement.wrong(expected, sources, "W-01", equation, ""));
  }

  /** 增加 and 下降 in one breath contradict each other. */
  void compareWords(List<Mention> mentions) {
    for (Mention rate : mentions) {
      if (rate.role() != Role.RATE || rate.aside()) {
        continue;
      }
      Optional<Mention> delta = deltaOf(rate, mentions);
      if (delta.isEmpty() || delta.get().sign() == 0 || rate.sign() == 0) {
        continue;
      }
      boolean same = delta.get().sign() == rate.sign();
      Optional<Judgement> decided = ledger.direction(delta.get());
      int sign =
          decided.filter(j -> j.isWrong()).isPresent() ? -delta.get().sign() : delta.get().sign();
      boolean zero = delta.get().quantity().value().signum() == 0;
      if (zero) {
        continue;
      }
      BigDecimal expected = new BigDecimal(sign);
      String reason = "前文写“" + delta.get().signToken().map(t -> t.text()).orElse("") + "”";
      boolean firm = decided.filter(j -> !j.isOpen()).isPresent();
      if (sign != rate.sign() && (firm || !same)) {
        List<SourceCell> sources = decided.map(Judgement::sources).orElse(List.of());
        ledger.direction(rate, Judgement.wrong(expected, sources, "W-01", reason, ""));
      } else {
        ledger.direction(
            rate,
            Judgement.ok(
                expected, decided.map(Judgement::sources).orElse(List.of()), "W-01", reason));
      }
    }
  }

  /** The change that a rate belongs to: the figure before it in the same statement. */
  static Optional<Mention> deltaOf(Mention rate, List<Mention> mentions) {
    List<Mention> own = rate.statement().mentions();
    for (int i = own.indexOf(rate) - 1; i >= 0; i--) {
      Mention before = own.get(i);
      if (before.role() == Role.DELTA && before.basis().kind() == rate.basis().kind()) {
        boolean sameBase =
            before.basis().year() == rate.basis().year()
                || before.basis().year() == 0
                || rate.basis().year() == 0;
        return sameBase ? Optional.of(before) : Optional.empty();
      }
      if (before.role() == Role.RATE && before.basis().equals(rate.basis())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
