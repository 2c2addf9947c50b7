package cn.sunledger.job;

/** Hears how a bulk conversion goes on; called from several threads, one at a time. */
@FunctionalInterface
public interface ConversionProgress {
  /**
   * One more workbook is done with.
   *
   * @param done how many are
   * @param total how many there are
   */
  void done(int done, int total);
}
