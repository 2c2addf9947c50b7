package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.text.Quantity.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Finds figures that cannot be, or hardly can, whatever the tables say. */
final class PlausibilityLint {
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal LEAST_PER_GUEST = BigDecimal.TEN;
  private static final BigDecimal MOST_PER_GUEST = new BigDecimal("2000");

  void find(Reading reading, Ledger ledger) {
    for (Mention mention : reading.mentions()) {
      share(mention, ledger);
    }
    procurement(reading, ledger);
    guests(reading, ledger);
  }

  /** A part is never more than its whole. */
  private static void share(Mention mention, Ledger ledger) {
    boolean beyond =
        mention.role() == Role.SHARE
            && mention.quantity().kind() == Kind.PERCENT
            && mention.quantity().value().compareTo(HUNDRED) > 0
            && !mention.aside();
    if (beyond) {
      ledger.remark("Z-02", Severity.ERROR, mention, "占比" + mention.printed() + "超过100%");
    }
  }

  /** 小微 is a part of 中小, and 中小 a part of the whole. */
  private static void procurement(Reading reading, Ledger ledger) {
    Optional<Mention> whole = level(reading, "procurement_total");
    Optional<Mention> small = level(reading, "procurement_sme");
    Optional<Mention> micro = level(reading, "procurement_micro");
    more(small, whole, "授予中小企业合同金额大于政府采购支出总额", ledger);
    more(micro, small, "授予小微企业合同金额大于授予中小企业合同金额", ledger);
  }

  private static void more(
      Optional<Mention> part, Optional<Mention> whole, String message, Ledger ledger) {
    if (part.isPresent() && whole.isPresent() && part.get().exceeds(whole.get())) {
      ledger.remark("N-16", Severity.ERROR, part.get(), message);
    }
  }

  private static Optional<Mention> level(Reading reading, String concept) {
    List<Mention> levels =
        reading.mentions().stream()
            .filter(m -> m.role() == Role.LEVEL && m.isMoney() && !m.aside() && m.year() <= 0)
            .filter(m -> m.statement().place().topic() == Topic.PROCUREMENT)
            .filter(m -> m.statement().subject().isConcept(concept))
            .toList();
    return levels.stream().findFirst();
  }

  /** 接待费 by 人次: neither a bowl of noodles nor a banquet. */
  private static void guests(Reading reading, Ledger ledger) {
    for (Mention count : reading.mentions()) {
      boolean guests =
          count.role() == Role.COUNT
              && List.of("人次", "人").contains(count.quantity().counted())
              && count.quantity().value().signum() > 0
              && count
                  .statement()
                  .whole()
                  .filter(whole -> whole.subject().isConcept("tp_reception"))
                  .isPresent();
      if (!guests) {
        continue;
      }
      count.statement().whole().orElseThrow().mentions(Role.LEVEL).stream()
          .filter(m -> m.isMoney() && !m.aside() && m.paragraph() == count.paragraph())
          .findFirst()
          .ifPresent(cost -> perGuest(cost, count, ledger));
    }
  }

  private static void perGuest(Mention cost, Mention count, Ledger ledger) {
    BigDecimal each = cost.yuan().divide(count.quantity().value(), 0, RoundingMode.HALF_UP);
    boolean odd = each.compareTo(LEAST_PER_GUEST) < 0 || each.compareTo(MOST_PER_GUEST) > 0;
    if (cost.yuan().signum() > 0 && odd) {
      ledger.remark(
          "P3-13",
          Severity.INFO,
          count,
          "公务接待费"
              + cost.printed()
              + "、"
              + count.printed()
              + "，人均约"
              + each.toPlainString()
              + "元，请核对人次");
    }
  }
}
