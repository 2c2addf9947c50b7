package cn.sunledger.verify.lint;

import cn.sunledger.model.TextFlaw;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.table.FigureIndex;
import java.util.List;

/** Finds flaws of the text that are no wrong figures. */
public final class Lints {
  private final List<TextFlaw> flaws;
  private final FigureIndex index;
  private final int year;
  private final boolean finalAccounts;

  /**
   * For narratives of one department.
   *
   * @param flaws flaws that patterns describe
   * @param index the figures of the tables
   * @param year the year disclosed; 0 where unknown
   * @param finalAccounts whether they are final accounts
   */
  public Lints(List<TextFlaw> flaws, FigureIndex index, int year, boolean finalAccounts) {
    this.flaws = List.copyOf(flaws);
    this.index = index;
    this.year = year;
    this.finalAccounts = finalAccounts;
  }

  /**
   * Finds all of them.
   *
   * @param reading the narrative as understood
   * @param ledger where they are noted
   */
  public void find(Reading reading, Ledger ledger) {
    new FlawLint(flaws).find(reading, ledger);
    new WordingLint(index.labels()).find(reading, ledger);
    new UnitLint().find(reading, ledger);
    new YearLint(year, finalAccounts).find(reading, ledger);
    new ReasonLint().find(reading, ledger);
    new DutyLint(finalAccounts).find(reading, ledger);
    new DraftLint().find(reading, ledger);
    new PlausibilityLint().find(reading, ledger);
    new PerformanceLint(index).find(reading, ledger);
    new CrossLint(index, year).find(reading, ledger);
    new DocumentNumberLint().find(reading, ledger);
    new ItemReasonLint(finalAccounts).find(reading, ledger);
    new HeadingLint().find(reading, ledger);
    new EmptyTableLint(index).find(reading, ledger);
  }
}
