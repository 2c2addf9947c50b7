package cn.sunledger.verify.lint;

import cn.sunledger.model.Fund;
import cn.sunledger.model.Severity;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import java.util.List;

/** Finds funds of which the tables hold nothing, and of which the text does not say so. */
final class EmptyTableLint {
  private static final int FULL_TEXT = 1500;

  private record Silent(Fund fund, String table, String word, String name) {}

  private static final List<Silent> FUNDS =
      List.of(
          new Silent(Fund.GOVERNMENT_MANAGED, "gov_fund", "政府(?:性)?基金", "政府性基金预算"),
          new Silent(Fund.STATE_CAPITAL, "state_capital", "国有资本", "国有资本经营预算"));

  private final FigureIndex index;

  EmptyTableLint(FigureIndex index) {
    this.index = index;
  }

  void find(Reading reading, Ledger ledger) {
    StringBuilder all = new StringBuilder();
    reading.passages().stream()
        .filter(passage -> !passage.annex())
        .forEach(passage -> all.append(passage.folded().text()).append('\n'));
    if (all.length() < FULL_TEXT || all.indexOf("三公") < 0) {
      return;
    }
    for (Silent silent : FUNDS) {
      List<Figure> figures =
          index.where(
              figure ->
                  figure.origin() == Figure.Origin.CURRENT
                      && figure.tableId().contains(silent.table()));
      boolean empty = figures.stream().allMatch(figure -> figure.amount().value().signum() == 0);
      boolean said = all.toString().matches("(?s).*" + silent.word() + ".*");
      boolean table =
          index.sources().current().tables().stream()
              .anyMatch(t -> t.id().map(id -> id.id().contains(silent.table())).orElse(false));
      if (table && empty && !said) {
        ledger.remark(
            new Ledger.Remark(
                "M-02",
                Severity.WARNING,
                0,
                -1,
                -1,
                silent.name() + "的表没有数，情况说明也没有说明“无" + silent.name() + "收支”",
                "",
                ""));
      }
    }
  }
}
