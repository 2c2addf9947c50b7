package cn.sunledger.annotate.content;

/**
 * Why a workbook cannot be annotated safely, without its name: a clause in Chinese that says what
 * is in the way and what to do.
 */
public final class UnsafeWorkbookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With no further cause.
   *
   * @param reason a clause in Chinese without full stop
   */
  public UnsafeWorkbookException(String reason) {
    super(reason);
  }

  /**
   * With the fault it came from.
   *
   * @param reason a clause in Chinese without full stop
   * @param cause the fault
   */
  public UnsafeWorkbookException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
