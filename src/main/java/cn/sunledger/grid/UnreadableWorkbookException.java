package cn.sunledger.grid;

/**
 * A file that cannot be read as a workbook. The message is one Chinese sentence: which file, what,
 * what to do.
 */
public final class UnreadableWorkbookException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * With no further cause.
   *
   * @param message one Chinese sentence that names the file, says what is wrong and what to do
   */
  public UnreadableWorkbookException(String message) {
    super(message);
  }

  /**
   * With the fault it came from.
   *
   * @param message one Chinese sentence that names the file, says what is wrong and what to do
   * @param cause the fault
   */
  public UnreadableWorkbookException(String message, Throwable cause) {
    super(message, cause);
  }
}
