package cn.sunledger.serve;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Rate;
import cn.sunledger.model.Unit;
import cn.sunledger.report.Shown;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as the page shows them, and as it sorts them. */
final class Figures {
  private static final String NO_BASE = "—";

  private Figures() {}

  /** In the unit that its neighbours have, where they have one in common. */
  static BigDecimal in(Amount amount, Optional<Unit> common) {
    return common.isPresent() && amount.unit().isMoney()
        ? amount.in(common.get()).value()
        : amount.value();
  }

  static String shown(Amount amount, Optional<Unit> common) {
    String number = Shown.number(in(amount, common));
    return common.isPresent() && amount.unit().isMoney() ? number : number + amount.unit().label();
  }

  static String shown(Rate rate) {
    return rate instanceof Rate.Percent known ? Shown.number(known.percent()) + "%" : NO_BASE;
  }

  static String sortable(Rate rate) {
    return rate instanceof Rate.Percent known ? known.percent().toPlainString() : "";
  }
}
