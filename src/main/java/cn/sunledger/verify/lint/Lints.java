package cn.sunledger.verify.lint;

import cn.sunledger.model.TextFlaw;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Reading;
import java.util.List;
import java.util.Set;

/** Finds flaws of the text that are no wrong figures. */
public final class Lints {
  private final List<TextFlaw> flaws;
  private final Set<String> labels;
  private final int year;
  private final boolean finalAccounts;

  /**
   * For narratives of one department.
   *
   * @param flaws flaws that patterns describe
   * @param labels labels of the tables, which may repeat a word
   * @param year the year disclosed; 0 where unknown
   * @param finalAccounts whether they are final accounts
   */
  public Lints(List<TextFlaw> flaws, Set<String> labels, int year, boolean finalAccounts) {
    this.flaws = List.copyOf(flaws);
    this.labels = Set.copyOf(labels);
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
    new WordingLint(labels).find(reading, ledger);
    new UnitLint().find(reading, ledger);
    new YearLint(year, finalAccounts).find(reading, ledger);
    new ReasonLint().find(reading, ledger);
    new DutyLint(finalAccounts).find(reading, ledger);
    new DraftLint().find(reading, ledger);
  }
}
