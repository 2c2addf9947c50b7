package cn.sunledger.verify.judge;

import cn.sunledger.model.Amount;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where parts do not add up to their whole: finds the one part that alone explains it. */
final class PartCulprit {
  private final Ledger ledger;
  private final Reading reading;

  PartCulprit(Ledger ledger, Reading reading) {
    this.ledger = ledger;
    this.reading = reading;
  }

  /**
   * A sum that does not hold.
   *
   * @param whole the whole
   * @param parts its parts
   * @param loose those of them that no table has confirmed
   * @param firm whether a table has confirmed the whole
   * @param sum the sum of the parts
   * @param signed a figure in the whole's unit
   */
  record Broken(
      Mention whole,
      List<Mention> parts,
      List<Mention> loose,
      boolean firm,
      Interval sum,
      Function<Mention, Interval> signed) {
    BigDecimal rest(Mention part) {
      return signed.apply(whole).value().subtract(sum.value()).add(signed.apply(part).value());
    }
  }

  /** Judges the part; false where none alone explains it. */
  boolean find(Broken broken) {
    Optional<Mention> byShare = byShare(broken);
    if (byShare.isPresent()) {
      blame(broken, byShare.get(), inOwnUnit(broken, byShare.get()));
      return true;
    }
    Interval stated = broken.signed().apply(broken.whole());
    boolean sumSlipped =
        !broken.firm()
            && !isDivisor(broken)
            && !CauseFinder.slip(stated.value().abs(), broken.sum().value().abs()).isEmpty();
    List<Mention> slipped =
        broken.loose().stream().filter(part -> slippedFrom(broken, part).isPresent()).toList();
    if (slipped.size() != 1 || sumSlipped) {
      return false;
    }
    blame(broken, slipped.get(0), slippedFrom(broken, slipped.get(0)).orElseThrow());
    return true;
  }

  /** Whether other amounts have their right share of the whole as it is printed. */
  private boolean isDivisor(Broken broken) {
    BigDecimal whole = broken.whole().quantity().value();
    for (Mention share : reading.mentions()) {
      if (share.role() != Role.SHARE || share.paragraph() != broken.whole().paragraph()) {
        continue;
      }
      Optional<Mention> part = ShareJudge.part(share);
      boolean fits =
          whole.signum() > 0
              && part.filter(p -> !broken.parts().contains(p))
                  .filter(p -> p.quantity().unit() == broken.whole().quantity().unit())
                  .map(p -> Interval.of(p.quantity().value(), 9).percentOf(Interval.of(whole, 9)))
                  .filter(i -> i.closeness(share.quantity().value()) == Closeness.EXACT)
                  .isPresent();
      if (fits && share.quantity().value().precision() > 2) {
        return true;
      }
    }
    return false;
  }

  private void blame(Broken broken, Mention part, BigDecimal right) {
    ledger.put(
        part,
        Judgement.wrong(
            right,
            ledger.of(broken.whole()).map(Judgement::sources).orElse(List.of()),
            PartitionJudge.rule(broken.whole()),
            "总数" + broken.whole().quantity().printed().strip() + "减去其他分项为" + right.toPlainString(),
            CauseFinder.slip(part.quantity().value(), right)));
  }

  /** The shares of all other parts agree with the whole as printed, and this one's does not. */
  private static Optional<Mention> byShare(Broken broken) {
    Interval whole = broken.signed().apply(broken.whole());
    if (whole.value().signum() == 0) {
      return Optional.empty();
    }
    Mention odd = null;
    int agreeing = 0;
    for (Mention part : broken.parts()) {
      List<Mention> shares = part.statement().mentions(Role.SHARE);
      Interval own = broken.signed().apply(part);
      if (shares.size() != 1 || own.value().signum() == 0) {
        continue;
      }
      boolean fits =
          own.percentOf(whole).closeness(shares.get(0).quantity().value()) != Closeness.OFF;
      if (fits) {
        agreeing++;
      } else if (odd != null || !broken.loose().contains(part)) {
        return Optional.empty();
      } else {
        odd = part;
      }
    }
    boolean restFits = odd != null && broken.rest(odd).signum() > 0;
    return agreeing > 1 && restFits ? Optional.of(odd) : Optional.empty();
  }

  private static BigDecimal inOwnUnit(Broken broken, Mention part) {
    return new Amount(broken.rest(part).abs(), broken.whole().quantity().unit())
        .in(part.quantity().unit())
        .value();
  }

  /**
   * What is left of the whole for a part, in the part's own unit, where a slip leads from it to
   * what is printed; rounded parts may leave a unit of the last digit more or less.
   */
  private static Optional<BigDecimal> slippedFrom(Broken broken, Mention part) {
    BigDecimal printed = part.quantity().value();
    BigDecimal own = inOwnUnit(broken, part);
    if (broken.rest(part).signum() != broken.signed().apply(part).value().signum()
        || own.stripTrailingZeros().precision() < 3) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, own.scale()));
    return Stream.of(own, own.add(unit), own.subtract(unit))
        .filter(value -> !CauseFinder.slip(printed, value).isEmpty())
        .findFirst();
  }
}
