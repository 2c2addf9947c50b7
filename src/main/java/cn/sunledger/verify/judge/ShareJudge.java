package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.model.SourceCell;
import cn.sunledger.model.Unit;
import cn.sunledger.verify.judge.ShareWholes.Whole;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks shares. A share is right where any whole that the words leave open gives it; it is wrong
 * only where none does and the whole is known.
 */
final class ShareJudge {
  private static final String UNITS = "所依据的两个数单位相差万倍，请先核对单位";
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final ShareWholes wholes;
  private final Ledger ledger;
  private final SlipSearch slips;
  private final Operands operands;
  private final Reading reading;

  ShareJudge(Lookup lookup, Ledger ledger, Operands operands, Reading reading) {
    this.ledger = ledger;
    this.slips = new SlipSearch(ledger);
    this.wholes = new ShareWholes(lookup, operands, reading);
    this.operands = operands;
    this.reading = reading;
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
    List<Whole> found = wholes.of(mention, unit);
    if (found.isEmpty()) {
      return Judgement.open("没有可据以计算占比的总数");
    }
    BigDecimal stated = mention.quantity().value();
    Judgement worst = null;
    Operand decisive = found.get(0).operand();
    boolean sure = false;
    boolean slip = false;
    for (Whole whole : found) {
      Judgement judgement = best(stated, parts, whole.operand());
      slip |= judgement.isOpen() && judgement.reason().equals(UNITS);
      if (judgement.isOk()) {
        relate(mention, parts, whole.operand(), true);
        return judgement;
      }
      boolean better =
          worst == null
              || worst.isOpen()
              || worst.isWrong() && whole.sure() && !sure
              || worst.isWrong() && sure && isSlip(stated, judgement) && worst.cause().isEmpty()
              || worst.isWrong() && whole.sure() && isLikelier(stated, judgement, worst)
              || worst.isWrong() && !judgement.isWrong() && !judgement.isOpen();
      if (better) {
        worst = judgement;
        decisive = whole.operand();
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
      Optional<Whole> agreed = agreed(mention, found, unit);
      if (agreed.isPresent()) {
        worst = best(stated, parts, agreed.get().operand());
        decisive = agreed.get().operand();
        sure = true;
      }
    }
    if (worst.isWrong() && sure) {
      Optional<Judgement> right = slipped(mention, found, worst.expected().orElseThrow());
      if (right.isPresent()) {
        return right.get();
      }
    }
    if (worst.isWrong() && (!sure || mention.quantity().bound())) {
      return Judgement.open("未能确定占比的总数是哪一个");
    }
    if (!worst.isOpen()) {
      relate(mention, parts, decisive, !worst.isWrong());
    }
    return worst;
  }

  private void relate(Mention share, List<Operand> parts, Operand whole, boolean holds) {
    ledger.relate(
        Relation.rate(
            Relation.Terms.of(parts.get(0)),
            Relation.Terms.of(whole),
            share,
            Unit.TEN_THOUSAND_YUAN,
            holds));
  }

  /** The share is right, and the amount it is a share of the whole has a wrong digit. */
  private Optional<Judgement> slipped(Mention share, List<Whole> found, BigDecimal expected) {
    BigDecimal stated = share.quantity().value();
    Optional<Mention> part = part(share);
    if (part.isEmpty() || !CauseFinder.slip(stated, expected).isEmpty()) {
      return Optional.empty();
    }
    Unit unit = Unit.TEN_THOUSAND_YUAN;
    for (Whole whole : found) {
      if (!whole.sure() || whole.operand().value().signum() == 0) {
        continue;
      }
      Optional<BigDecimal> right =
          slips.of(
              part.get(),
              stated,
              value ->
                  new Amount(value, part.get().quantity().unit())
                          .in(unit)
                          .value()
                          .multiply(HUNDRED)
                          .divide(whole.operand().value(), stated.scale(), RoundingMode.HALF_UP)
                          .compareTo(stated)
                      == 0);
      if (right.isPresent()) {
        ledger.put(
            part.get(),
            Judgement.wrong(
                right.get(),
                whole.operand().sources(),
                "A-06",
                "与后面的"
                    + share.quantity().printed().strip()
                    + "不符，按这一占比应为"
                    + right.get().toPlainString(),
                CauseFinder.slip(part.get().quantity().value(), right.get())));
        return Optional.of(
            Judgement.ok(stated, List.of(), "A-06", "按改正后的" + right.get().toPlainString() + "计算"));
      }
    }
    return Optional.empty();
  }

  /** The amount that a share is said of. */
  static Optional<Mention> part(Mention share) {
    List<Mention> own = share.statement().mentions();
    for (int i = own.indexOf(share) - 1; i >= 0; i--) {
      if (own.get(i).role() == Role.LEVEL && own.get(i).isMoney()) {
        return Optional.of(own.get(i));
      }
    }
    return Optional.empty();
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
  private Optional<Whole> agreed(Mention mention, List<Whole> candidates, Unit unit) {
    List<Mention> others =
        siblings(mention).stream()
            .filter(other -> other != mention && other.quantity().value().signum() != 0)
            .toList();
    for (Whole whole : candidates) {
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

  /** A slip of the keyboard in a share of so many digits is hardly by chance. */
  private static boolean isSlip(BigDecimal stated, Judgement judgement) {
    return judgement.isWrong() && !judgement.cause().isEmpty() && stated.precision() >= 4;
  }

  /** What a slip of the keyboard explains, else what is nearer. */
  private static boolean isLikelier(BigDecimal stated, Judgement one, Judgement other) {
    boolean slip = one.isWrong() && !one.cause().isEmpty();
    boolean otherSlip = !other.cause().isEmpty();
    return slip != otherSlip ? slip : isNearer(stated, one, other);
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
    Optional<Mention> part = part(mention);
    if (part.isPresent()) {
      return operands.all(part.get(), unit);
    }
    return mention.statement().mentions(Role.LEVEL).isEmpty()
        ? operands.now(mention.statement(), unit)
        : List.of();
  }
}
