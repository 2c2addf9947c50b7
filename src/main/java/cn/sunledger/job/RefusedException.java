package cn.sunledger.job;

/**
 * What was asked for is not done because it would do harm, such as overwriting a file that
 * sunledger did not write. The message is one Chinese sentence with the way out.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message one Chinese sentence: what is in the way and what to do
   */
  public RefusedException(String message) {
    super(message);
  }
}
