package cn.sunledger.verify.judge;

import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks what 政府采购 says of small enterprises: the shares of goods, works and services give the
 * amount awarded; a part is no more than its whole.
 */
final class ProcurementJudge {
  private static final List<String> KINDS =
      List.of("procurement_goods", "procurement_works", "procurement_services");
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final Ledger ledger;
  private final Reading reading;

  ProcurementJudge(Ledger ledger, Reading reading) {
    this.ledger = ledger;
    this.reading = reading;
  }

  /** Judges every section about procurement. */
  void judge() {
    Map<Integer, List<Statement>> sections =
        reading.statements().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.place().section(), LinkedHashMap::new, Collectors.toList()));
    sections.values().forEach(this::section);
  }

  private void section(List<Statement> section) {
    Optional<Mention> awarded = level(section, "procurement_sme");
    if (awarded.isEmpty()) {
      return;
    }
    Map<String, Mention> shares = new LinkedHashMap<>();
    for (Statement statement : section) {
      for (Mention share : statement.mentions(Role.SHARE)) {
        for (String kind : KINDS) {
          boolean of = share.denominator().map(d -> d.isConcept(kind)).orElse(false);
          if (of && statement.subject().isConcept("procurement_sme")) {
            shares.put(kind, share);
          }
        }
      }
    }
    if (shares.size() < 2) {
      return;
    }
    weigh(section, awarded.get(), shares);
  }

  private static Optional<Mention> level(List<Statement> section, String measure) {
    return section.stream()
        .filter(s -> s.subject().isConcept(measure))
        .flatMap(s -> s.mentions(Role.LEVEL).stream())
        .filter(m -> m.isMoney() && !m.aside())
        .findFirst();
  }

  private void weigh(List<Statement> section, Mention awarded, Map<String, Mention> shares) {
    Function<String, Interval> amount =
        kind ->
            level(section, kind)
                .map(m -> Interval.of(ledger.truth(m), m.quantity().value().scale()))
                .orElse(null);
    Interval low = Interval.of(BigDecimal.ZERO, 9);
    for (String kind : KINDS) {
      Interval of = amount.apply(kind);
      if (of == null || of.value().signum() == 0) {
        continue;
      }
      if (!shares.containsKey(kind)) {
        return;
      }
      low = low.plus(product(of, shares.get(kind)));
    }
    Interval gap =
        Interval.of(awarded.quantity().value(), awarded.quantity().value().scale()).minus(low);
    boolean holds = gap.low().signum() <= 0 && gap.high().signum() >= 0;
    for (Map.Entry<String, Mention> share : shares.entrySet()) {
      Interval of = amount.apply(share.getKey());
      if (of == null || of.value().signum() == 0) {
        ledger.put(share.getValue(), Judgement.open("这一类采购支出为0，不能计算占比"));
      } else if (holds) {
        ledger.put(
            share.getValue(),
            Judgement.ok(
                share.getValue().quantity().value(), List.of(), "N-17", "各类占比折算之和与授予中小企业合同金额一致"));
      } else {
        broken(awarded, low, share.getValue(), of);
      }
    }
  }

  private static Interval product(Interval amount, Mention share) {
    BigDecimal percent = share.quantity().value();
    Interval of = Interval.of(percent, percent.scale());
    return new Interval(
        amount.low().multiply(of.low()).divide(HUNDRED, MathContext.DECIMAL64),
        amount.value().multiply(of.value()).divide(HUNDRED, MathContext.DECIMAL64),
        amount.high().multiply(of.high()).divide(HUNDRED, MathContext.DECIMAL64));
  }

  private void broken(Mention awarded, Interval sum, Mention share, Interval of) {
    BigDecimal own = product(of, share).value();
    BigDecimal needed =
        awarded
            .quantity()
            .value()
            .subtract(sum.value().subtract(own))
            .multiply(HUNDRED)
            .divide(of.value(), share.quantity().value().scale(), RoundingMode.HALF_UP);
    boolean possible = needed.signum() >= 0 && needed.compareTo(HUNDRED) <= 0;
    if (!possible) {
      return;
    }
    ledger.put(
        share,
        Judgement.wrong(
                needed,
                List.of(),
                "N-17",
                "各类占比折算之和为"
                    + sum.value().setScale(2, RoundingMode.HALF_UP).toPlainString()
                    + "，与授予中小企业合同金额"
                    + awarded.quantity().printed().strip()
                    + "不符；其余占比无误时应为"
                    + needed.toPlainString()
                    + "%",
                "几个占比和合同金额中至少有一个有误")
            .warning());
  }
}
