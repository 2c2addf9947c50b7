package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.SourceCell;
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
import java.util.Set;

/** Compares amounts of the text with the tables. */
final class LevelJudge {
  private final Lookup lookup;
  private final Ledger ledger;
  private final CauseFinder causes;

  LevelJudge(Lookup lookup, Ledger ledger, CauseFinder causes) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.causes = causes;
  }

  /** Judges all amounts. */
  void judge(List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.role() == Role.LEVEL && mention.isMoney()) {
        ledger.put(mention, judge(mention));
      }
    }
  }

  private Judgement judge(Mention mention) {
    Statement statement = mention.statement();
    Moment moment = new Moment(mention.stage(), mention.year());
    Optional<Judgement> best = Optional.empty();
    for (Subject subject : statement.readings()) {
      Candidates candidates = lookup.find(subject, statement.place(), moment);
      Judgement judgement = judge(mention, subject, candidates);
      boolean coarse =
          best.filter(Judgement::isWrong).isPresent()
              && ledger
                  .agreed(mention)
                  .filter(figure -> !isAsFine(figure, mention.quantity().amount()))
                  .isPresent();
      if (judgement.isOk() && !coarse) {
        return judgement;
      }
      boolean better = best.isEmpty() || best.get().isOpen() && !judgement.isOpen();
      best = better ? Optional.of(judgement) : best;
    }
    return best.orElseThrow();
  }

  private Judgement judge(Mention mention, Subject subject, Candidates candidates) {
    Amount stated = mention.quantity().amount();
    String rule = Rules.ofLevel(mention.statement().place().topic(), subject.isItem());
    for (Figure figure : candidates.preferred()) {
      if (Closeness.of(stated, figure) == Closeness.EXACT) {
        ledger.agree(mention, figure);
        return Judgement.ok(stated.value(), figure.sources(), rule, "与" + figure.place() + "一致");
      }
    }
    boolean named = subject.covered() && !subject.funds().isEmpty() || candidates.strict();
    boolean mayBeOther = !(named && !candidates.preferred().isEmpty());
    Optional<Figure> other =
        candidates.others().stream()
            .filter(f -> !f.blank() && Closeness.of(stated, f) == Closeness.EXACT)
            .filter(f -> candidates.preferred().isEmpty() || isAsFine(f, stated))
            .findFirst();
    if (other.isPresent() && mayBeOther && (!stated.isZero() || candidates.preferred().isEmpty())) {
      Figure figure = other.get();
      ledger.agree(mention, figure);
      return Judgement.ok(stated.value(), figure.sources(), rule, "与" + figure.place() + "一致");
    }
    if (candidates.preferred().isEmpty()) {
      return absent(mention, subject, candidates, stated);
    }
    return differs(mention, candidates, stated, rule);
  }

  /** A coarser figure than the text's cannot speak for it against a finer one. */
  private static boolean isAsFine(Figure figure, Amount stated) {
    return !stated.unit().isMoney()
        || !figure.amount().unit().isMoney()
        || figure.amount().in(stated.unit()).value().scale() >= stated.value().scale();
  }

  private Judgement absent(Mention mention, Subject subject, Candidates candidates, Amount stated) {
    if (mention.aside()) {
      return Judgement.open("原因或用途说明中的数，表中没有对应");
    }
    if (!subject.isKnown() || !subject.covered()) {
      return Judgement.open(candidates.doubt().isEmpty() ? "未能确定是哪一项的数" : candidates.doubt());
    }
    if (subject.isConcept("org_running_cost")) {
      return runningCost(mention, stated);
    }
    if (lookup.index().all().isEmpty()) {
      return Judgement.open("没有给出工作簿，只能核对文内的关系");
    }
    boolean prior = mention.year() != 0 && mention.year() != lookup.year();
    return Judgement.open(
        prior
            ? "手头没有" + mention.year() + "年的表，或表中没有这一项"
            : isBudget(mention) ? "手头没有列出这一项预算数的表" : "表中没有这一项");
  }

  /** 机关运行经费 of a department of 行政 units alone is its 公用经费; of others it may be less. */
  private Judgement runningCost(Mention mention, Amount stated) {
    Subject publicCost =
        new Subject(
            Set.of("public_total"),
            Set.of(),
            "",
            List.of(),
            "",
            mention.stage(),
            mention.year(),
            true,
            false,
            "公用经费");
    Candidates found =
        lookup.find(
            publicCost, mention.statement().place(), new Moment(mention.stage(), mention.year()));
    return found.preferred().stream()
        .filter(f -> Closeness.of(stated, f) == Closeness.EXACT)
        .findFirst()
        .map(f -> Judgement.ok(stated.value(), f.sources(), "N-14", "与" + f.place() + "公用经费一致"))
        .or(() -> found.preferred().stream().findFirst().flatMap(f -> tooMuch(stated, f)))
        .orElseGet(() -> Judgement.open("表中没有单列机关运行经费，且与公用经费不等；口径可能不同"));
  }

  /** It is a part of 公用经费, and where one digit alone is different, it was meant to be all of it. */
  private Optional<Judgement> tooMuch(Amount stated, Figure publicCost) {
    BigDecimal whole = expected(stated, publicCost);
    boolean slip = causes.isSlip(stated.value(), whole);
    if (publicCost.blank() || !slip && stated.value().compareTo(whole) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Judgement.wrong(
                whole,
                publicCost.sources(),
                "N-14",
                "机关运行经费是公用经费的一部分，" + publicCost.place() + "公用经费为" + publicCost.amount(),
                CauseFinder.slip(stated.value(), whole))
            .warning());
  }

  private boolean isBudget(Mention mention) {
    return lookup.isFinalAccounts() && mention.stage().map(FigureIndex::isBudget).orElse(false);
  }

  private Judgement differs(Mention mention, Candidates candidates, Amount stated, String rule) {
    Figure first =
        candidates.preferred().stream()
            .filter(figure -> causes.isSlip(stated.value(), expected(stated, figure)))
            .findFirst()
            .orElse(candidates.preferred().get(0));
    for (Figure figure : candidates.preferred()) {
      if (Closeness.of(stated, figure) == Closeness.NEAR) {
        return Judgement.rounding(
            expected(stated, figure),
            figure.sources(),
            rule,
            "与" + figure.place() + "的" + figure.amount() + "相差一个末位单位");
      }
    }
    BigDecimal expected = expected(stated, first);
    boolean slip = causes.isSlip(stated.value(), expected);
    boolean doubtful =
        !candidates.certain()
            || mention.aside()
            || mention.quantity().bound()
            || wholeIsUnknown(mention);
    if (doubtful && !(slip && !mention.aside())) {
      return Judgement.open(
          mention.aside()
              ? "原因或用途说明中的数，与表中同名项口径可能不同"
              : candidates.doubt().isEmpty() ? "口径可能与表不同，不作判断" : candidates.doubt());
    }
    long distinct =
        candidates.preferred().stream().map(f -> expected(stated, f)).distinct().count();
    if (distinct > 1 && !candidates.strict() && !slip) {
      return Judgement.open("表中有" + distinct + "个可能对应的数，均与此不同，未能确定指哪一个");
    }
    String cause = causes.ofLevel(mention, stated, first, candidates);
    String reason = first.place() + "为" + first.amount() + (first.blank() ? "（空白）" : "");
    Judgement wrong = Judgement.wrong(expected, sources(first, candidates), rule, reason, cause);
    if (!mention.statement().place().annex()) {
      return wrong;
    }
    return wrong.because(cause.isEmpty() ? "附件的统计口径可能与公开表不同，如是应在文中注明口径" : cause).warning();
  }

  /** The cells, the decisive one first. */
  private static List<SourceCell> sources(Figure first, Candidates candidates) {
    List<SourceCell> sources = new ArrayList<>(first.sources());
    candidates.sources().stream().filter(cell -> !sources.contains(cell)).forEach(sources::add);
    return sources;
  }

  private static boolean wholeIsUnknown(Mention mention) {
    Optional<Statement> whole = mention.statement().whole();
    return whole.isPresent()
        && !whole.get().subject().covered()
        && whole.get().place().paragraph() == mention.paragraph()
        && whole.get().subject().measures().isEmpty()
        && whole.get().subject().funds().isEmpty();
  }

  /** The right amount in the unit and with the digits of the text. */
  static BigDecimal expected(Amount stated, Figure figure) {
    if (!stated.unit().isMoney() || !figure.amount().unit().isMoney()) {
      return figure.amount().value();
    }
    BigDecimal value = figure.amount().in(stated.unit()).value();
    int shown = Math.min(2, Math.max(0, value.stripTrailingZeros().scale()));
    int digits = Math.max(stated.value().scale(), stated.value().scale() == 0 ? shown : 0);
    return value.setScale(digits, RoundingMode.HALF_UP);
  }
}
