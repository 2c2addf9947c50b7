package cn.sunledger.compare;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.rule.CodeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 对比: brings a workbook, its 年初预算 and last year's workbook together by code and meaning, whatever
 * their layouts and units, and computes execution rates, changes, shares and contributions.
 *
 * <p>Rates are rounded HALF_UP and computed from the numbers as the cells show them, so that a
 * reader can recompute them; every operand keeps its cell.
 */
public final class DisclosureComparer {
  private final int rateDigits;
  private final CodeBook codes;

  /**
   * A comparer that knows the 科目 only as the workbooks print them.
   *
   * @param rateDigits decimals of percentages; the profile decides, 2 is usual
   */
  public DisclosureComparer(int rateDigits) {
    this(rateDigits, CodeBook.EMPTY);
  }

  /**
   * A comparer.
   *
   * @param rateDigits decimals of percentages; the profile decides, 2 is usual
   * @param codes names of codes that a workbook prints without one, and of renamed 科目
   */
  public DisclosureComparer(int rateDigits, CodeBook codes) {
    this.rateDigits = rateDigits;
    this.codes = codes;
  }

  /**
   * Compares.
   *
   * @param current this year's workbook, final accounts or budget
   * @param budget the 年初预算 of the same year, for final accounts
   * @param previous last year's workbook of the same kind
   * @return one row per item; what could not be compared stands in its remarks
   */
  public Comparison compare(
      Disclosure current, Optional<Disclosure> budget, Optional<Disclosure> previous) {
    Ledger now = new LedgerReader(current, codes).read();
    Optional<Counterpart> planned = budget.map(book -> counterpart(book, now));
    Optional<Counterpart> before = previous.map(book -> counterpart(book, now));
    RowBuilder builder = new RowBuilder(current.document(), now, planned, before, rateDigits);
    List<ComparisonRow> rows = new ArrayList<>();
    for (Section section : Section.values()) {
      rows.addAll(builder.rows(section));
    }
    return new Comparison(
        current.file(),
        current.document(),
        current.year(),
        current.unitName(),
        budget.map(Disclosure::file),
        previous.map(Disclosure::file),
        rows,
        new Remarks(current, now, budget, planned, previous, before, codes).list());
  }

  private Counterpart counterpart(Disclosure book, Ledger now) {
    return new Counterpart(new LedgerReader(book, codes).read(), now, codes);
  }
}
