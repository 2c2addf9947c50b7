package cn.sunledger.job;

/** A file that cannot be done, for a reason that a {@link Failure} tells. */
public class FailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /**
   * Tells the failure.
   *
   * @param failure what is wrong and what to do
   */
  public FailedException(Failure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  /** What is wrong and what to do. */
  public Failure failure() {
    return failure;
  }
}
