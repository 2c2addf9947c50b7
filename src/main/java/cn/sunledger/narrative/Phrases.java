package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Rate;
import cn.sunledger.model.Unit;
import cn.sunledger.model.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How amounts, rates and changes are printed under a wording. */
final class Phrases {
  private static final Pattern TYPED =
      Pattern.compile("^([+-]?[0-9][0-9,，]*(?:[.．][0-9]+)?)(元|千元|万元|百万元|亿元)?$");
  private static final int GROUP = 3;

  private final Wording wording;

  Phrases(Wording wording) {
    this.wording = wording;
  }

  Wording wording() {
    return wording;
  }

  /** An amount as the text shows it; empty where its unit is unknown. */
  Optional<Amount> shown(Amount amount) {
    if (!amount.unit().isMoney()) {
      return Optional.empty();
    }
    BigDecimal value =
        amount.in(wording.unit()).value().setScale(wording.amountDigits(), RoundingMode.HALF_UP);
    return Optional.of(new Amount(value, wording.unit()));
  }

  /** An amount that a person typed, in the unit of the text where none stands behind it. */
  Optional<Amount> typed(String answer) {
    Matcher matcher = TYPED.matcher(answer.replaceAll("\\s", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(matcher.group(1).replaceAll("[,，]", "").replace('．', '.'));
    return Unit.ofMoney(matcher.group(2) == null ? wording.unit().label() : matcher.group(2))
        .flatMap(unit -> shown(new Amount(value, unit)));
  }

  /** Nothing, in the unit of the text. */
  Amount zero() {
    return new Amount(BigDecimal.ZERO.setScale(wording.amountDigits()), wording.unit());
  }

  /** An amount with its unit: 1717.31万元. */
  String amount(Amount shown) {
    return number(shown.value()) + shown.unit().label();
  }

  private String number(BigDecimal value) {
    BigDecimal printed = wording.trimmed() ? trimmed(value) : value;
    if (!wording.grouping()) {
      return printed.toPlainString();
    }
    String sign = printed.signum() < 0 ? "-" : "";
    String[] parts = printed.abs().toPlainString().split("\\.");
    StringBuilder whole = new StringBuilder(parts[0]);
    for (int i = whole.length() - GROUP; i > 0; i -= GROUP) {
      whole.insert(i, ',');
    }
    return sign + whole + (parts.length > 1 ? "." + parts[1] : "");
  }

  private static BigDecimal trimmed(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /** The rate of a part to its base, from the numbers as shown. */
  Rate rate(Amount part, Amount base) {
    return Rate.of(part.value(), base.value(), wording.rateDigits());
  }

  /**
   * A rate in words.
   *
   * @return the percentage; where there is none, what the wording prints instead, which may be
   *     nothing
   */
  String rate(Amount part, Amount base, boolean ofBase) {
    if (rate(part, base) instanceof Rate.Percent percent) {
      return percent.percent().toPlainString() + "%";
    }
    return part.isZero() && base.isZero() && ofBase
        ? wording.zeroOfZero()
        : base.isZero() ? wording.rateWithoutBase() : "";
  }

  /** A change in words: 减少207.43万元，下降10.78%; 持平 where nothing changed. */
  String change(Amount current, Amount prior) {
    Amount delta = current.minus(prior);
    Wording.ChangeWords words = wording.change();
    if (delta.isZero()) {
      return words.equal();
    }
    Amount size = new Amount(delta.value().abs(), delta.unit());
    boolean up = delta.value().signum() > 0;
    String pattern =
        rate(size, prior) instanceof Rate.Percent
            ? up ? words.up() : words.down()
            : up ? words.upWithoutRate() : words.downWithoutRate();
    String rate = rate(size, prior, false);
    String sentence =
        rate.isEmpty() && pattern.contains("{率}")
            ? pattern.substring(0, pattern.indexOf('，'))
            : pattern;
    return sentence.replace("{额}", amount(size)).replace("{率}", rate);
  }
}
