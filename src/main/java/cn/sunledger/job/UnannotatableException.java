package cn.sunledger.job;

/** A workbook that was read but must not be touched: its annotated copy might be harmed. */
public final class UnannotatableException extends FailedException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells the failure.
   *
   * @param failure what is in the way and what to do
   */
  public UnannotatableException(Failure failure) {
    super(failure);
  }
}
