package cn.sunledger.job;

/** A result that could not be written: the fault lies with the place, not with the workbook. */
public final class UnwritableException extends FailedException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells the failure.
   *
   * @param failure what is wrong and what to do
   */
  public UnwritableException(Failure failure) {
    super(failure);
  }
}
